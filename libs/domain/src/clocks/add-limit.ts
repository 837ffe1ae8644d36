import { afterWorkingMs, closingAfterWorkingDays } from '../calendar/index.js';
import type { Reckoned, WorkingCalendar } from '../calendar/types.js';
import type { Limit } from './ledger.types.js';
import { toMs, type Instant } from './limits.js';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Milliseconds of one unit that runs by the clock; none for the units that need a calendar. */
const CLOCK_UNIT_MS: Partial<Record<Limit['unit'], number>> = {
  minutes: 60_000,
  hours: HOUR_MS,
  calendarDays: DAY_MS,
};

/** Whether a unit runs in working time only. */
export const isWorkingUnit = (unit: Limit['unit']): boolean => CLOCK_UNIT_MS[unit] === undefined;

/** The calendar that working time needs; throws RangeError where none was given, which is a fault of the program. */
export function needCalendar(calendar: WorkingCalendar | null): WorkingCalendar {
  if (!calendar) throw new RangeError('A limit in working time needs a calendar');
  return calendar;
}

/** The instant (UTC) some milliseconds after another, by the clock. */
export const clockLater = (from: Instant, ms: number): string => new Date(toMs(from) + ms).toISOString();

/**
 * The end of a limit that begins at `from` (instant, UTC). Minutes, hours and calendar days run by the clock, so five
 * days end at the same time of day; working hours run in the calendar's periods; working days end at close of business
 * of the n-th working day after the date of `from` (起算当日不计). Throws RangeError for working units without a calendar
 * and for amounts that are negative or no numbers: faults of the program.
 */
export function addLimit(limit: Limit, from: string, calendar: WorkingCalendar | null): Reckoned {
  const { amount, unit } = limit;
  if (!(amount >= 0 && Number.isFinite(amount))) throw new RangeError(`Not a limit: ${amount} ${unit}`);
  const unitMs = CLOCK_UNIT_MS[unit];
  if (unitMs !== undefined) return { at: clockLater(from, Math.round(amount * unitMs)), provisional: false };
  const days = needCalendar(calendar);
  if (amount === 0) return { at: clockLater(from, 0), provisional: false };
  if (unit === 'workingHours') return afterWorkingMs(days, from, Math.round(amount * HOUR_MS));
  return closingAfterWorkingDays(days, from, Math.ceil(amount));
}

/**
 * Whether a limit is surely no longer than `most`, as for the cap of an extension. In one unit the amounts decide. Across
 * units it is asked where both would end from `where.from`; without that the answer is the cautious one: a working day
 * is at least a calendar day and a working hour at least an hour, while working time has no upper bound by the clock.
 */
export function limitIsWithin(
  limit: Limit,
  most: Limit,
  where?: { from: string; calendar: WorkingCalendar | null },
): boolean {
  if (limit.unit === most.unit) return limit.amount <= most.amount;
  if (where) {
    const end = (of: Limit): number => toMs(addLimit(of, where.from, where.calendar).at);
    return end(limit) <= end(most);
  }
  const limitUnitMs = CLOCK_UNIT_MS[limit.unit];
  if (limitUnitMs !== undefined) return limit.amount * limitUnitMs <= most.amount * leastUnitMs(most.unit);
  // Every working day has a working hour; no more is known of it here.
  return limit.amount === 0 || (most.unit === 'workingDays' && limit.amount <= most.amount);
}

const leastUnitMs = (unit: Limit['unit']): number =>
  CLOCK_UNIT_MS[unit] ?? (unit === 'workingHours' ? HOUR_MS : DAY_MS);
