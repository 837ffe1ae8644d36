import { randomUUID } from 'node:crypto';
import { SIMILAR_DAYS } from '@yiwang/domain/similar';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, OTHER_TOWN, OTHER_VILLAGE, ROADS, TOWN, VILLAGE, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const PATH = `query ($n: ID!, $area: ID, $class: CaseClass) { case(number: $n) {
  suggestedPath(areaCode: $area, caseClass: $class) { caseClass path needs zh en } } }`;
const SIMILAR = 'query ($n: ID!) { case(number: $n) { similar { case { number } likenesses zh en } } }';
const RETURNS = 'query ($n: ID!) { case(number: $n) { returns { taskId unit { code } proposedUnit { code } legalGround reason by { id } } } }';
const LOADS = 'query ($area: ID!) { unitLoads(areaCode: $area) { unit { code } area { code } open late } }';
const TRACK = 'query ($n: ID!, $code: String!) { trackCase(number: $n, pickupCode: $code) { suggestedPath { path } similar { zh } returns { reason } } }';

interface Similar {
  case: { number: string };
  likenesses: string[];
  zh: string;
}
interface Load {
  unit: { code: string } | null;
  area: { code: string };
  open: number;
  late: number;
}

describe('what a desk looks at', () => {
  let cases: Stand;
  let steps: Steps;
  let hotline: TokenWishes;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
    hotline = { subject: randomUUID(), username: 'service-account-hotline-12345', clientId: 'hotline-12345', roles: ['externalSystem'] };
    cases.positions.set(hotline.subject!, [{ id: 'hotline', role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
  }, 120_000);
  afterAll(() => cases?.close());

  const town = (areaCode = TOWN) => cases.staff(randomUUID(), 'townCentre', areaCode, 'townCentre');
  const county = () => cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
  /** A case of the hotline; `at` puts it into an area that the stand's directory does not know. */
  const started = async (over: Record<string, unknown>, at?: string): Promise<string> => {
    const { number } = await steps.newCase({ areaCode: GRID, ...over }, hotline);
    if (at !== undefined) await cases.sql('update case_file set area_code = $2 where number = $1', [number, at]);
    return number;
  };
  const ask = async <T>(query: string, variables: Record<string, unknown>, as: TokenWishes): Promise<T> => {
    const { data, errors } = await cases.ask<{ case: T }>(query, variables, as);
    if (!data?.case) throw new Error(JSON.stringify(errors));
    return data.case;
  };
  const suggested = async (n: string, over: Record<string, unknown> = {}) => (await ask<{ suggestedPath: object | null }>(PATH, { n, ...over }, county())).suggestedPath;
  const similar = async (n: string, as = town()): Promise<Similar[]> => (await ask<{ similar: Similar[] }>(SIMILAR, { n }, as)).similar;
  const numbers = (found: readonly Similar[]) => found.map((one) => one.case.number);

  describe('by which path a case would go', () => {
    it('is said with its reason, and asked again for another place or class', async () => {
      const unplaced = await started({ areaCode: COUNTY, kind: 'complaint' });
      expect(await suggested(unplaced)).toMatchObject({ path: 'countyCoordinated', needs: null, zh: '地点只到县，由县级直接派给单位' });
      expect(await suggested(unplaced, { area: TOWN })).toMatchObject({ path: 'villageDirect', needs: 'village' });
      expect(await suggested(unplaced, { area: VILLAGE })).toMatchObject({ path: 'villageDirect', needs: null, caseClass: 'simple' });
      expect(await suggested(unplaced, { area: VILLAGE, class: 'general' })).toMatchObject({ path: 'cadreLed', zh: '已定为一般事项' });
      const { errors } = await cases.ask(PATH, { n: unplaced, area: 'x' }, county());
      expect(errors?.[0]?.extensions.code).toBe('AREA_UNKNOWN');
    });

    it('follows the policy that the case began with', async () => {
      const number = await started({ areaCode: VILLAGE, kind: 'request', categoryCode: 'roads' });
      await cases.sql(
        `insert into policy_version (county_code, version, state, rules, in_force_from, published_at)
         values ($1, 7, 'published', '{"routing": {"byCategory": {"roads": "difficult"}}}', now() + interval '1 year', now())`,
        [COUNTY],
      );
      expect(await suggested(number)).toMatchObject({ path: 'villageDirect' });
      await cases.sql('update case_file set policy_version = 7, case_class = null where number = $1', [number]);
      expect(await suggested(number)).toMatchObject({ path: 'countyCoordinated', zh: '按规则，该事项类别属疑难事项' });
    });

    it('is not suggested for a complaint about somebody in office', async () => {
      const number = await started({ kind: 'complaint', aboutWhom: { areaCode: VILLAGE, role: 'villageSecretary' } });
      expect(await suggested(number)).toBeNull();
    });
  });

  describe('the same event nearby', () => {
    it('is found in the village of a grid and in the town of a village, with the reason', async () => {
      const [place, near] = [`井盖 ${randomUUID()}`, `${VILLAGE}003`];
      const one = await started({ placeText: place });
      const neighbour = await started({ placeText: place.replace(' ', '，') }, near);
      const next = await started({ areaCode: OTHER_VILLAGE, placeText: place });
      const found = await similar(one);
      expect(found).toMatchObject([{ case: { number: neighbour }, likenesses: ['samePlace'], zh: '写的是同一地点' }]);
      const wide = await started({ areaCode: VILLAGE, placeText: place });
      expect(numbers(await similar(wide)).toSorted()).toEqual([one, neighbour, next].toSorted());
    });

    it('is found by words and by category, the surest likeness first', async () => {
      const text = '青石镇南街口的下水道堵了，污水漫到路上';
      const one = await started({ categoryCode: 'roads', text }, `${OTHER_TOWN}009001`);
      const byCategory = await started({ categoryCode: 'roads' }, `${OTHER_TOWN}009`);
      const byWords = await started({ text: `您好：${text}。` }, `${OTHER_TOWN}009002`);
      expect(await similar(one, town(OTHER_TOWN))).toMatchObject([
        { case: { number: byWords }, likenesses: ['sameWords'] },
        { case: { number: byCategory }, likenesses: ['sameCategory'] },
      ]);
    });

    it('is neither old, nor closed, nor handled with another case', async () => {
      const placeText = `老樟树 ${randomUUID()}`;
      const [one, old, closed, merged] = [await started({ placeText }), await started({ placeText }), await started({ placeText }), await started({ placeText })];
      await cases.sql(`update case_file set received_at = received_at - $2 * interval '1 day' where number = $1`, [old, SIMILAR_DAYS + 1]);
      await steps.record(closed, { patch: { stage: 'closed', closedAt: new Date().toISOString(), closedAs: 'rated' } });
      await steps.record(merged, { patch: { mergedInto: one } });
      expect(await similar(one)).toEqual([]);
    });

    it('of cases whose place nobody knows is looked for among those alone', async () => {
      const placeText = `公交 ${randomUUID()}`;
      const [one, other] = [await started({ areaCode: COUNTY, placeText }), await started({ areaCode: COUNTY, placeText })];
      await started({ placeText });
      expect(numbers(await similar(one, county()))).toEqual([other]);
    });

    it('is not shown to whom a complaint is about, nor beyond the area of who asks', async () => {
      const placeText = `祠堂 ${randomUUID()}`;
      const one = await started({ areaCode: VILLAGE, placeText });
      const complaint = await started({ kind: 'complaint', areaCode: VILLAGE, placeText, aboutWhom: { areaCode: VILLAGE, role: 'villageSecretary' } });
      const elsewhere = await started({ areaCode: OTHER_VILLAGE, placeText });
      const secretary = cases.staff(randomUUID(), 'villageSecretary', VILLAGE, 'villageOfficial');
      expect(await similar(one, secretary)).toEqual([]);
      expect(numbers(await similar(one)).toSorted()).toEqual([complaint, elsewhere].toSorted());
    });
  });

  it('has both sides of returns, the oldest first', async () => {
    const { number, pickupCode } = await steps.newCase({}, hotline);
    const lead = { kind: 'lead' as const, tier: 'county' as const, roles: ['departmentHandler' as const], areaCode: COUNTY };
    const [first, second] = [await steps.open(number, { ...lead, unitCode: WATER }), await steps.open(number, { ...lead, unitCode: ROADS })];
    const said = (proposedUnitCode: string, legalGround: string, reason: string) => ({ proposedUnitCode, legalGround, reason });
    const by = randomUUID();
    const record = (taskId: string, data: Record<string, unknown>, at: string) =>
      steps.record(number, {
        at,
        actor: { kind: 'person', subject: by },
        changedTasks: [{ taskId, state: 'returned' }],
        records: [{ kind: 'return', id: taskId, data }],
      });
    await record(first.taskId, said(ROADS, '《公路法》第八条', '属公路范围'), '2026-11-20T01:00:00.000Z');
    await record(second.taskId, said(WATER, '权责清单第 17 项', '管网由水务负责'), '2026-11-21T01:00:00.000Z');
    const { returns } = await ask<{ returns: object[] }>(RETURNS, { n: number }, county());
    expect(returns).toEqual([
      { taskId: first.taskId, unit: { code: WATER }, proposedUnit: { code: ROADS }, legalGround: '《公路法》第八条', reason: '属公路范围', by: { id: by } },
      { taskId: second.taskId, unit: { code: ROADS }, proposedUnit: { code: WATER }, legalGround: '权责清单第 17 项', reason: '管网由水务负责', by: { id: by } },
    ]);
    const { data } = await cases.ask<{ trackCase: object }>(TRACK, { n: number, code: pickupCode });
    expect(data?.trackCase).toEqual({ suggestedPath: null, similar: null, returns: null });
  });

  describe('how much lies where', () => {
    const late = '2020-01-01T00:00:00.000Z';
    const loads = async (area: string, as: TokenWishes): Promise<Load[]> => {
      const { data, errors } = await cases.ask<{ unitLoads: Load[] }>(LOADS, { area }, as);
      if (!data?.unitLoads) throw new Error(JSON.stringify(errors));
      return data.unitLoads;
    };

    it('is counted by unit and by the areas below', async () => {
      const at = '990121007';
      const number = await started({}, `${at}001001`);
      await steps.open(number, { areaCode: `${at}001001` });
      await steps.open(number, { areaCode: `${at}001001`, dueAt: late });
      await steps.open(number, { areaCode: `${at}002` });
      await steps.open(number, { areaCode: at, roles: ['townCentre'], tier: 'town' });
      await steps.open(number, { areaCode: at, unitCode: WATER, roles: ['departmentHandler'], dueAt: late });
      const { taskId } = await steps.open(number, { areaCode: `${at}002` });
      await steps.record(number, { changedTasks: [{ taskId, state: 'completed' }] });
      const found = await loads(at, town(at));
      expect(found).toHaveLength(4);
      expect(found).toEqual(
        expect.arrayContaining([
          { unit: { code: WATER }, area: { code: at }, open: 1, late: 1 },
          { unit: null, area: { code: `${at}001` }, open: 2, late: 1 },
          { unit: null, area: { code: `${at}002` }, open: 1, late: 0 },
          { unit: null, area: { code: at }, open: 1, late: 0 },
        ]),
      );
      const ofCounty = await loads(COUNTY, county());
      expect(ofCounty).toContainEqual({ unit: null, area: { code: at }, open: 4, late: 1 });
    });

    it('is told of one’s own area and what lies below, and of no other', async () => {
      const refused = async (area: string, as: TokenWishes) => (await cases.ask(LOADS, { area }, as)).errors?.[0]?.extensions.code;
      expect(await refused(OTHER_TOWN, town())).toBe('AREA_OUTSIDE_JURISDICTION');
      expect(await refused(COUNTY, town())).toBe('AREA_OUTSIDE_JURISDICTION');
      expect(await refused('990221001', county())).toBe('AREA_OUTSIDE_JURISDICTION');
      expect(await loads(VILLAGE, county())).toEqual(expect.any(Array));
    });

    it('counts no complaint about whoever asks', async () => {
      const at = OTHER_TOWN;
      const number = await started({ kind: 'complaint', areaCode: at, aboutWhom: { areaCode: at, role: 'townCentre' } });
      await steps.open(number, { areaCode: `${at}001` });
      expect(await loads(at, town(at))).toEqual([]);
      expect(await loads(at, county())).toMatchObject([{ open: 1 }]);
    });
  });

  it('lists tasks of several kinds in one page, due first', async () => {
    const at = '990121011';
    const number = await started({}, `${at}001`);
    const ofTown = { roles: ['townCentre' as const], areaCode: at, tier: 'town' as const };
    const lead = await steps.open(number, { ...ofTown, kind: 'lead', dueAt: '2098-01-01T00:00:00.000Z' });
    const desk = await steps.open(number, { ...ofTown, kind: 'desk' });
    await steps.open(number, { ...ofTown, kind: 'approve' });
    const query = 'query ($filter: TaskFilterInput!) { myTasks(filter: $filter) { id } }';
    const listed = async (filter: object) => (await cases.ask<{ myTasks: { id: string }[] }>(query, { filter }, town(at))).data?.myTasks.map(({ id }) => id);
    expect(await listed({ kinds: ['desk', 'lead'] })).toEqual([lead.taskId, desk.taskId]);
    expect(await listed({ kinds: ['desk', 'lead'], kind: 'desk' })).toEqual([desk.taskId]);
    expect(await listed({ kinds: ['lead'], kind: 'desk' })).toEqual([]);
    expect(await listed({ kinds: [] })).toEqual([]);
  });
});
