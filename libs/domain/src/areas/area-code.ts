/**
 * Area codes are the statistical division codes with a grid part behind them: a code's ancestors are its prefixes,
 * so every question about who covers whom is a question about text.
 */
export const AREA_LEVELS = ['city', 'county', 'town', 'village', 'grid'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

const LENGTHS = { city: 4, county: 6, town: 9, village: 12, grid: 15 } as const satisfies Record<AreaLevel, number>;
const LEVEL_BY_LENGTH = new Map<number, AreaLevel>(AREA_LEVELS.map((level) => [LENGTHS[level], level]));
const ONLY_DIGITS = /^[0-9]+$/;

export interface AreaUnknown {
  ok: false;
  code: 'AREA_UNKNOWN';
  details: { field: string; value: string };
}

/** The level that a code's length says, or null where it is no area code at all. */
export function levelOf(code: string): AreaLevel | null {
  return ONLY_DIGITS.test(code) ? (LEVEL_BY_LENGTH.get(code.length) ?? null) : null;
}

/** Whether the text has the form of an area code: 4, 6, 9, 12 or 15 digits. */
export const isAreaCode = (code: string): boolean => levelOf(code) !== null;

/** Reads a code that somebody typed, spaces around it forgiven; refuses with AREA_UNKNOWN what has another form. */
export function parseArea(
  value: string,
  field = 'areaCode',
): { ok: true; areaCode: string; level: AreaLevel } | AreaUnknown {
  const areaCode = value.trim();
  const level = levelOf(areaCode);
  return level === null
    ? { ok: false, code: 'AREA_UNKNOWN', details: { field, value } }
    : { ok: true, areaCode, level };
}

/** The codes above an area, the widest first, itself left out; empty for a city and for what is no code. */
export function ancestorsOf(code: string): string[] {
  if (!isAreaCode(code)) return [];
  return AREA_LEVELS.map((level) => LENGTHS[level])
    .filter((length) => length < code.length)
    .map((length) => code.slice(0, length));
}

/** Digits of the codes directly below an area of this level; a grid has none below and keeps its own. */
export const digitsBelow = (level: AreaLevel): number => LENGTHS[AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] ?? level];

/** The area directly above, or null for a city and for what is no code. */
export const parentOf = (code: string): string | null => ancestorsOf(code).at(-1) ?? null;

const prefixAt = (code: string, level: AreaLevel): string | null =>
  isAreaCode(code) && code.length >= LENGTHS[level] ? code.slice(0, LENGTHS[level]) : null;

/** The county (6 digits) that an area is or lies in; null for a city. */
export const countyOf = (code: string): string | null => prefixAt(code, 'county');

/** The town or street (9 digits) that an area is or lies in; null above it. */
export const townOf = (code: string): string | null => prefixAt(code, 'town');

/** The village or community (12 digits) that an area is or lies in; null above it. */
export const villageOf = (code: string): string | null => prefixAt(code, 'village');

/** Whether the outer area is the inner one or holds it. */
export const covers = (outer: string, inner: string): boolean =>
  isAreaCode(outer) && isAreaCode(inner) && inner.startsWith(outer);

/** The smallest area that covers all of them, or null where they share not even a city. */
export function commonAreaOf(codes: readonly string[]): string | null {
  const [first, ...rest] = codes;
  if (first === undefined) return null;
  const shared = [...ancestorsOf(first), first].filter((outer) => rest.every((inner) => covers(outer, inner)));
  return shared.filter(isAreaCode).at(-1) ?? null;
}

/** The area whose unit first holds a matter there: the village's committee, else the town's centre, else the county's. */
export const unitAreaOf = (code: string): string => villageOf(code) ?? townOf(code) ?? countyOf(code) ?? code;
