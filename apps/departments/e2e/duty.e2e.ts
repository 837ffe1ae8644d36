import { departmentsTrial, type DepartmentsTrial, type Staff } from './county.js';

const SHIFT = '{ id date startsAt endsAt origin provisional unit { code } }';
const PLAN = `mutation ($input: PlanDutyInput!) { planDuty(input: $input) { shifts ${SHIFT} gaps unplannedMonths } }`;
const ROTA = `query ($from: String!, $until: String!) { dutyRota(countyCode: "990121", from: $from, until: $until) { shifts ${SHIFT} gaps unplannedMonths } }`;
const ASK = `mutation ($input: AskDutySwapInput!) { askDutySwap(input: $input) { id state askingUnit { code } askedUnit { code } } }`;
const ANSWER = `mutation ($id: ID!, $agreed: Boolean!) { answerDutySwap(id: $id, agreed: $agreed) { state } }`;

interface Shift {
  id: string;
  date: string;
  startsAt: string;
  origin: string;
  unit: { code: string } | null;
}
interface Rota {
  shifts: Shift[];
  gaps: string[];
  unplannedMonths: string[];
}

/** A month that lies wholly ahead, so that nothing depends on the day the test runs; its calendar may be provisional. */
const next = (months: number): string => {
  const now = new Date(Date.now() + 8 * 3_600_000);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 7);
};
const UNITS = ['education', 'health', 'transport'];

