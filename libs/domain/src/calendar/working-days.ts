import type { Instant } from '../clocks/limits.js';
import { dateOf, dayOfDate, instantOf, localDayOf, minutesOf, weekdayOf, type LocalDay } from './local-day.js';
import type { DayPeriod, Reckoned, WorkingCalendar } from './types.js';

/** A calendar that offers no working day for so long is broken; better an error than a walk without end. */
export const MOST_IDLE_DAYS = 5 * 366;

const NO_PERIODS: readonly DayPeriod[] = [];

interface Work {
  periods: readonly DayPeriod[];
  covered: boolean;
}

/** Days already looked up. A calendar is never changed in place, and what is looked up goes with it. */
const lookedUp = new WeakMap<WorkingCalendar, Map<LocalDay, Work>>();

/** The periods worked on a local day, with whether the calendar covers it. */
export function workOn(calendar: WorkingCalendar, day: LocalDay): Work {
  let days = lookedUp.get(calendar);
  if (!days) lookedUp.set(calendar, (days = new Map()));
  let work = days.get(day);
  if (!work) days.set(day, (work = lookUp(calendar, day)));
  return work;
}

function lookUp(calendar: WorkingCalendar, day: LocalDay): Work {
  const date = dateOf(day);
  const covered = isCovered(calendar, date);
  const special = Object.hasOwn(calendar.days, date) ? calendar.days[date] : undefined;
  if (special === 'off') return { periods: NO_PERIODS, covered };
  if (special === 'work') return { periods: calendar.periods, covered };
  if (special !== undefined) return { periods: special, covered };
  return { periods: calendar.weekdays.includes(weekdayOf(day)) ? calendar.periods : NO_PERIODS, covered };
}

/** Whether the calendar knows the holidays and make-up days of a date's year. */
export const isCovered = (calendar: WorkingCalendar, date: string): boolean =>
  calendar.years.includes(Number(date.slice(0, 4)));

/** The periods (local `HH:MM`) worked on a date `YYYY-MM-DD`; none on a day off. Throws RangeError for what is no date. */
export const periodsOn = (calendar: WorkingCalendar, date: string): readonly DayPeriod[] =>
  workOn(calendar, dayOfDate(date)).periods;

/** Whether anybody works on a date, be it half a day. Throws RangeError for what is no date. */
export const isWorkingDay = (calendar: WorkingCalendar, date: string): boolean => periodsOn(calendar, date).length > 0;

/** The working days after `dateA` up to and with `dateB`; 0 where `dateB` is not later. Throws RangeError for what is no date. */
export function workingDaysBetween(calendar: WorkingCalendar, dateA: string, dateB: string): number {
  const last = dayOfDate(dateB);
  let count = 0;
  for (let day = dayOfDate(dateA) + 1; day <= last; day += 1) if (workOn(calendar, day).periods.length > 0) count += 1;
  return count;
}

interface Close {
  day: LocalDay;
  closesAtMs: number;
  covered: boolean;
}

/** The close of the first working day from `day` on, or backwards, and whether all days looked at are covered. */
function closeFrom(calendar: WorkingCalendar, day: LocalDay, direction: 1 | -1): Close {
  let allCovered = true;
  for (let idle = 0; idle <= MOST_IDLE_DAYS; idle += 1) {
    const at = day + idle * direction;
    const { periods, covered } = workOn(calendar, at);
    allCovered &&= covered;
    const last = periods.at(-1);
    if (last) return { day: at, closesAtMs: instantOf(at, minutesOf(last[1])), covered: allCovered };
  }
  throw new RangeError(`No working day within five years of ${dateOf(day)}`);
}

/**
 * When a limit in working days ends: the day it begins on does not count, and it ends at the close of business of the
 * last one, as limits of administrative law are counted (开始的当日不计入, counted in working days). A start in the
 * evening, at night or on a holiday therefore gives the same as any other on that date. With 0 days it is the close of
 * the start date, or of the last working day before where nobody works then, and so may lie before the start.
 * Throws RangeError for days that are no whole number from 0, and after five years without a working day.
 */
export function closingAfterWorkingDays(calendar: WorkingCalendar, from: Instant, days: number): Reckoned {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`Not a number of working days: ${days}`);
  let close: Close = { day: localDayOf(from), closesAtMs: 0, covered: true };
  let provisional = false;
  if (days === 0) close = closeFrom(calendar, close.day, -1);
  for (let counted = 0; counted < days; counted += 1) {
    close = closeFrom(calendar, close.day + 1, 1);
    provisional ||= !close.covered;
  }
  return { at: new Date(close.closesAtMs).toISOString(), provisional: provisional || !close.covered };
}
