import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { administratorOf, putCounty } from './county.js';
import { testGrids } from './grids.js';

const PUT = 'mutation ($input: PutHouseholdInput!) { putHousehold(input: $input) { id gridCode building door people } }';
const LIST = `query ($under: ID!, $search: String, $after: String, $first: Int) {
  households(under: $under, search: $search, after: $after, first: $first) { items { id gridCode building door } endCursor } }`;
interface Page {
  households: { items: { id: string; gridCode: string; building: string; door: string }[]; endCursor: string | null };
}

const MEMBER = '99012100-0000-4000-8000-0000000000b1';
const SECRETARY = '99012100-0000-4000-8000-0000000000c1';

describe('households and duties of grids', () => {
  let grids: TestSubgraph;
  let admin: ReturnType<typeof administratorOf>;
  const member = { subject: MEMBER, roles: ['gridMember' as const] };
  const secretary = { subject: SECRETARY, roles: ['villageOfficial' as const] };
  const list = (variables: object, as: object = admin) => grids.ask<Page>(LIST, variables as Record<string, unknown>, as);
  const put = (input: object, as: object = member, language = 'en') => grids.ask<{ putHousehold: { id: string } }>(PUT, { input }, as, language);
  const counted = async (code: string) => {
    const { data } = await grids.ask<{ area: object }>(`{ area(code: "${code}") { households people } }`);
    return data?.area;
  };

  beforeAll(async () => {
    grids = await testGrids();
    await putCounty(grids);
    admin = administratorOf(grids, '990121');
    grids.positions.set(MEMBER, [{ id: 'm', role: 'gridMember', areaCode: '990121001001001', unitCode: null }]);
    grids.positions.set(SECRETARY, [{ id: 's', role: 'villageSecretary', areaCode: '990121001001', unitCode: null }]);
  }, 120_000);
  afterAll(() => grids.close());

  it('are listed grid by grid, page by page, each once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data } = await list({ under: '990121', after, first: 25 });
      seen.push(...data!.households.items.map(({ gridCode, door }) => `${gridCode} ${door}`));
      after = data!.households.endCursor;
      if (after === null) break;
    }
    expect(seen).toHaveLength(107);
    expect(new Set(seen).size).toBe(107);
    expect(seen.toSorted((a, b) => a.slice(0, 15).localeCompare(b.slice(0, 15)))).toEqual(seen);
  });

  it('are found by any part of their door, also of one character or with a percent sign', async () => {
    const made = await put({ gridCode: '990121001001001', building: '梧桐苑', door: '100%店', people: 2 });
    expect(made.errors).toBeUndefined();
    for (const [search, found] of [['梧桐', 1], ['苑', 1], ['苑100%店', 1], ['%', 1], ['桐梧', 0], ['39号', 1]] as const) {
      const { data } = await list({ under: '990121', search });
      expect([search, data?.households.items.length]).toEqual([search, found]);
    }
  });

  it('are entered, corrected and ended by those who keep the grid, and the counts follow', async () => {
    const before = (await counted('990121001001001')) as { households: number; people: number };
    const { data } = await put({ gridCode: '990121001001001', building: '8号楼', door: '101', people: 4 });
    expect(await counted('990121001001001')).toEqual({ households: before.households + 1, people: before.people + 4 });
    await put({ id: data!.putHousehold.id, gridCode: '990121001001001', building: '8号楼', door: '101', people: 5 });
    expect(await counted('990121001')).toMatchObject({ people: before.people + 5 + 105 });
    const ended = await grids.ask(`mutation { endHousehold(id: "${data!.putHousehold.id}") { id } }`, {}, member);
    expect(ended.errors).toBeUndefined();
    expect(await counted('990121001001001')).toEqual(before);
  });

  it.each([
    ['the same door twice', { gridCode: '990121001001001', door: '7号', people: 1 }, 'HOUSEHOLD_EXISTS', 'door'],
    ['a door without a name', { gridCode: '990121001001001', door: ' ', people: 1 }, 'INPUT_INVALID', 'door'],
    ['fewer people than none', { gridCode: '990121001001001', door: '900号', people: -1 }, 'INPUT_INVALID', 'people'],
    ['a village', { gridCode: '990121001001', door: '900号', people: 1 }, 'AREA_UNKNOWN', 'gridCode'],
    ["somebody else's grid", { gridCode: '990121002001001', door: '900号', people: 1 }, 'AREA_OUTSIDE_JURISDICTION', 'gridCode'],
  ])('are refused with %s, in both languages', async (_what, input, code, field) => {
    const [english, chinese] = [await put(input), await put(input, member, 'zh-CN')];
    expect(english.errors?.[0]?.extensions).toMatchObject({ code, field });
    expect(chinese.errors?.[0]?.message).not.toBe(english.errors?.[0]?.message);
  });

  it('are not for the neighbours, whatever the code forgets', async () => {
    const other = administratorOf(grids, '990122', '99012200-0000-4000-8000-0000000000aa');
    expect((await list({ under: '990121' }, other)).errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
    expect((await list({ under: '990121002' }, member)).errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
    expect((await grids.ask(LIST, { under: '990121' })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('refuses a cursor that it did not give out', async () => {
    expect((await list({ under: '990121', after: 'nonsense' })).errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  });

  describe('a duty', () => {
    const assign = (input: object, as: object = secretary) =>
      grids.ask<{ assignDuty: { id: string } }>('mutation ($input: AssignDutyInput!) { assignDuty(input: $input) { id from to } }', { input }, as);

    it('is one of several that a person has in a grid, and ends', async () => {
      const patrol = await assign({ gridCode: '990121001001001', subject: MEMBER, duty: 'patrol' });
      await assign({ gridCode: '990121001001001', subject: MEMBER, duty: 'mediation' });
      const { data } = await grids.ask<{ myDuties: object[] }>('{ myDuties { gridCode duty } }', {}, member);
      expect(data?.myDuties).toEqual([
        { gridCode: '990121001001001', duty: 'mediation' },
        { gridCode: '990121001001001', duty: 'patrol' },
      ]);
      const again = await assign({ gridCode: '990121001001001', subject: MEMBER, duty: 'patrol' });
      expect(again.errors?.[0]?.extensions.code).toBe('DUTY_OVERLAPS');
      const ended = await grids.ask<{ endDuty: { to: string } }>(`mutation { endDuty(id: "${patrol.data!.assignDuty.id}") { to } }`, {}, secretary);
      expect(ended.data?.endDuty.to).toMatch(/^\d{4}-\d\d-\d\d$/);
    });

    it.each([
      ['in a grid of another village', { gridCode: '990121002001001', subject: MEMBER, duty: 'patrol' }, 'AREA_OUTSIDE_JURISDICTION'],
      ['of nobody', { gridCode: '990121001001001', subject: 'Li', duty: 'patrol' }, 'INPUT_INVALID'],
      ['that ends before it begins', { gridCode: '990121001001001', subject: MEMBER, duty: 'safety', from: '2026-12-02', to: '2026-12-01' }, 'INPUT_INVALID'],
    ])('is refused %s', async (_what, input, code) => {
      expect((await assign(input)).errors?.[0]?.extensions.code).toBe(code);
    });
  });
});
