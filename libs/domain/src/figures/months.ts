import { instantOf, parseDate } from '../calendar/local-day.js';

export interface Month {
  /** `2026-11`. */
  month: string;
  /** The first instant, and the first one after it; ISO 8601, UTC. */
  from: string;
  until: string;
}

const iso = (date: string): string => new Date(instantOf(parseDate(date) ?? 0, 0)).toISOString();

const shifted = (month: string, by: number): string => {
  const [year = 0, one = 1] = month.split('-').map(Number);
  const months = year * 12 + (one - 1) + by;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
};

/** A month of the county's calendar (Asia/Shanghai), or null for what is none. */
export function monthOf(month: string): Month | null {
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) return null;
  return { month, from: iso(`${month}-01`), until: iso(`${shifted(month, 1)}-01`) };
}

/** So many months later, or earlier: `2026-01` and -1 give `2025-12`. */
export const monthsLater = shifted;

/** The month (`2026-11`) of a local date. */
export const monthOfDate = (date: string): string => date.slice(0, 7);
