import type { WorkingCalendar } from '../calendar/types.js';
import { openBook, type Book, type Clock } from './book.js';
import { enter } from './enter.js';
import type { ClockName, ClockReading, LedgerEntry, Mark, Reckoning } from './ledger.types.js';
import { toMs, type Instant } from './limits.js';
import { DEFAULT_SHARES, marksOf, type MarkShares } from './marks.js';

/** The ledger as a book of clocks, before it is read out. */
export function readLedger(ledger: readonly LedgerEntry[], calendar: WorkingCalendar | null): Book {
  const book = openBook(calendar);
  for (const entry of ledger) enter(book, entry);
  return book;
}

/**
 * Every clock of a case, recomputed from its ledger (时限台账) in the order in which it was written. The same ledger and
 * calendar always give the same instants (ISO 8601, UTC). `now` only completes the totals of a pause that is still open;
 * `shares` come from the policy. Throws RangeError where a working limit meets no calendar: a fault of the program.
 */
export function reckon(
  ledger: readonly LedgerEntry[],
  calendar: WorkingCalendar | null,
  now?: Instant,
  shares: MarkShares = DEFAULT_SHARES,
): Reckoning {
  const book = readLedger(ledger, calendar);
  const clocks: Reckoning['clocks'] = {};
  for (const clock of book.clocks.values()) clocks[clock.clock] = readOut(clock, calendar, shares);
  return { clocks, paused: book.paused, ...totals(book, ledger, now) };
}

function readOut(reading: Clock, calendar: WorkingCalendar | null, shares: MarkShares): ClockReading {
  const { clock, holder, startedAt, firstDueAt, due, stoppedAt, standsSince, run } = reading;
  const running: ClockReading = {
    clock,
    holder,
    startedAt,
    firstDueAt,
    dueAt: due.at,
    state: stoppedAt === null ? 'running' : 'stopped',
    stoppedAt,
    provisional: due.provisional,
    extensions: reading.changes.filter((change) => change.kind === 'extend').length,
    marks: marksOf(due, reading.limit.unit, reading.runFrom, calendar, shares),
    run,
  };
  const isPaused = stoppedAt === null && standsSince !== null;
  return isPaused ? { ...running, state: 'paused', pausedSince: standsSince } : running;
}

function totals(
  { paused, waitedForResidentMs, suspendedMs }: Book,
  ledger: readonly LedgerEntry[],
  now: Instant | undefined,
): Pick<Reckoning, 'waitedForResidentMs' | 'suspendedMs'> {
  if (!paused) return { waitedForResidentMs, suspendedMs };
  const since = toMs(paused.since);
  const until = Math.max(since, toMs(ledger.at(-1)?.at ?? since), now === undefined ? since : toMs(now));
  const open = until - since;
  return paused.reason === 'suspended'
    ? { waitedForResidentMs, suspendedMs: suspendedMs + open }
    : { waitedForResidentMs: waitedForResidentMs + open, suspendedMs };
}

/** One mark of one running clock, for whoever waits for the next. */
export interface DueMark {
  clock: ClockName;
  mark: Mark;
  /** ISO 8601, UTC. */
  at: string;
  run: number;
}

const MARKS: readonly Mark[] = ['half', 'yellow', 'red'];

/** The marks of all running clocks, earliest first, past ones too; the short ones (response, call-back) have only red. */
export function dueOrder(reckoning: Reckoning): DueMark[] {
  return Object.values(reckoning.clocks)
    .filter((reading): reading is ClockReading => reading?.state === 'running')
    .flatMap(({ clock, marks, run }) =>
      MARKS.filter((mark) => mark === 'red' || (clock !== 'response' && clock !== 'callBack')).map((mark) => ({
        clock,
        mark,
        at: marks[mark],
        run,
      })),
    )
    .sort((a, b) => toMs(a.at) - toMs(b.at));
}

/** How late a clock is (ms), 0 while in time: until its stop, its pause or `now`. The deadline itself is in time. */
export const lateMs = (reading: ClockReading, now: Instant): number =>
  Math.max(0, toMs(reading.stoppedAt ?? reading.pausedSince ?? now) - toMs(reading.dueAt));

/** Whether a clock has passed its deadline: at its stop, at its pause while it stands, else `now`. */
export const isLate = (reading: ClockReading, now: Instant): boolean => lateMs(reading, now) > 0;

/** Whether the first promise was not kept, whatever has moved the deadline since: still counted (首次承诺). */
export const lateAgainstFirstPromise = (reading: ClockReading, now: Instant): boolean =>
  toMs(reading.stoppedAt ?? now) > toMs(reading.firstDueAt);
