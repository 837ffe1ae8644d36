import { note, settleStand, startRun, stop, takeStopBack, type Base, type Book, type Clock } from './book.js';
import type { ClockName, LedgerEntry } from './ledger.types.js';
import { toMs } from './limits.js';
import type { Change } from './moves.js';

type Of<K extends LedgerEntry['kind']> = Extract<LedgerEntry, { kind: K }>;

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
  takeStopBack(book, tier, at);
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
      return targets(book, [entry.clock]).forEach((clock) => takeStopBack(book, clock, entry.at));
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
