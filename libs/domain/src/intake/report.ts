import { checkText, MAX_TEXT, MAX_TITLE, tidyTitle, type TextRefusal } from './texts.js';

/** So many cases may be started by one call. */
export const MAX_BATCH = 200;

export interface ReportTexts {
  title?: string | null;
  text: string;
  /** What did not fit into the text of one message, in order. */
  furtherText?: readonly string[] | null;
}

export interface CheckedReport {
  title: string | null;
  text: string;
  furtherText: string[];
}

export type IntakeRefusal =
  | TextRefusal
  | { ok: false; code: 'IDEMPOTENCY_KEY_INVALID'; details: { field: string } }
  | { ok: false; code: 'TIME_INVALID' | 'INPUT_INVALID'; details: { field: string; expected: string } };

/**
 * Normalises and checks what was reported: a text is required and may have 4,000 characters, as may each further
 * part; a title is one line of 200 at most. The first thing wrong is refused by its field.
 */
export function checkReport(given: ReportTexts): { ok: true; report: CheckedReport } | TextRefusal {
  const text = checkText('text', given.text, MAX_TEXT);
  if (!text.ok) return text;
  if (text.text === '') return { ok: false, code: 'TEXT_REQUIRED', details: { field: 'text' } };
  const title = checkText('title', given.title ?? '', MAX_TITLE, tidyTitle);
  if (!title.ok) return title;
  const furtherText: string[] = [];
  for (const [index, part] of (given.furtherText ?? []).entries()) {
    const further = checkText(`furtherText[${index}]`, part, MAX_TEXT);
    if (!further.ok) return further;
    if (further.text !== '') furtherText.push(further.text);
  }
  return { ok: true, report: { title: title.text === '' ? null : title.text, text: text.text, furtherText } };
}

/** An idempotency key is 1 to 128 visible ASCII characters, taken exactly as given. */
export function checkIdempotencyKey(key: string): { ok: true; idempotencyKey: string } | IntakeRefusal {
  return /^[\x21-\x7e]{1,128}$/.test(key)
    ? { ok: true, idempotencyKey: key }
    : { ok: false, code: 'IDEMPOTENCY_KEY_INVALID', details: { field: 'idempotencyKey' } };
}

const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** A time of the past: an instant not later than now (5 minutes of clock difference forgiven), as ISO text in UTC. */
export function checkTime(
  field: string,
  value: string | number,
  nowMs: number,
): { ok: true; at: string } | IntakeRefusal {
  const ms = typeof value === 'number' ? value : Date.parse(value);
  const usable = Number.isFinite(ms) && ms > Date.UTC(1900, 0) && ms <= nowMs + CLOCK_TOLERANCE_MS;
  return usable
    ? { ok: true, at: new Date(ms).toISOString() }
    : {
        ok: false,
        code: 'TIME_INVALID',
        details: { field, expected: '不晚于现在的 ISO 8601 时间 / an ISO 8601 time that is not in the future' },
      };
}

/** A reason or comment that the resident will read: required, under the same limits as a text. */
export function checkReason(field: string, given: string): { ok: true; text: string } | IntakeRefusal {
  const checked = checkText(field, given, MAX_TEXT);
  if (!checked.ok || checked.text !== '') return checked;
  return { ok: false, code: 'INPUT_INVALID', details: { field, expected: '不能为空 / must not be empty' } };
}
