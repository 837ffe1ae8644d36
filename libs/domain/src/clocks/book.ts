import type { WorkingCalendar } from '../calendar/types.js';
import type { Path } from '../paths/vocabulary.js';
import type { ClockName, Holder, LedgerEntry, Limit } from './ledger.types.js';
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

type Of<K extends LedgerEntry['kind']> = Extract<LedgerEntry, { kind: K }>;

/** A clock's new run from a base: what moved or stopped it before is behind it. */
function startRun(book: Book, clock: ClockName, holder: Holder, base: Base): Clock {
  const due = firstDue(base.limit, base.at, book.calendar);
  const fresh: Clock = {
    ...{ clock, holder, startedAt: base.at, firstDueAt: due.at, base, limit: base.limit, due },
    ...{ changes: [], pending: [], runFrom: base.at, stoppedAt: null },
    run: (book.clocks.get(clock)?.run ?? 0) + 1,
    standsSince: book.paused ? base.at : null,
  };
  book.clocks.set(clock, fresh);
  return fresh;
}

function note(book: Book, clock: Clock, change: Change): void {
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
function settleStand(book: Book, clock: Clock, to: string): void {
  const from = clock.standsSince;
  if (from === null || !book.paused) return;
  if (toMs(to) > toMs(from)) note(book, clock, { kind: 'stand', from, to, reason: book.paused.reason });
  clock.standsSince = to;
}

function stop(book: Book, clock: Clock | undefined, at: string): void {
  if (!clock || clock.stoppedAt !== null) return;
  settleStand(book, clock, at);
  clock.stoppedAt = at;
}

function takeStopBack(book: Book, clock: Clock): void {
  const { pending } = clock;
  clock.stoppedAt = null;
  clock.pending = [];
  for (const change of pending) note(book, clock, change);
}

function settlePause(book: Book, until: string): void {
  if (!book.paused) return;
  const ms = Math.max(0, toMs(until) - toMs(book.paused.since));
  if (book.paused.reason === 'suspended') book.suspendedMs += ms;
  else book.waitedForResidentMs += ms;
}

function pause(book: Book, { at, reason }: Of<'pause'>): void {
  if (book.paused?.reason === reason) return;
  settlePause(book, at);
  for (const clock of book.clocks.values()) clock.standsSince ??= at;
  book.paused = { reason, since: at };
}

function resume(book: Book, { at }: Of<'resume'>): void {
  settlePause(book, at);
  for (const clock of book.clocks.values()) {
    settleStand(book, clock, at);
    clock.standsSince = null;
  }
  book.paused = null;
}

function handOver(book: Book, { at, limit, holder, path, round }: Of<'handOver'>): void {
  const base: Base = { kind: 'handOver', at, limit, path, round };
  const resolution = book.clocks.get('resolution');
  if (resolution) {
    const { startedAt, firstDueAt } = resolution;
    Object.assign(startRun(book, 'resolution', holder, base), { startedAt, firstDueAt });
  }
  startRun(book, 'tier', holder, base);
  for (const clock of book.clocks.values()) if (clock.clock.startsWith('unit:')) stop(book, clock, at);
}

function changeHolder(book: Book, { at, holder, limit }: Of<'holder'>): void {
  if (limit) return void startRun(book, 'tier', holder, { kind: 'start', at, limit });
  const tier = book.clocks.get('tier');
  if (!tier) return;
  if (tier.stoppedAt !== null) takeStopBack(book, tier);
  Object.assign(tier, { holder, startedAt: at, firstDueAt: tier.due.at, runFrom: at, run: tier.run + 1 });
}

const targets = (book: Book, clocks: readonly ClockName[]): Clock[] =>
  clocks.flatMap((name) => book.clocks.get(name) ?? []);

/** Enters one line of the ledger; what names a clock that was never started changes nothing. */
export function enter(book: Book, entry: LedgerEntry): void {
  switch (entry.kind) {
    case 'start': {
      // The resident's clock never restarts.
      if (entry.clock === 'resolution' && book.clocks.has('resolution')) return;
      const { at, limit, path } = entry;
      return void startRun(book, entry.clock, entry.holder, { kind: 'start', at, limit, path });
    }
    case 'stop':
      return stop(book, book.clocks.get(entry.clock), entry.at);
    case 'reopen':
      return targets(book, [entry.clock]).forEach((clock) => clock.stoppedAt !== null && takeStopBack(book, clock));
    case 'pause':
      return pause(book, entry);
    case 'resume':
      return resume(book, entry);
    case 'extend': {
      const change: Change = { kind: 'extend', at: entry.at, by: entry.by };
      return targets(book, entry.clock ? [entry.clock] : ['resolution', 'tier']).forEach((c) => note(book, c, change));
    }
    case 'reclassify': {
      const change: Change = { kind: 'limit', at: entry.at, limit: entry.limit, path: entry.path };
      return targets(book, ['resolution', 'tier']).forEach((c) => note(book, c, change));
    }
    case 'handOver':
      return handOver(book, entry);
    case 'holder':
      return changeHolder(book, entry);
  }
}
