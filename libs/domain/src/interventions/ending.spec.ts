import { reckon, type LedgerEntry } from '../clocks/index.js';
import { entriesThatEnd } from './index.js';

const at = (hour: number): string => new Date(Date.UTC(2026, 5, 10, hour)).toISOString();
const holder = { tier: 'grid' as const, roles: ['gridMember' as const], areaCode: '990121001001001' };
const start = (clock: 'response' | 'resolution' | 'tier' | `unit:${string}`, hour: number): LedgerEntry => ({ kind: 'start', clock, at: at(hour), rule: 3, limit: { amount: 24, unit: 'hours' }, holder });
const OPEN: LedgerEntry[] = [start('response', 1), start('resolution', 1), start('tier', 1), { kind: 'stop', clock: 'response', at: at(2), rule: 3 }, start('unit:t2', 3)];

describe('ending a case from outside', () => {
  it('stops every clock that still runs, and no other one, under the rules that it had', () => {
    expect(entriesThatEnd(OPEN, null, at(5))).toEqual((['resolution', 'tier', 'unit:t2'] as const).map((clock) => ({ kind: 'stop', clock, at: at(5), rule: 3 })));
  });

  it('ends a pause first, so that nothing runs and nothing stands', () => {
    const paused: LedgerEntry[] = [...OPEN, { kind: 'pause', reason: 'suspended', at: at(4), rule: 3 }];
    const ending = entriesThatEnd(paused, null, at(5));
    expect(ending[0]).toEqual({ kind: 'resume', at: at(5), rule: 3 });
    const { clocks, paused: still } = reckon([...paused, ...ending], null);
    expect(still).toBeNull();
    expect(new Set(Object.values(clocks).map((reading) => reading?.state))).toEqual(new Set(['stopped']));
  });

  it('adds nothing to what has ended, or never began', () => {
    expect(entriesThatEnd([...OPEN, ...entriesThatEnd(OPEN, null, at(5))], null, at(6))).toEqual([]);
    expect(entriesThatEnd([], null, at(5))).toEqual([]);
  });
});
