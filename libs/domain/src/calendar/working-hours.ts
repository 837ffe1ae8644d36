import { toMs, type Instant } from '../clocks/limits.js';
import { dateOf, instantOf, localDayOf, minutesOf } from './local-day.js';
import { MOST_IDLE_DAYS, workOn } from './working-days.js';
import type { Reckoned, WorkingCalendar } from './types.js';

/**
 * When so many milliseconds of working time have passed: only the periods of working days count, so a start out of
 * hours begins with the next opening, and time that runs out at noon ends at noon rather than after the break. 0 is the
 * start itself. Throws RangeError for negative time, and after five years without a working day.
 */
export function afterWorkingMs(calendar: WorkingCalendar, from: Instant, ms: number): Reckoned {
  const start = toMs(from);
  if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`Not a length of working time: ${ms}`);
  let left = ms;
  let provisional = false;
  let lastWorked = localDayOf(start);
  for (let day = lastWorked; day - lastWorked <= MOST_IDLE_DAYS; day += 1) {
    const { periods, covered } = workOn(calendar, day);
    provisional ||= !covered;
    if (left === 0) return { at: new Date(start).toISOString(), provisional };
    if (periods.length > 0) lastWorked = day;
    for (const [opens, closes] of periods) {
      const begins = Math.max(start, instantOf(day, minutesOf(opens)));
      const available = Math.max(0, instantOf(day, minutesOf(closes)) - begins);
      if (left <= available) return { at: new Date(begins + left).toISOString(), provisional };
      left -= available;
    }
  }
  throw new RangeError(`No working day within five years of ${dateOf(lastWorked)}`);
}

/** The milliseconds of working time between two instants; 0 where the second is not later. */
export function workingMsBetween(calendar: WorkingCalendar, a: Instant, b: Instant): number {
  const [start, end] = [toMs(a), toMs(b)];
  let sum = 0;
  for (let day = localDayOf(start); instantOf(day, 0) < end; day += 1) {
    for (const [opens, closes] of workOn(calendar, day).periods) {
      const begins = Math.max(start, instantOf(day, minutesOf(opens)));
      sum += Math.max(0, Math.min(end, instantOf(day, minutesOf(closes))) - begins);
    }
  }
  return sum;
}
