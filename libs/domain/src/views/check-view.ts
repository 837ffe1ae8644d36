import { checkText, tidyTitle, type TextRefusal } from '../intake/index.js';

/** In characters. */
export const MAX_VIEW_NAME = 40;
export const MAX_VIEW_QUERY = 1_000;
/** So many of one page does a person keep; more is no list to choose from. */
export const MOST_VIEWS = 30;
const PAGE = /^[a-z0-9][a-z0-9/-]{0,59}$/;

export interface View {
  page: string;
  name: string;
  query: string;
}

export type ViewRefusal = TextRefusal | { ok: false; code: 'INPUT_INVALID'; details: { field: string; expected: string } };

const refuse = (field: string, expected: string): ViewRefusal => ({ ok: false, code: 'INPUT_INVALID', details: { field, expected } });

/** A search to be kept: its name is one line, its query what stands after the question mark of an address. */
export function checkView(given: View): { ok: true; view: View } | ViewRefusal {
  if (!PAGE.test(given.page)) return refuse('page', '小写字母、数字、- 或 / / small letters, digits, - and /');
  const name = checkText('name', given.name, MAX_VIEW_NAME, tidyTitle);
  if (!name.ok) return name;
  if (name.text === '') return refuse('name', '请填写名称 / a name');
  const query = checkText('query', given.query, MAX_VIEW_QUERY, (text) => text.replace(/^\?/, ''));
  if (!query.ok) return query;
  return { ok: true, view: { page: given.page, name: name.text, query: query.text } };
}
