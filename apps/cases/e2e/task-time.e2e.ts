import { randomUUID } from 'node:crypto';
import type { OpenedTask } from '@yiwang/contracts/case-flow';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, TOWN, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const MINE = '{ myTasks(first: 200) { id workingMinutesLeft } }';
const MINUTE_MS = 60_000;
/** Worked on every day of the week from midnight to midnight: a minute of working time is a minute. */
const ALWAYS = { periods: [['00:00', '24:00']], weekdays: [1, 2, 3, 4, 5, 6, 7] };

describe('the working time that a task has left', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
    // The unit of water works at all hours, so that what is expected does not hang on when the test runs.
    await cases.sql(
      `insert into work_calendar (county_code, unit_code, version, years, periods, weekdays, days, source, loaded_by)
       values ($1, $2, 1, '{}', $3, $4, '{}', 'test', 'test')`,
      [COUNTY, WATER, JSON.stringify(ALWAYS.periods), ALWAYS.weekdays],
    );
  }, 120_000);
  afterAll(() => cases?.close());

  const leftOf = async (taskId: string, as: TokenWishes) => {
    const { data, errors } = await cases.ask<{ myTasks: { id: string; workingMinutesLeft: number | null }[] }>(MINE, {}, as);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.myTasks.find(({ id }) => id === taskId)?.workingMinutesLeft;
  };
  const water = () => cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', WATER);
  const forWater: Partial<OpenedTask> = { kind: 'contribute', tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: WATER };
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS + 30_000).toISOString();

  it('goes by the calendar of the unit that has it, and is negative when it is late', async () => {
    const { number } = await steps.newCase();
    await steps.record(number, { patch: { path: 'countyCoordinated' } });
    const early = await steps.open(number, { ...forWater, dueAt: inMinutes(90) });
    const late = await steps.open(number, { ...forWater, dueAt: inMinutes(-31) });
    expect([await leftOf(early.taskId, water()), await leftOf(late.taskId, water())]).toEqual([90, -30]);
  });

  it('counts no night for an office with hours', async () => {
    const { number } = await steps.newCase({ areaCode: TOWN });
    const desk = await steps.open(number, { kind: 'desk', tier: 'town', roles: ['townCentre'], areaCode: TOWN, dueAt: inMinutes(7 * 24 * 60) });
    const left = await leftOf(desk.taskId, cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre'));
    expect(left).toBeLessThanOrEqual(7 * 24 * 60 / 2);
    expect(left).toBeGreaterThanOrEqual(0);
  });

  it('is nothing where the limit runs by the clock', async () => {
    const { number } = await steps.newCase();
    await steps.record(number, { patch: { path: 'villageDirect' } });
    const task = await steps.open(number, { dueAt: inMinutes(60) });
    expect(await leftOf(task.taskId, cases.staff(randomUUID(), 'gridMember', GRID))).toBeNull();
  });
});
