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
  fromMs: number;
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
  const working = isWorkingUnit(unit) ? needCalendar(calendar) : null;
  const stretches = runningStretches(due, runFrom, working);
  const total = stretches.reduce((sum, { ms }) => sum + ms, 0);
  const at = (share: number): string => {
    let left = Math.round(total * share);
    for (const { fromMs, ms } of stretches) {
      if (left <= ms) return working ? afterWorkingMs(working, fromMs, left).at : clockLater(fromMs, left);
      left -= ms;
    }
    return due.at;
  };
  return { half: at(shares.half), yellow: at(shares.yellow), red: due.at };
}

function runningStretches(due: Due, runFrom: string, working: WorkingCalendar | null): Stretch[] {
  const stretches: Stretch[] = [];
  let fromMs = toMs(runFrom);
  const runUntil = (untilMs: number): void => {
    if (untilMs <= fromMs) return;
    const ms = working ? workingMsBetween(working, fromMs, untilMs) : untilMs - fromMs;
    if (ms > 0) stretches.push({ fromMs, ms });
  };
  for (const { from, to } of due.stood) {
    runUntil(toMs(from));
    fromMs = Math.max(fromMs, toMs(to));
  }
  runUntil(toMs(due.runningUntil));
  return stretches;
}
