import { randomUUID } from 'node:crypto';
import type { LedgerEntry } from '@yiwang/contracts/case-flow';
import { localTime, reckon } from '@yiwang/domain/clocks';
import { Calendars } from '../src/calendar/calendars.js';
import { COUNTY, TOWN, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn } from './steps.js';

const LOAD = `mutation ($input: LoadCalendarInput!) { calendar: loadWorkingCalendar(input: $input, confirmMoved: 0) { version } }`;
const START: LedgerEntry = {
  ...{ at: '2026-11-26T01:00:00.000Z', rule: 1, kind: 'start', clock: 'resolution', limit: { amount: 5, unit: 'workingDays' } },
  holder: { tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: WATER },
};
const OFF = ['2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'].map((date) => ({ date, kind: 'off' }));

describe('how a deadline came about', () => {
  let cases: Stand;
  beforeAll(async () => {
    cases = await casesStand();
  }, 120_000);
  afterAll(() => cases?.close());

  it('says the instant of the deadline beside it, whatever calendars were loaded since and whoever leads', async () => {
    const steps = stepsOn(cases);
    const { number } = await steps.newCase();
    const inForce = await cases.app.get(Calendars, { strict: false }).inForce(COUNTY);
    const dueAt = reckon([START], inForce).clocks.resolution!.dueAt;
    // Closed, so that no later calendar moves it.
    const patch = { resolutionDueAt: dueAt, unitCode: WATER, stage: 'closed', closedAt: '2026-11-27T01:00:00.000Z', closedAs: 'rated' } as const;
    await steps.record(number, { patch, clock: [{ seq: 1, entry: START }] });
    const admin = cases.staff(randomUUID(), 'administrator', COUNTY, 'administrator');
    const load = async (input: object) => {
      const { errors } = await cases.ask(LOAD, { input: { countyCode: COUNTY, years: [2026], source: '通知', ...input } }, admin);
      expect(errors).toBeUndefined();
    };
    const explained = async () => {
      const { data } = await cases.ask<{ case: { resolutionDueAt: string; explained: string } }>(
        'query ($n: ID!) { case(number: $n) { resolutionDueAt explained: deadlineExplained(language: zh) } }',
        { n: number },
        cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre'),
      );
      return data!.case;
    };
    const said = `应于${localTime(dueAt, 'zh')}前办结`;
    await load({ unitCode: WATER, weekdays: [1, 2, 3, 4, 5, 6, 7], days: [] });
    expect((await explained()).explained).toContain(said);
    await load({ days: OFF });
    const { resolutionDueAt, explained: sentence } = await explained();
    expect(resolutionDueAt).toBe(dueAt);
    expect(sentence).toContain(said);
    // The test would pass by itself if the newer calendar said the same.
    cases.app.get(Calendars, { strict: false }).forget(COUNTY);
    expect(reckon([START], await cases.app.get(Calendars, { strict: false }).inForce(COUNTY)).clocks.resolution!.dueAt).not.toBe(dueAt);
    expect((await explained()).explained).toContain(said);
  });
});
