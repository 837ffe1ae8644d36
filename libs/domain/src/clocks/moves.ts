import {
  afterWorkingMs,
  closingAfterWorkingDays,
  localDateOf,
  workingDaysBetween,
  workingMsBetween,
} from '../calendar/index.js';
import type { Reckoned, WorkingCalendar } from '../calendar/types.js';
import type { Path } from '../paths/vocabulary.js';
import { addLimit, clockLater, DAY_MS, needCalendar } from './add-limit.js';
import type { Limit } from './ledger.types.js';
import { toMs } from './limits.js';

export type PauseReason = 'waitingForResident' | 'suspended';

/** What moves one clock's deadline after the start of its run. Instants are ISO 8601, UTC. */
export type Change =
  | { kind: 'stand'; from: string; to: string; reason: PauseReason }
  | { kind: 'extend'; at: string; by: Limit }
  | { kind: 'limit'; at: string; limit: Limit; path: Path }
  /** A stop was taken back: it moves nothing, but belongs to the story. */
  | { kind: 'reopen'; at: string };

/** A deadline with what its marks need: the end of the running time and the spans in which it stood before that. */
export interface Due extends Reckoned {
  runningUntil: string;
  /** `pushed`: it would have been due before it ran again, and so became due at the next possible instant. */
  stood: readonly { from: string; to: string; pushed: boolean }[];
}

/** A deadline that nothing has moved yet. */
export const firstDue = (limit: Limit, from: string, calendar: WorkingCalendar | null): Due => {
  const { at, provisional } = addLimit(limit, from, calendar);
  return { at, provisional, runningUntil: at, stood: [] };
};

/** The deadline of a limit from the start of a run, with everything that has moved it since. */
export function derive(
  limit: Limit,
  from: string,
  changes: readonly Change[],
  calendar: WorkingCalendar | null,
): Due {
  return changes.reduce((due, change) => move(due, limit.unit, change, calendar), firstDue(limit, from, calendar));
}

/** A deadline after one change; a change of the limit itself is for `derive`. Never earlier than before. */
export function move(due: Due, unit: Limit['unit'], change: Change, calendar: WorkingCalendar | null): Due {
  if (change.kind === 'stand') return stand(due, unit, change, calendar);
  if (change.kind === 'extend') return extend(due, unit, change.by, calendar);
  return due;
}

/**
 * A clock that stood from `from` to `to`:
 * 1. by the clock it moves by the length; in working hours by the working time in it; in working days by the working
 *    days after the date of `from` up to and with the date of `to`;
 * 2. in time when it came to stand, it is never due at or before `to`;
 * 3. late when it came to stand, it is still late at `to`: a pause takes no lateness back.
 */
function stand(
  due: Due,
  unit: Limit['unit'],
  span: { from: string; to: string },
  calendar: WorkingCalendar | null,
): Due {
  if (toMs(span.to) <= toMs(span.from)) return due;
  const late = toMs(due.at) < toMs(span.from);
  const moved = standFor(due, unit, span, calendar);
  const provisional = due.provisional || moved.provisional;
  if (late) return { ...due, at: moved.at, provisional };
  const pushed = toMs(moved.at) <= toMs(span.to);
  const next = pushed ? nextDueAfter(unit, span.to, calendar) : moved;
  return {
    at: next.at,
    provisional: provisional || next.provisional,
    runningUntil: next.at,
    stood: [...due.stood, { from: span.from, to: span.to, pushed }],
  };
}

function standFor(
  due: Reckoned,
  unit: Limit['unit'],
  { from, to }: { from: string; to: string },
  calendar: WorkingCalendar | null,
): Reckoned {
  if (unit === 'workingHours') {
    const ms = workingMsBetween(needCalendar(calendar), from, to);
    return ms > 0 ? afterWorkingMs(needCalendar(calendar), due.at, ms) : due;
  }
  if (unit !== 'workingDays') return { at: clockLater(due.at, toMs(to) - toMs(from)), provisional: false };
  const late = toMs(due.at) < toMs(from);
  const days = workingDaysBetween(needCalendar(calendar), localDateOf(from), localDateOf(to));
  const moved = closingLater(due, days, needCalendar(calendar));
  return late && toMs(moved.at) > toMs(to) ? closingLater(due, days - 1, needCalendar(calendar)) : moved;
}

const closingLater = (due: Reckoned, days: number, calendar: WorkingCalendar): Reckoned =>
  days > 0 ? closingAfterWorkingDays(calendar, due.at, days) : due;

function nextDueAfter(unit: Limit['unit'], instant: string, calendar: WorkingCalendar | null): Reckoned {
  if (unit === 'workingDays') return closingAfterWorkingDays(needCalendar(calendar), instant, 1);
  if (unit === 'workingHours') return afterWorkingMs(needCalendar(calendar), instant, 1);
  return { at: clockLater(instant, 1), provisional: false };
}

/** More time, counted on from the deadline in the unit of the extension; a clock in working days still ends at a close. */
function extend(due: Due, unit: Limit['unit'], by: Limit, calendar: WorkingCalendar | null): Due {
  if (by.amount <= 0) return due;
  const added = addLimit(by, due.at, calendar);
  const next = unit === 'workingDays' && by.unit !== unit ? closeAtOrAfter(added, needCalendar(calendar)) : added;
  return { ...due, at: next.at, provisional: due.provisional || next.provisional, runningUntil: next.at };
}

function closeAtOrAfter(reckoned: Reckoned, calendar: WorkingCalendar): Reckoned {
  const sameDate = closingAfterWorkingDays(calendar, clockLater(reckoned.at, -DAY_MS), 1);
  const close = toMs(sameDate.at) >= toMs(reckoned.at) ? sameDate : closingAfterWorkingDays(calendar, reckoned.at, 1);
  return { at: close.at, provisional: reckoned.provisional || close.provisional };
}