describe('the duty rota', () => {
  let departments: DepartmentsTrial;
  let office: Staff;

  beforeAll(async () => {
    departments = await departmentsTrial();
    office = departments.appoint('countyCentre', '990121', 'county-centre');
  }, 120_000);
  afterAll(() => departments?.close());

  const plan = (input: object, as = office) =>
    departments.ask<{ planDuty: Rota }>(PLAN, { input: { countyCode: '990121', month: next(1), units: UNITS, ...input } }, as);
  const rota = async (month: string): Promise<Rota> => {
    const { data } = await departments.ask<{ dutyRota: Rota }>(ROTA, { from: `${month}-01`, until: `${month}-28` });
    return data!.dutyRota;
  };
  const handlerOf = (unit: string): Staff => departments.appoint('departmentHandler', '990121', unit);

  it('deals out a month in turn on working days and goes on with it the month after', async () => {
    const first = (await plan({})).data!.planDuty;
    expect(first.shifts.length).toBeGreaterThan(14);
    expect(first.shifts.map(({ unit }) => unit!.code)).toEqual(first.shifts.map((_, i) => UNITS[i % 3]));
    expect(first.shifts.every(({ startsAt }) => startsAt.endsWith('T01:00:00.000Z'))).toBe(true);
    expect((await rota(next(2))).unplannedMonths).toEqual([next(2)]);
    const second = (await plan({ month: next(2), units: undefined })).data!.planDuty;
    const last = first.shifts.at(-1)!.unit!.code;
    expect(second.shifts[0]!.unit!.code).toBe(UNITS[(UNITS.indexOf(last) + 1) % 3]);
    expect(second.unplannedMonths).toEqual([]);
  });

  it('follows the calendar of the county: holidays off, make-up days on', async () => {
    const { data } = await plan({ month: next(1) });
    const weekdays = data!.planDuty.shifts.map(({ date }) => new Date(`${date}T00:00:00Z`).getUTCDay());
    // Of what is planned anew nothing is dealt out twice.
    expect(new Set(data!.planDuty.shifts.map(({ date }) => date)).size).toBe(weekdays.length);
    expect(data!.planDuty.shifts.map(({ unit }) => unit!.code)).toEqual(data!.planDuty.shifts.map((_, i) => UNITS[i % 3]));
  });

  it('is for the county’s office', async () => {
    expect((await plan({}, handlerOf('education'))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const other = departments.appoint('countyCentre', '990122', null);
    expect((await plan({}, other)).errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
  });

  it.each([
    ['a month that has passed', { month: '2020-01' }, 'INPUT_INVALID'],
    ['no month', { month: '2026-13' }, 'INPUT_INVALID'],
    ['nobody', { units: [] }, 'INPUT_INVALID'],
    ['one unit twice', { units: ['education', 'education'] }, 'INPUT_INVALID'],
    ['a unit that is none', { units: ['nobody'] }, 'UNIT_UNKNOWN'],
    ['a unit of the city', { units: ['city-centre'] }, 'UNIT_UNKNOWN'],
    ['hours that end before they begin', { from: '18:00', until: '09:00' }, 'INPUT_INVALID'],
  ])('refuses %s', async (_, input, code) => {
    expect((await plan(input)).errors?.[0]?.extensions.code).toBe(code);
  });

  it('changes when the other unit agrees, not before, and only once', async () => {
    const { shifts } = await rota(next(2));
    const own = shifts.find(({ unit }) => unit!.code === 'education')!;
    const other = shifts.find(({ unit }) => unit!.code === 'health')!;
    const [education, health, transport] = [handlerOf('education'), handlerOf('health'), handlerOf('transport')];
    const input = { shiftId: own.id, withShiftId: other.id, reason: '当日培训' };
    expect((await departments.ask(ASK, { input }, transport)).errors?.[0]?.extensions.code).toBe('UNIT_NOT_YOURS');
    const asked = await departments.ask<{ askDutySwap: { id: string; state: string } }>(ASK, { input }, education);
    expect(asked.data!.askDutySwap).toMatchObject({ state: 'asked', askingUnit: { code: 'education' }, askedUnit: { code: 'health' } });
    expect((await departments.ask(ASK, { input }, education)).errors?.[0]?.extensions.code).toBe('DUTY_SWAP_REFUSED');
    const { id } = asked.data!.askDutySwap;
    expect((await departments.ask(ANSWER, { id, agreed: true }, education)).errors?.[0]?.extensions.code).toBe('UNIT_NOT_YOURS');
    expect((await rota(next(2))).shifts.find((shift) => shift.id === own.id)!.unit!.code).toBe('education');
    expect((await departments.ask(ANSWER, { id, agreed: true }, health)).data).toEqual({ answerDutySwap: { state: 'agreed' } });
    const after = (await rota(next(2))).shifts;
    expect(after.find((shift) => shift.id === own.id)).toMatchObject({ unit: { code: 'health' }, origin: 'swap' });
    expect(after.find((shift) => shift.id === other.id)).toMatchObject({ unit: { code: 'education' }, origin: 'swap' });
    expect((await departments.ask(ANSWER, { id, agreed: false }, health)).errors?.[0]?.extensions.code).toBe('DUTY_SWAP_SETTLED');
    await plan({ month: next(2) });
    expect((await rota(next(2))).shifts.find((shift) => shift.id === own.id)).toMatchObject({ unit: { code: 'health' }, origin: 'swap' });
  });

  it('refuses to swap with oneself, and stays as it is when the other unit says no', async () => {
    const { shifts } = await rota(next(1));
    const own = shifts.filter(({ unit }) => unit!.code === 'transport');
    const other = shifts.find(({ unit }) => unit!.code === 'health')!;
    const transport = handlerOf('transport');
    const same = { shiftId: own[0]!.id, withShiftId: own[1]!.id, reason: 'x' };
    expect((await departments.ask(ASK, { input: same }, transport)).errors?.[0]?.extensions.code).toBe('DUTY_SWAP_REFUSED');
    const asked = await departments.ask<{ askDutySwap: { id: string } }>(ASK, { input: { ...same, withShiftId: other.id } }, transport);
    await departments.ask(ANSWER, { id: asked.data!.askDutySwap.id, agreed: false }, handlerOf('health'));
    expect((await rota(next(1))).shifts.find((shift) => shift.id === own[0]!.id)!.unit!.code).toBe('transport');
    const unknown = { ...same, withShiftId: 'nothing' };
    expect((await departments.ask(ASK, { input: unknown }, transport)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('shows a gap where a unit closes, until somebody is assigned', async () => {
    await departments.sql(`insert into unit (code, name, kind, area_code) values ('leaving', '将撤', 'department', '990121')`);
    const month = next(3);
    await plan({ month, units: ['leaving'] });
    const administrator = departments.appoint('administrator', '990121');
    const CLOSE = 'mutation ($input: CloseUnitInput!) { closeUnit(input: $input) { code } }';
    await departments.ask(CLOSE, { input: { code: 'leaving', on: `${month}-10`, reason: '撤销' } }, administrator);
    const { gaps, shifts } = await rota(month);
    expect(gaps.length).toBeGreaterThan(5);
    expect(gaps.every((date) => date >= `${month}-10`)).toBe(true);
    const gap = shifts.find(({ unit }) => unit === null)!;
    const ASSIGN = `mutation ($input: AssignDutyShiftInput!) { assignDutyShift(input: $input) { origin unit { code } } }`;
    const assigned = await departments.ask(ASSIGN, { input: { shiftId: gap.id, unitCode: 'education', reason: '补缺' } }, office);
    expect(assigned.data).toEqual({ assignDutyShift: { origin: 'assigned', unit: { code: 'education' } } });
    expect((await rota(month)).gaps).toEqual(gaps.slice(1));
  });

  it('says who is on duty now and who next', async () => {
    const NOW = '{ dutyNow(countyCode: "990121") { now { unit { code } } next { date unit { code } } } }';
    const before = await departments.ask<{ dutyNow: { now: Shift | null; next: Shift } }>(NOW);
    expect(before.data!.dutyNow.now).toBeNull();
    expect(before.data!.dutyNow.next.date >= `${next(1)}-01`).toBe(true);
    await departments.sql(
      `insert into duty_shift (county_code, date, starts_at, ends_at, unit_code, origin, provisional)
       values ('990121', '2020-01-01', now() - interval '1 hour', now() + interval '1 hour', 'education', 'turn', false)`,
    );
    const { data } = await departments.ask<{ dutyNow: { now: Shift } }>(NOW);
    expect(data!.dutyNow.now).toEqual({ unit: { code: 'education' } });
  });

  it('reads at most 92 days', async () => {
    const answer = await departments.ask(ROTA, { from: '2026-01-01', until: '2026-12-31' });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', field: 'until' });
  });
});
