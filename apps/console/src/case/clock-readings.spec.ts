import type { WorkingCalendar } from '@yiwang/domain/calendar';
import type { LedgerEntry } from '@yiwang/domain/clocks';
import { readClocks } from './clock-readings.js';

const CALENDAR: WorkingCalendar = { version: 1, years: [2026], periods: [['09:00', '12:00'], ['13:00', '17:00']], weekdays: [1, 2, 3, 4, 5], days: {} };
const HOLDER = { tier: 'town' as const, roles: ['townCentre' as const], areaCode: '990121101' };
const START: LedgerEntry = { kind: 'start', clock: 'resolution', limit: { amount: 5, unit: 'calendarDays' }, holder: HOLDER, at: '2026-11-16T01:00:00.000Z', rule: 1 };
const ON: LedgerEntry = { kind: 'handOver', limit: { amount: 10, unit: 'workingDays' }, holder: HOLDER, path: 'villageTownJoint', round: 1, at: '2026-11-16T02:00:00.000Z', rule: 1 };
const MINUTE = 60_000;

describe('the clocks of a case', () => {
  it('count calendar days while the village has it', () => {
    const [clock] = readClocks([START], CALENDAR, Date.parse('2026-11-20T23:00:00.000Z'), 'zh');
    expect(clock).toMatchObject({ countsWorkingTime: false, leftMs: 120 * MINUTE });
    expect(clock?.sentence).toContain('起算');
  });

  it('count working time once the town has it', () => {
    const [clock] = readClocks([START, ON], CALENDAR, Date.parse('2026-11-16T02:00:00.000Z'), 'zh');
    expect(clock?.countsWorkingTime).toBe(true);
    expect(Date.parse(clock?.reading.dueAt ?? '')).toBeGreaterThan(Date.parse('2026-11-27T00:00:00.000Z'));
  });

  it('are half gone at the mark of half their time, and no more than gone', () => {
    const [half] = readClocks([START], CALENDAR, Date.parse('2026-11-18T13:00:00.000Z'), 'zh');
    const [late] = readClocks([START], CALENDAR, Date.parse('2026-12-18T13:00:00.000Z'), 'zh');
    expect(half?.gone).toBeCloseTo(0.5);
    expect(late?.gone).toBe(1);
    expect(late?.leftMs).toBeLessThan(0);
  });

  it('stand at what was left when they were stopped', () => {
    const stopped: LedgerEntry = { kind: 'stop', clock: 'resolution', at: '2026-11-21T00:00:00.000Z', rule: 1 };
    const [clock] = readClocks([START, stopped], CALENDAR, Date.parse('2026-12-18T13:00:00.000Z'), 'zh');
    expect(clock).toMatchObject({ leftMs: 60 * MINUTE });
  });
});
