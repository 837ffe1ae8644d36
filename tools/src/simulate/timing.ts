import { afterHours, HOUR_MS } from './rhythm.js';
import type { Doing } from './task-acts.types.js';

/** When somebody takes a task in hand, and when they are done with it (business ms). Null: they let it lie for good. */
export interface Timing {
  startMs: number;
  doneMs: number;
}

/** Whoever is not late sees to it that the deadline is kept; a deadline that is near moves the work before it. */
export function timingOf({ task, habits, hours, chance }: Doing): Timing | null {
  const own = chance.of('timing');
  if (own.happens(habits.forgets)) return null;
  const { openedAtMs, dueAtMs } = task;
  const startMs = afterHours(hours, openedAtMs, own.spread(habits.reactsAfterHours));
  const wantedMs = afterHours(hours, startMs, own.spread(habits.worksForHours));
  if (own.happens(habits.late)) return { startMs, doneMs: afterHours(hours, Math.max(dueAtMs, startMs), 1 + own.spread(9)) };
  const latestMs = openedAtMs + (dueAtMs - openedAtMs) * (0.55 + 0.35 * own.fraction());
  const doneMs = Math.max(openedAtMs + HOUR_MS / 4, Math.min(wantedMs, latestMs));
  return { startMs: Math.min(startMs, doneMs - HOUR_MS / 12), doneMs };
}

/** An instant between two others. */
export const between = ({ startMs, doneMs }: Timing, share: number): number => Math.round(startMs + (doneMs - startMs) * share);
