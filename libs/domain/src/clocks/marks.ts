import { afterWorkingMs, workingMsBetween } from '../calendar/index.js';
import type { WorkingCalendar } from '../calendar/types.js';
import { clockLater, isWorkingUnit, needCalendar } from './add-limit.js';
import type { Limit, Mark } from './ledger.types.js';
import { toMs } from './limits.js';
import type { Due } from './moves.js';

/** Shares of the running time at which a clock is marked; red is always the whole. */
export interface MarkShares {
  half: number;
  yellow: number;
}

export const DEFAULT_SHARES: MarkShares = { half: 0.5, yellow: 0.8 };

interface Stretch {
  from: string;
  ms: number;
}

/**
 * When the shares of a run have passed (instants, UTC), from its start to its deadline. Time in which the clock stood
 * does not run; clocks of working limits run in working time, so that their marks fall into it.
 */
export function marksOf(
  due: Due,
  unit: Limit['unit'],
  runFrom: string,
  calendar: WorkingCalendar | null,
  shares: MarkShares,
): Record<Mark, string> {
  const stretches = runningStretches(due, unit, runFrom, calendar);
  const total = stretches.reduce((sum, { ms }) => sum + ms, 0);
  const at = (share: number): string => {
    let left = Math.round(total * share);
    for (const { from, ms } of stretches) {
      if (left <= ms) return runOn(from, left, unit, calendar);
      left -= ms;
    }
    return due.at;
  };
  return { half: at(shares.half), yellow: at(shares.yellow), red: due.at };
}

const runOn = (from: string, ms: number, unit: Limit['unit'], calendar: WorkingCalendar | null): string =>
  isWorkingUnit(unit) ? afterWorkingMs(needCalendar(calendar), from, ms).at : clockLater(from, ms);

function runningStretches(due: Due, unit: Limit['unit'], runFrom: string, calendar: WorkingCalendar | null): Stretch[] {
  const stretches: Stretch[] = [];
  let cursor = runFrom;
  const runUntil = (until: string): void => {
    if (toMs(until) <= toMs(cursor)) return;
    const ms = isWorkingUnit(unit)
      ? workingMsBetween(needCalendar(calendar), cursor, until)
      : toMs(until) - toMs(cursor);
    if (ms > 0) stretches.push({ from: cursor, ms });
  };
  for (const { from, to } of due.stood) {
    runUntil(from);
    if (toMs(to) > toMs(cursor)) cursor = to;
  }
  runUntil(due.runningUntil);
  return stretches;
}
