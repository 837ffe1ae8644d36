import * as fc from 'fast-check';
import { openBook } from './book.js';
import { enter } from './enter.js';
import { reckon, type ClockName, type LedgerEntry, type Limit } from './index.js';
import { CALENDAR, TOWN, VILLAGE } from './ledger.fixture.js';
import { readLedger } from './reckon.js';

const MINUTE = 60_000;
const BEGIN = Date.parse('2026-09-10T00:00:00Z');

const units: Limit['unit'][] = ['minutes', 'hours', 'calendarDays', 'workingHours', 'workingDays'];
const limits: fc.Arbitrary<Limit> = fc.record({
  amount: fc.integer({ min: 0, max: 15 }),
  unit: fc.constantFrom(...units),
});
const clockNames = fc.constantFrom<ClockName>('response', 'callBack', 'resolution', 'tier', 'unit:1', 'unit:2');

/** An entry without its instant. */
type Bare<T = LedgerEntry> = T extends LedgerEntry ? Omit<T, 'at' | 'rule'> : never;

const pauses = fc.constantFrom('waitingForResident' as const, 'suspended' as const);
const bareEntries: fc.Arbitrary<Bare> = fc.oneof(
  fc.record({ kind: fc.constant('start' as const), clock: clockNames, limit: limits, holder: fc.constant(VILLAGE) }),
  fc.record({ kind: fc.constantFrom('stop' as const, 'reopen' as const), clock: clockNames }),
  fc.record({ kind: fc.constant('pause' as const), reason: pauses }),
  fc.constant({ kind: 'resume' as const }),
  fc.record({ kind: fc.constant('extend' as const), by: limits, clock: fc.option(clockNames, { nil: undefined }) }),
  fc.record({ kind: fc.constant('reclassify' as const), limit: limits, path: fc.constant('cadreLed' as const) }),
  fc.record({
    ...{ kind: fc.constant('handOver' as const), limit: limits, holder: fc.constant(TOWN) },
    ...{ path: fc.constant('villageTownJoint' as const), round: fc.integer({ min: 1, max: 3 }) },
  }),
  fc.record({ kind: fc.constant('holder' as const), holder: fc.constant(TOWN), limit: fc.option(limits, { nil: undefined }) }),
);

/** Steps of up to four days between entries, some of them at one instant. */
const gaps = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 * 24 * 60 }));
const laterEntries = (most: number): fc.Arbitrary<LedgerEntry[]> =>
  fc.array(fc.tuple(gaps, bareEntries), { maxLength: most }).map((steps) => {
    let ms = BEGIN;
    return steps.map(([gap, entry]) => {
      ms += gap * MINUTE;
      return { ...entry, at: new Date(ms).toISOString(), rule: 1 } as LedgerEntry;
    });
  });

const ledgers = fc
  .tuple(limits, limits, laterEntries(18))
  .map(([resolution, tier, later]): LedgerEntry[] => [
    { kind: 'start', clock: 'resolution', limit: resolution, holder: VILLAGE, at: new Date(BEGIN).toISOString(), rule: 1 },
    { kind: 'start', clock: 'tier', limit: tier, holder: VILLAGE, at: new Date(BEGIN).toISOString(), rule: 1 },
    ...later,
  ]);

const after = (ledger: readonly LedgerEntry[], minutes: number): string =>
  new Date(Date.parse(ledger.at(-1)?.at ?? '') + minutes * MINUTE).toISOString();

const dueTimes = (ledger: readonly LedgerEntry[]): Map<string, number> =>
  new Map(Object.entries(reckon(ledger, CALENDAR).clocks).map(([name, reading]) => [name, Date.parse(reading?.dueAt ?? '')]));

const neverEarlier = (before: readonly LedgerEntry[], now: readonly LedgerEntry[]): void => {
  const times = dueTimes(now);
  for (const [name, due] of dueTimes(before)) expect(times.get(name)).toBeGreaterThanOrEqual(due);
};

describe('any ledger', () => {
  it('pausing never shortens, and what was in time is due after the resume', () => {
    fc.assert(
      fc.property(ledgers, gaps, gaps, pauses, (ledger, gap, length, reason) => {
        const running = [...ledger, { kind: 'resume', at: after(ledger, 0), rule: 1 } as LedgerEntry];
        const from = after(running, gap);
        const paused: LedgerEntry[] = [...running, { kind: 'pause', reason, at: from, rule: 1 }];
        const to = after(paused, length + 1);
        const resumed: LedgerEntry[] = [...paused, { kind: 'resume', at: to, rule: 1 }];
        neverEarlier(running, paused);
        neverEarlier(paused, resumed);
        for (const reading of Object.values(reckon(paused, CALENDAR).clocks)) {
          if (!reading || reading.state !== 'paused') continue;
          const due = dueTimes(resumed).get(reading.clock) ?? 0;
          expect(due > Date.parse(to)).toBe(reading.dueAt >= from);
        }
      }),
    );
  });

  it('an extension never moves a deadline earlier', () => {
    fc.assert(
      fc.property(ledgers, gaps, limits, fc.option(clockNames, { nil: undefined }), (ledger, gap, by, clock) => {
        neverEarlier(ledger, [...ledger, { kind: 'extend', by, clock, at: after(ledger, gap), rule: 1 }]);
      }),
    );
  });

  it('paused time is the sum of the pauses and no more than has passed', () => {
    fc.assert(
      fc.property(ledgers, gaps, (ledger, gap) => {
        const now = after(ledger, gap);
        const { waitedForResidentMs, suspendedMs } = reckon(ledger, CALENDAR, now);
        let [since, sum] = [null as number | null, 0];
        for (const { kind, at } of [...ledger, { kind: 'resume', at: now }]) {
          if (kind === 'pause') since ??= Date.parse(at);
          if (kind !== 'resume' || since === null) continue;
          sum += Date.parse(at) - since;
          since = null;
        }
        expect(waitedForResidentMs + suspendedMs).toBe(sum);
        expect(sum).toBeLessThanOrEqual(Date.parse(now) - BEGIN);
      }),
    );
  });

  it('recomputing gives the same, at once or entry by entry', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const asWritten = structuredClone(ledger);
        const once = reckon(ledger, CALENDAR);
        expect(ledger).toEqual(asWritten);
        expect(reckon(JSON.parse(JSON.stringify(ledger)) as LedgerEntry[], CALENDAR)).toEqual(once);
        const book = openBook(CALENDAR);
        ledger.forEach((entry, index) => {
          enter(book, entry);
          expect([...book.clocks]).toEqual([...readLedger(ledger.slice(0, index + 1), CALENDAR).clocks]);
        });
      }),
      { numRuns: 50 },
    );
  });

  it("the resident's clock never restarts and keeps its first promise", () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const first = reckon(ledger.slice(0, 1), CALENDAR).clocks.resolution;
        const last = reckon(ledger, CALENDAR).clocks.resolution;
        expect([last?.startedAt, last?.firstDueAt]).toEqual([first?.startedAt, first?.firstDueAt]);
      }),
    );
  });

  it('marks come in order, none after the deadline', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        for (const reading of Object.values(reckon(ledger, CALENDAR).clocks)) {
          if (!reading) continue;
          expect(reading.marks.half <= reading.marks.yellow).toBe(true);
          expect(reading.marks.yellow <= reading.marks.red).toBe(true);
          expect(reading.marks.red).toBe(reading.dueAt);
        }
      }),
    );
  });
});
