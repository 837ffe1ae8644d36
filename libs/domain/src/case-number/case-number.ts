export interface CaseNumberParts {
  /** Six digits; whoever holds a case number knows the tenant. */
  countyCode: string;
  /** The day of receipt in China, yyyymmdd. */
  day: string;
  /** From 1, counted per county and day. */
  sequence: number;
}

const FORM = /^([0-9]{6})-([0-9]{8})-([0-9]{6,15})$/;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The calendar day in China (UTC+8 all year round) of an instant in milliseconds, as yyyymmdd. */
export const localDay = (epochMs: number): string =>
  new Date(epochMs + CHINA_OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '');

/** The number a case is known by, which is its workflow's id: county, day and a sequence of at least six digits. */
export const formatCaseNumber = ({ countyCode, day, sequence }: CaseNumberParts): string =>
  `${countyCode}-${day}-${String(sequence).padStart(6, '0')}`;

function isDay(day: string): boolean {
  const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(iso);
}

/** Takes a case number apart, spaces around it forgiven; refuses as CASE_NOT_FOUND what can be no case's number. */
export function parseCaseNumber(
  value: string,
): ({ ok: true } & CaseNumberParts) | { ok: false; code: 'CASE_NOT_FOUND'; details: { value: string } } {
  const [, countyCode = '', day = '', digits = ''] = FORM.exec(value.trim()) ?? [];
  const sequence = Number(digits);
  const canonical = formatCaseNumber({ countyCode, day, sequence }) === value.trim();
  if (digits === '' || !isDay(day) || sequence < 1 || !canonical) {
    return { ok: false, code: 'CASE_NOT_FOUND', details: { value } };
  }
  return { ok: true, countyCode, day, sequence };
}
