import { toMs, type Instant } from '../clocks/limits.js';

/** China has kept one time without summer time since 1992, so a fixed offset is the zone (Asia/Shanghai). */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A local date as the number of days since 1970-01-01. */
export type LocalDay = number;

export const localDayOf = (instant: Instant): LocalDay => Math.floor((toMs(instant) + OFFSET_MS) / DAY_MS);

const twoDigits = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** The date `YYYY-MM-DD` of a local day. Written out, because cutting it from an ISO text costs four times as much. */
export function dateOf(day: LocalDay): string {
  const date = new Date(day * DAY_MS);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

/** The instant, in milliseconds, at so many minutes after local midnight. */
export const instantOf = (day: LocalDay, minutes: number): number => day * DAY_MS - OFFSET_MS + minutes * MINUTE_MS;

/** Monday 1 to Sunday 7; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: LocalDay): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The local day of a date `YYYY-MM-DD`, or null where there is no such date, as 2026-02-30. */
export function parseDate(date: string): LocalDay | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  return Number.isFinite(day) && dateOf(day) === date ? day : null;
}

/** The local day of a date; throws RangeError for what is none, which is a fault of the program. */
export function dayOfDate(date: string): LocalDay {
  const day = parseDate(date);
  if (day === null) throw new RangeError(`Not a date: ${date}`);
  return day;
}

/** Minutes since local midnight of `HH:MM`; 24:00 is the end of the day. */
export const minutesOf = (time: string): number =>
  (digit(time, 0) * 10 + digit(time, 1)) * 60 + digit(time, 3) * 10 + digit(time, 4);

/** Read a thousand times in one reckoning, so without cutting the text up. */
const digit = (text: string, index: number): number => text.charCodeAt(index) - 48;

/** The date (`YYYY-MM-DD`) that the calendar on an office's wall shows at an instant: Asia/Shanghai. */
export const localDateOf = (instant: Instant): string => dateOf(localDayOf(instant));

/** The instant at which a date (`YYYY-MM-DD`) begins in a county; throws RangeError for what is no date. */
export const startOfDay = (date: string): string => new Date(instantOf(dayOfDate(date), 0)).toISOString();
