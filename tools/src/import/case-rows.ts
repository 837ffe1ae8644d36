import { createHash } from 'node:crypto';
import type { Channel } from '@yiwang/contracts/case-flow';
import {
  canonicalForm,
  codePoints,
  MAX_TITLE,
  splitLongText,
  tidyText,
  tidyTitle,
  withoutControlCharacters,
} from '@yiwang/domain/intake';
import type { ColumnMap, Field, Preset } from './columns.js';
import { readChinaTime } from './times.js';

/** What `startCases` takes, as far as an export can fill it. */
export interface StartInput {
  idempotencyKey: string;
  title?: string;
  text: string;
  furtherText?: string[];
  categoryCode?: string;
  areaCode?: string;
  qrPointCode?: string;
  placeText?: string;
  channel: Channel;
  reportedAt?: string;
  sourceReference?: string;
  reporter?: { name?: string; phone?: string; reference?: string };
}

export interface ClosedInput {
  start: StartInput;
  reply: string;
  repliedAt: string;
}

export type MappedRow =
  | { ok: true; start: StartInput; closed: ClosedInput | null; timeUnread: boolean }
  | { ok: false; code: 'TEXT_REQUIRED' | 'ROW_UNREADABLE' | 'REPLY_MISSING' };

export interface MappingOptions {
  channel: Channel;
  history: boolean;
  nowMs: number;
  /** The area of every row that names none itself. */
  areaCode?: string;
}

/** What the services take of the lesser texts, in characters; an import cuts them rather than losing the row. */
const MOST = { place: 200, id: 200, name: 60, phone: 40, reporter: 128 } as const satisfies Partial<
  Record<Field, number>
>;

/** A text of which more than this share could not be decoded is not readable. */
const UNREADABLE_SHARE = 0.05;

/**
 * Makes inputs of rows. Each row has a key that is the same in every run: the kind of export with the row's id, or
 * with the row's content where it has none; a repeated one gets its count in the file, so that every row is a case.
 */
export function rowMapper(header: readonly string[], preset: Preset, options: MappingOptions) {
  const seen = new Map<string, number>();
  const fieldOf = fieldReader(header, preset.columns);
  return (fields: readonly string[]): MappedRow => {
    const read = (field: Field): string => fieldOf(fields, field);
    const written = tidyText(read('text'));
    if (written === '') return { ok: false, code: 'TEXT_REQUIRED' };
    if (isUnreadable(written)) return { ok: false, code: 'ROW_UNREADABLE' };
    const key = keyOf(preset.name, read('id'), fields);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const short = (field: keyof typeof MOST): string => [...tidyTitle(read(field))].slice(0, MOST[field]).join('');
    const reportedAt = pastTime(read('time'), options.nowMs);
    const start = compact<StartInput>({
      idempotencyKey: count === 1 ? key : `${key}~${count}`,
      ...texts(tidyTitle(read('title')), written),
      categoryCode: read('category'),
      areaCode: read('area') || options.areaCode,
      qrPointCode: read('qr'),
      placeText: short('place'),
      channel: options.channel,
      reportedAt: reportedAt ?? '',
      sourceReference: short('id'),
      reporter: compact({ name: short('name'), phone: short('phone'), reference: short('reporter') }),
    });
    const timeUnread = reportedAt === null && read('time') !== '';
    if (!options.history) return { ok: true, start, closed: null, timeUnread };
    const reply = tidyText(read('reply'));
    const repliedAt = readChinaTime(read('repliedAt'));
    if (reply === '' || repliedAt === null) return { ok: false, code: 'REPLY_MISSING' };
    return { ok: true, start, closed: { start, reply, repliedAt }, timeUnread };
  };
}

function fieldReader(header: readonly string[], columns: ColumnMap) {
  const positions = new Map(Object.entries(columns).map(([field, name]) => [field, header.indexOf(name)]));
  return (fields: readonly string[], field: Field): string =>
    withoutControlCharacters(fields[positions.get(field) ?? -1] ?? '').trim();
}

/** A message from the future has a wrong time, not a wrong text: it is taken without one. */
function pastTime(written: string, nowMs: number): string | null {
  const at = readChinaTime(written);
  return at !== null && Date.parse(at) <= nowMs ? at : null;
}

function isUnreadable(text: string): boolean {
  const lost = text.split('\uFFFD').length - 1;
  return lost > text.length * UNREADABLE_SHARE;
}

/** Exports of known form have numbers of their own; of any other, equal numbers say little without the content. */
function keyOf(kind: string, id: string, fields: readonly string[]): string {
  const ownNumber = /^[\x21-\x7d]{1,80}$/.test(id);
  if (ownNumber && kind !== 'csv') return `${kind}:${id}`;
  const content = createHash('sha256')
    .update(canonicalForm(fields.map((field) => field.trim())))
    .digest('hex');
  return ownNumber ? `${kind}:${id}:${content.slice(0, 16)}` : `${kind}:sha256:${content.slice(0, 40)}`;
}

/** A text over the limit goes in parts; a title over its limit is cut short there and kept whole in the text. */
function texts(title: string, text: string): Pick<StartInput, 'title' | 'text' | 'furtherText'> {
  const tooLong = codePoints(title) > MAX_TITLE;
  const parts = splitLongText(tooLong ? `${title}\n${text}` : text).filter((part) => part.trim() !== '');
  const [first = '', ...furtherText] = parts;
  return { title: tooLong ? `${[...title].slice(0, MAX_TITLE - 1).join('')}…` : title, text: first, furtherText };
}

/** Leaves out what is empty: an input says only what the row says. */
function compact<T extends object>(value: T): T {
  const isEmpty = (field: unknown): boolean =>
    field === null ||
    field === '' ||
    field === undefined ||
    (typeof field === 'object' && Object.keys(field).length === 0);
  return Object.fromEntries(Object.entries(value).filter(([, field]) => !isEmpty(field))) as T;
}
