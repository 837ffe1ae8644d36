import { localDateOf, isWorkingDay } from '@yiwang/domain/calendar';
import { Chance } from './chance.js';
import { officeCalendar, readCounty, staffedUnits } from './county.js';
import { planCases, unitFor, type PlannedCase } from './plan.js';
import { DAY_MS } from './rhythm.js';
import { TEMPER_SHARES } from './temper.js';

const county = readCounty();
const office = officeCalendar();
const beginMs = Date.parse('2026-06-01T00:00+08:00');
const planOf = (seed: number, cases: number, days = 30): PlannedCase[] =>
  planCases({ chance: new Chance(seed), county, office, beginMs, days, cases });
const plan = planOf(7, 2_000);
const shareOf = (is: (one: PlannedCase) => boolean): number => plan.filter(is).length / plan.length;

describe('the plan of a simulated month', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planOf(7, 200)).toEqual(planOf(7, 200));
    expect(planOf(8, 200)).not.toEqual(planOf(7, 200));
  });

  it('arrives in order, within its days', () => {
    expect(plan).toHaveLength(2_000);
    plan.forEach((one, i) => {
      expect(one.index).toBe(i);
      expect(one.arrivesAtMs).toBeGreaterThanOrEqual(plan[i - 1]?.arrivesAtMs ?? beginMs);
      expect(one.arrivesAtMs).toBeLessThan(beginMs + 30 * DAY_MS);
    });
  });

  it('is mostly simple matters', () => {
    const simple = shareOf(({ caseClass }) => caseClass === 'simple');
    expect(simple).toBeGreaterThan(0.85);
    expect(simple).toBeLessThan(0.93);
    for (const caseClass of ['general', 'major', 'difficult', 'crossCounty'] as const)
      expect(shareOf((one) => one.caseClass === caseClass)).toBeGreaterThan(0);
  });

  it('has every kind of message, channel and starter', () => {
    expect(new Set(plan.map(({ kind }) => kind)).size).toBe(6);
    expect(new Set(plan.map(({ starter }) => starter.as)).size).toBe(4);
    expect(new Set(plan.map(({ channel }) => channel)).size).toBeGreaterThan(7);
  });

  it('takes matters at the counter on working days only', () => {
    for (const { channel, arrivesAtMs } of plan)
      if (channel === 'offline') expect(isWorkingDay(office, localDateOf(new Date(arrivesAtMs).toISOString()))).toBe(true);
  });

  it('has something of everything that residents do', () => {
    expect(shareOf(({ temper }) => temper.rates[0] !== null)).toBeCloseTo(TEMPER_SHARES.rates, 1);
    for (const field of ['withdrawsAfterHours', 'addsAfterHours', 'reopensAfterHours'] as const) {
      const share = shareOf(({ temper }) => temper[field] !== null);
      expect(share).toBeGreaterThan(0.005);
      expect(share).toBeLessThan(0.08);
    }
    expect(shareOf(({ sameEventAs }) => sameEventAs !== null)).toBeGreaterThan(0.005);
    expect(shareOf(({ aboutWhom }) => aboutWhom !== null)).toBeGreaterThan(0.005);
  });

  it('names earlier cases as the same event, and places and departments that exist', () => {
    const areas = new Set(county.areas.map(({ code }) => code));
    for (const one of plan) {
      if (one.sameEventAs !== null) expect(one.sameEventAs).toBeLessThan(one.index);
      expect(areas).toContain(one.gridCode);
      expect(areas).toContain(one.saidAreaCode);
      expect(staffedUnits(county)).toContain(unitFor(county, one, new Chance(1)));
      expect(one.text).not.toMatch(/[{}]/);
    }
  });

  it('does with a single day off too', () => {
    const sunday = planCases({ chance: new Chance(1), county, office, beginMs: beginMs - DAY_MS, days: 1, cases: 20 });
    expect(sunday).toHaveLength(20);
  });
});
