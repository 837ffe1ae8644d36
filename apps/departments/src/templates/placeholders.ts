import { refuse, type Refusal } from '@yiwang/contracts/errors';

/** What a response template may leave open, by the name it is written under; either name may be used. */
export const PLACEHOLDERS = [
  { name: 'caseNumber', zh: '案件编号', en: 'Number of the case' },
  { name: 'categoryName', zh: '事项类别', en: 'What the case is about' },
  { name: 'areaName', zh: '所在区域', en: 'Where it is' },
  { name: 'unitName', zh: '办理单位', en: 'The unit that answers' },
  { name: 'unitPhone', zh: '办理单位电话', en: 'The unit’s office telephone' },
  { name: 'receivedDate', zh: '受理日期', en: 'The day it was received' },
  { name: 'dueDate', zh: '办结期限', en: 'The day it is due' },
  { name: 'today', zh: '今日日期', en: 'The day of the answer' },
  { name: 'result', zh: '办理结果', en: 'What was done' },
  { name: 'legalGround', zh: '法律依据', en: 'The law it rests on' },
] as const;

const KNOWN: ReadonlySet<string> = new Set(PLACEHOLDERS.flatMap(({ name, zh }) => [name, zh]));
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

/**
 * Whether every `{{…}}` of a text is one that will be filled. Refuses with PLACEHOLDER_UNKNOWN the first that is not, and
 * braces that are left open.
 */
export function checkPlaceholders(field: string, text: string): { ok: true; names: string[] } | Refusal {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name.trim());
  const rest = text.replace(PLACEHOLDER, '');
  const open = rest.search(/\{\{|\}\}/);
  const unknown = names.find((name) => !KNOWN.has(name)) ?? (open < 0 ? undefined : rest.slice(open, open + 20));
  if (unknown === undefined) return { ok: true, names: [...new Set(names)] };
  return refuse('PLACEHOLDER_UNKNOWN', { field, value: unknown, expected: PLACEHOLDERS.map(({ zh }) => zh) });
}
