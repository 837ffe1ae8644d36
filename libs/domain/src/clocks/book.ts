import type { WorkingCalendar } from '../calendar/types.js';
import type { Path } from '../paths/vocabulary.js';
import type { ClockName, Holder, Limit } from './ledger.types.js';
import { toMs } from './limits.js';
import { derive, firstDue, move, type Change, type Due, type PauseReason } from './moves.js';

/** From where a clock's limit counts: its start, or the hand-over that set it anew. */
export interface Base {
  kind: 'start' | 'handOver';
  at: string;
  limit: Limit;
  path?: Path;
  round?: number;
}

/** One clock while the ledger is read. */
export interface Clock {
  clock: ClockName;
  holder: Holder;
  startedAt: string;
  firstDueAt: string;
  base: Base;
  /** The limit in force: the base's, or that of the last reclassification. */
  limit: Limit;
  /** Since the base, in force. */
  changes: Change[];
  /** Since the stop: in force only if the stop is taken back. */
  pending: Change[];
  due: Due;
  runFrom: string;
  run: number;
  standsSince: string | null;
  stoppedAt: string | null;
}

/** All clocks while the ledger is read. */
export interface Book {
  calendar: WorkingCalendar | null;
  clocks: Map<ClockName, Clock>;
  paused: { reason: PauseReason; since: string } | null;
  waitedForResidentMs: number;
  suspendedMs: number;
}

export const openBook = (calendar: WorkingCalendar | null): Book => ({
  calendar,
  clocks: new Map(),
  paused: null,
  waitedForResidentMs: 0,
  suspendedMs: 0,
});

/** A clock's new run from a base: what moved or stopped it before is behind it. */
export function startRun(book: Book, clock: ClockName, holder: Holder, base: Base): Clock {
  const due = firstDue(base.limit, base.at, book.calendar);
  const fresh: Clock = {
    clock,
    holder,
    startedAt: base.at,
    firstDueAt: due.at,
    base,
    limit: base.limit,
    changes: [],
    pending: [],
    due,
    runFrom: base.at,
    run: (book.clocks.get(clock)?.run ?? 0) + 1,
    standsSince: book.paused ? base.at : null,
    stoppedAt: null,
  };
  book.clocks.set(clock, fresh);
  return fresh;
}

/** Enters what moves a clock; on a stopped one it waits for the stop to be taken back. */
export function note(book: Book, clock: Clock, change: Change): void {
  if (clock.stoppedAt !== null) return void clock.pending.push(change);
  clock.changes.push(change);
  if (change.kind === 'limit') {
    clock.limit = change.limit;
    clock.due = derive(change.limit, clock.base.at, clock.changes, book.calendar);
  } else {
    clock.due = move(clock.due, clock.limit.unit, change, book.calendar);
  }
}

/** What it stood until now is settled; where the pause goes on, it stands anew from here. */
export function settleStand(book: Book, clock: Clock, to: string): void {
  const from = clock.standsSince;
  if (from === null || !book.paused) return;
  if (toMs(to) > toMs(from)) note(book, clock, { kind: 'stand', from, to, reason: book.paused.reason });
  clock.standsSince = to;
}

/** The answer is there; a clock that stands has stood until now. */
export function stop(book: Book, clock: Clock | undefined, at: string): void {
  if (!clock || clock.stoppedAt !== null) return;
  settleStand(book, clock, at);
  clock.stoppedAt = at;
}

/** The clock goes on as if it had never stopped. */
export function takeStopBack(book: Book, clock: Clock, at: string): void {
  if (clock.stoppedAt === null) return;
  const { pending } = clock;
  clock.stoppedAt = null;
  clock.pending = [];
  for (const change of pending) note(book, clock, change);
  note(book, clock, { kind: 'reopen', at });
}
