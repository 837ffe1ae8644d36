import { workingMsBetween } from '../calendar/index.js';
import type { WorkingCalendar } from '../calendar/types.js';
import { isWorkingUnit } from './add-limit.js';
import type { Limit } from './ledger.types.js';
import { toMs, type Instant } from './limits.js';

const MINUTE_MS = 60_000;

/**
 * Whole minutes of working time until a deadline, or since it as a negative number: what an office has left, nights,
 * weekends and holidays apart. Null where the limit runs by the clock, which is then what is left.
 */
export function workingMinutesLeft(limit: Limit, dueAt: Instant, now: Instant, calendar: WorkingCalendar): number | null {
  if (!isWorkingUnit(limit.unit)) return null;
  const isLate = toMs(now) > toMs(dueAt);
  const ms = isLate ? -workingMsBetween(calendar, dueAt, now) : workingMsBetween(calendar, now, dueAt);
  return Math.trunc(ms / MINUTE_MS) + 0;
}
