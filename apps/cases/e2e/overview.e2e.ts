import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, OTHER_TOWN, OTHER_VILLAGE, PATROLLED_GRID, ROADS, TOWN, VILLAGE, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const COUNT = `{ count where { areaCode channel categoryCode tier unitCode card paused reviewBefore receivedFrom receivedBefore open running lastRound taskKind taskTier } }`;
const OVERVIEW = `query ($area: ID!) { overview(areaCode: $area) { area { code } open ${COUNT} running ${COUNT} yellow ${COUNT} red ${COUNT} suspended ${COUNT}
  decisions { kind cases ${COUNT} } receivedToday ${COUNT} channels { channel cases ${COUNT} } days { day cases ${COUNT} }
  places { area { code } light open ${COUNT} running ${COUNT} yellow ${COUNT} red ${COUNT} }
  rising { category { code } recent ${COUNT} before usual times probability } } }`;
const WANTED = `query ($area: ID!, $first: Int) { decisionsWanted(areaCode: $area, first: $first) { kind dueAt case { number } task { id actions } } }`;
const WARNINGS = `query ($area: ID!, $kinds: [WarningKind!], $first: Int, $after: ID) { earlyWarnings(areaCode: $area, kinds: $kinds, first: $first, after: $after) {
  cursor counts { kind count } items { id kind zh en area { code } unit { code } between { code } case { number } cases ${COUNT} terms { name value } } } }`;
const CASES = `query ($filter: CaseFilterInput!) { cases(filter: $filter, first: 200) { number } }`;

interface Counted {
  count: number;
  where: Record<string, unknown>;
}
interface Warning {
  id: string;
  kind: string;
  zh: string;
  area: { code: string } | null;
  unit: { code: string } | null;
  between: { code: string }[];
  case: { number: string } | null;
  cases: Counted | null;
  terms: { name: string; value: number }[];
}
interface Found {
  open: Counted;
  running: Counted;
  yellow: Counted;
  red: Counted;
  suspended: Counted;
  receivedToday: Counted;
  decisions: { kind: string; cases: Counted }[];
  channels: { cases: Counted }[];
  days: { cases: Counted }[];
  places: { area: { code: string }; light: string }[];
  rising: object[];
}
interface WarningPage {
  items: Warning[];
  cursor: string | null;
  counts: object[];
}
type Asked = TokenWishes & { subject: string };

/** Every number of an answer that names its cases. */
const countsIn = (value: unknown): Counted[] => {
  if (Array.isArray(value)) return value.flatMap(countsIn);
  if (value === null || typeof value !== 'object') return [];
  return 'where' in value ? [value as Counted] : Object.values(value).flatMap(countsIn);
};
const days = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString();

describe('an area at a glance', () => {
  let cases: Stand;
  let steps: Steps;
  let hotline: TokenWishes;
  const made: Record<string, string> = {};

  const ask = async <T>(query: string, variables: object, as: Asked): Promise<T> => {
    const { data, errors } = await cases.ask<T>(query, variables as Record<string, unknown>, as);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const leader = (areaCode = COUNTY) => cases.staff(randomUUID(), 'leader', areaCode, 'leader');
  const started = async (over: Record<string, unknown> = {}): Promise<string> => (await steps.newCase({ areaCode: GRID, ...over }, hotline)).number;
  const listed = async (where: Record<string, unknown>, as: Asked): Promise<string[]> => {
    const filter = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== null));
    return (await ask<{ cases: { number: string }[] }>(CASES, { filter }, as)).cases.map(({ number }) => number);
  };
  const expectTrue = async (counts: readonly Counted[], as: Asked): Promise<void> => {
    for (const { count, where } of counts) expect({ where, count: (await listed(where, as)).length }).toEqual({ where, count });
  };
  const overviewOf = async (area: string, as: Asked) => (await ask<{ overview: Found }>(OVERVIEW, { area }, as)).overview;
  const decisionsOf = async (area: string, as: Asked) =>
    Object.fromEntries((await overviewOf(area, as)).decisions.map(({ kind, cases: { count } }) => [kind, count]));

  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
    hotline = { subject: randomUUID(), username: 'service-account-hotline-12345', clientId: 'hotline-12345', roles: ['externalSystem'] };
    cases.positions.set(hotline.subject!, [{ id: 'hotline', role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
    const held = (tier: string, over: object = {}) => ({ patch: { stage: 'handling', tier, ...over } as never });

    made['plain'] = await started({ categoryCode: 'roads' });
    made['yellow'] = await started({ areaCode: VILLAGE, categoryCode: 'roads' });
    await steps.record(made['yellow'], held('village', { card: 'yellow' }));
    made['red'] = await started({ areaCode: VILLAGE, categoryCode: 'roads' });
    await steps.record(made['red'], held('county', { card: 'red', unitCode: WATER, resolutionDueAt: days(-2), tierDueAt: days(-1) }));
    made['townLate'] = await started({ areaCode: TOWN });
    await steps.record(made['townLate'], held('town', { card: 'red' }));
    made['elsewhere'] = await started({ areaCode: OTHER_TOWN });
    await steps.record(made['elsewhere'], held('town', { card: 'red' }));
    made['third'] = await started();
    await steps.record(made['third'], held('village', { round: 3 }));
    made['suspended'] = await started();
    await steps.record(made['suspended'], { patch: { stage: 'handling', paused: 'suspended', reviewAt: days(3) } });
    made['longSuspended'] = await started();
    await steps.record(made['longSuspended'], { patch: { stage: 'handling', paused: 'suspended', reviewAt: days(30), card: 'red' } });
    made['answered'] = await started();
    await steps.record(made['answered'], { patch: { stage: 'evaluating', resolvedAt: days(0), card: 'red' } });
    made['closed'] = await started({ areaCode: OTHER_VILLAGE });
    await steps.record(made['closed'], { patch: { stage: 'closed', resolvedAt: days(0), closedAt: days(0), closedAs: 'rated', card: 'red' } });
    made['unplaced'] = await started({ areaCode: COUNTY });
    made['arbitrated'] = await started();
    await steps.open(made['arbitrated'], { kind: 'arbitrate', tier: 'county', roles: ['countyCentre'], areaCode: COUNTY });
    made['asked'] = await started();
    await steps.open(made['asked'], { kind: 'approve', tier: 'county', roles: ['leader'], areaCode: COUNTY, workflowId: made['asked'], dueAt: days(1) });
    made['askedOfTown'] = await started();
    await steps.open(made['askedOfTown'], { kind: 'approve', tier: 'town', roles: ['townCentre'], areaCode: TOWN, workflowId: made['askedOfTown'] });
  }, 180_000);
  afterAll(() => cases?.close());

  it('is counted so that every number lists exactly its cases, for county, town and village', async () => {
    for (const [area, as] of [[COUNTY, leader()], [TOWN, leader(TOWN)], [TOWN, leader()], [VILLAGE, leader()]] as const) {
      const counts = countsIn(await overviewOf(area, as));
      expect(counts.length).toBeGreaterThan(25);
      await expectTrue(counts, as);
    }
  }, 180_000);

  it('counts what runs apart from what is answered, suspended or over', async () => {
    const found = await overviewOf(COUNTY, leader());
    expect([found.open.count, found.running.count, found.yellow.count, found.red.count, found.suspended.count]).toEqual([13, 10, 1, 3, 2]);
    expect([found.receivedToday.count, found.days.length, found.days.at(-1)?.cases.count]).toEqual([14, 14, 14]);
    expect(found.channels.reduce((sum, one) => sum + one.cases.count, 0)).toBe(14);
    const lights = found.places.map((one) => [one.area.code, one.light]);
    expect(lights).toEqual([[TOWN, 'red'], [OTHER_TOWN, 'red']]);
    expect(found.rising).toEqual([expect.objectContaining({ category: { code: 'roads' }, before: 0, usual: 0, times: null, recent: expect.objectContaining({ count: 3 }) })]);
  });

  it('names first what waits for a decision at that level', async () => {
    expect(await decisionsOf(COUNTY, leader())).toEqual({ arbitration: 1, lastRound: 1, suspensionReview: 1, approval: 1, overdue: 1 });
    expect(await decisionsOf(TOWN, leader(TOWN))).toMatchObject({ approval: 1, overdue: 1, lastRound: 1 });
    expect(await decisionsOf(OTHER_TOWN, leader())).toEqual({ arbitration: 0, lastRound: 0, suspensionReview: 0, approval: 0, overdue: 1 });

    const wanted = async (area: string, as: Asked, first?: number) =>
      (await ask<{ decisionsWanted: { kind: string; case: { number: string }; task: { id: string; actions: string[] } | null }[] }>(WANTED, { area, first }, as)).decisionsWanted;
    const all = await wanted(COUNTY, leader());
    expect(all.map(({ kind, case: one }) => [kind, one.number])).toEqual([
      ['arbitration', made['arbitrated']], ['lastRound', made['third']], ['suspensionReview', made['suspended']], ['approval', made['asked']], ['overdue', made['red']],
    ]);
    // A leader is asked and does not arbitrate; the centre does, and is not asked.
    expect(all.filter(({ task }) => task !== null).map(({ kind, task }) => [kind, task?.actions])).toEqual([['approval', ['claim']]]);
    const centre = cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
    expect((await wanted(COUNTY, centre)).filter(({ task }) => task !== null).map(({ kind }) => kind)).toEqual(['arbitration']);
    expect((await wanted(TOWN, leader(TOWN))).filter(({ kind }) => kind === 'overdue').map((one) => one.case.number)).toEqual([made['townLate']]);
  });

  it('shows a town its own numbers alone, and nobody an area that is not theirs', async () => {
    const town = leader(OTHER_TOWN);
    const found = await overviewOf(OTHER_TOWN, town);
    expect([found.open.count, found.receivedToday.count, found.red.count]).toEqual([1, 1, 1]);
    const codeOf = async (query: string, area: string, as: Asked) => (await cases.ask(query, { area }, as)).errors?.[0]?.extensions.code;
    for (const query of [OVERVIEW, WANTED, WARNINGS]) {
      expect(await codeOf(query, COUNTY, town)).toBe('AREA_OUTSIDE_JURISDICTION');
      expect(await codeOf(query, TOWN, town)).toBe('AREA_OUTSIDE_JURISDICTION');
      expect(await codeOf(query, 'x', town)).toBe('AREA_UNKNOWN');
      expect(await codeOf(query, GRID, cases.staff(randomUUID(), 'gridMember', GRID))).toBe('FORBIDDEN');
    }
  });

  it('takes for the last round what the policy of the case says', async () => {
    await cases.sql(`insert into policy_version (county_code, version, state, rules, in_force_from, drafted_at, published_at)
      values ('', 902, 'published', '{"rounds": {"most": 2}}', '2099-01-01', now(), now())`);
    const [ofTwo, ofThree] = [await started(), await started()];
    await cases.sql('update case_file set policy_version = 902 where number = $1', [ofTwo]);
    for (const number of [ofTwo, ofThree]) await steps.record(number, { patch: { round: 2, stage: 'handling', tier: 'village' } });
    const as = leader();
    await expectTrue(countsIn(await overviewOf(COUNTY, as)), as);
    const wanted = JSON.stringify(await ask(WANTED, { area: COUNTY }, as));
    expect([wanted.includes(ofTwo), wanted.includes(ofThree)]).toEqual([true, false]);
    for (const number of [ofTwo, ofThree]) await steps.record(number, { patch: { stage: 'closed', closedAt: days(0), closedAs: 'rated' } });
  });

  it('counts no complaint for whom it is about, and lists none', async () => {
    const chief = leader();
    const number = await started({ kind: 'complaint', aboutWhom: { areaCode: COUNTY, subject: chief.subject } });
    await steps.record(number, { patch: { round: 3, card: 'red', tier: 'county', stage: 'handling' } });
    const [theirs, others] = [await overviewOf(COUNTY, chief), await overviewOf(COUNTY, leader())];
    expect(others.open.count - theirs.open.count).toBe(1);
    await expectTrue(countsIn(theirs), chief);
    expect(JSON.stringify(await ask(WANTED, { area: COUNTY }, chief))).not.toContain(number);
    await steps.record(number, { patch: { stage: 'closed', closedAt: days(0), closedAs: 'rated' } });
  });
});

describe('early warnings', () => {
  let cases: Stand;
  let steps: Steps;
  let hotline: TokenWishes;
  const leader = (areaCode = COUNTY) => cases.staff(randomUUID(), 'leader', areaCode, 'leader');
  const started = async (over: Record<string, unknown> = {}): Promise<string> => (await steps.newCase({ areaCode: GRID, ...over }, hotline)).number;
  const warned = async (kind: string, as = leader(), area = COUNTY): Promise<WarningPage> => {
    const { data, errors } = await cases.ask<{ earlyWarnings: WarningPage }>(WARNINGS, { area, kinds: [kind] }, as);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.earlyWarnings;
  };
  const listed = async ({ where }: Counted, as: Asked): Promise<number> => {
    const filter = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== null));
    return (await cases.ask<{ cases: unknown[] }>(CASES, { filter }, as)).data?.cases.length ?? -1;
  };
  const terms = (warning: Warning | undefined) => Object.fromEntries((warning?.terms ?? []).map(({ name, value }) => [name, value]));

  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
    hotline = { subject: randomUUID(), username: 'service-account-hotline-12345', clientId: 'hotline-12345', roles: ['externalSystem'] };
    cases.positions.set(hotline.subject!, [{ id: 'hotline', role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
  }, 120_000);
  afterAll(() => cases?.close());

  it('tell a unit whose open work will break its deadlines, with the division and its cases', async () => {
    for (const due of [-1, 0.5, 0.5, 0.5, 40]) {
      const number = await started();
      await steps.record(number, { patch: { stage: 'handling', tier: 'county', unitCode: WATER, resolutionDueAt: days(due), tierDueAt: days(due) } });
    }
    for (let n = 0; n < 14; n += 1) {
      const number = await started();
      await steps.record(number, { patch: { stage: 'evaluating', tier: 'county', unitCode: WATER, resolvedAt: days(-n - 0.5) } });
    }
    const { items, counts } = await warned('pace');
    // One a day: the late one first, then three that are due today.
    expect(items).toEqual([expect.objectContaining({ id: `pace:county:${WATER}`, unit: { code: WATER }, area: null, zh: '5 件未办 ÷ 每日办结 1 件 = 5 天，3 件将超期，另有 1 件已超期（近 14 天办结 14 件）。' })]);
    expect(terms(items[0])).toEqual({ open: 5, late: 1, finished: 14, days: 14, perDay: 1, breaks: 3, daysToClear: 5 });
    expect(counts).toEqual([{ kind: 'pace', count: 1 }]);
    expect(items[0]?.cases?.count).toBe(5);
    expect(await listed(items[0]!.cases!, leader())).toBe(5);
    expect((await warned('pace', leader(OTHER_TOWN), OTHER_TOWN)).items).toEqual([]);
  });

  it('tell a village that is too slow by its own cases, not by the town’s', async () => {
    for (let n = 0; n < 3; n += 1) {
      const number = await started({ areaCode: `${OTHER_VILLAGE}` });
      await steps.record(number, { patch: { stage: 'handling', tier: 'village', resolutionDueAt: days(1), tierDueAt: days(1) } });
    }
    const [warning] = (await warned('pace', leader(TOWN), TOWN)).items.filter(({ area }) => area !== null);
    expect(warning).toMatchObject({ area: { code: OTHER_VILLAGE }, unit: null, zh: expect.stringMatching(/^3 件未办，近 14 天未办结一件，3 件将超期/) });
    expect(await listed(warning!.cases!, leader(TOWN))).toBe(3);
  });

  it('tell a case that is at it for longer than nine of ten of its category and path', async () => {
    const patch = { stage: 'handling' as const, path: 'villageDirect' as const };
    const finished = async (length: number): Promise<void> => {
      const number = await started({ categoryCode: 'roads' });
      await steps.record(number, { patch });
      const { taskId } = await steps.open(number);
      await cases.sql(`update task set state = 'completed', opened_at = now() - make_interval(days => 20), closed_at = now() - make_interval(days => 20) + make_interval(hours => $2) where id = $1`, [taskId, length]);
    };
    for (let hour = 1; hour <= 20; hour += 1) await finished(24);
    const running = async (over: Record<string, unknown>, age: number): Promise<string> => {
      const number = await started(over);
      await steps.record(number, { patch });
      const { taskId } = await steps.open(number);
      await cases.sql('update task set opened_at = now() - make_interval(hours => $2) where id = $1', [taskId, age]);
      return number;
    };
    const [late] = [await running({ categoryCode: 'roads' }, 72), await running({ categoryCode: 'roads' }, 20), await running({}, 500)];
    const { items } = await warned('drift');
    expect(items.map((one) => one.case?.number)).toEqual([late]);
    expect(items[0]?.zh).toBe('“办理”已 3 天 ÷ 同类现场直办九成不超过 1 天 = 3 倍（近 90 天办结的 20 件）。');
    expect((await warned('drift', leader(OTHER_TOWN), OTHER_TOWN)).items).toEqual([]);
  });

  it('tell what units pass back and forth until the county decides', async () => {
    const number = await started();
    const back = async (unitCode: string, to: string, at: string): Promise<void> => {
      const { taskId } = await steps.open(number, { kind: 'lead', tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY, unitCode });
      const data = { proposedUnitCode: to, legalGround: '第八条', reason: '不属本单位' };
      await steps.record(number, { at, records: [{ kind: 'return', id: taskId, data }], timeline: [{ type: 'returned' }] });
    };
    await back(WATER, ROADS, days(-4));
    expect((await warned('pingPong')).items).toEqual([]);
    await back(ROADS, WATER, days(-3));
    const { items } = await warned('pingPong');
    expect(items).toEqual([expect.objectContaining({ case: { number }, between: [{ code: WATER }, { code: ROADS }], zh: '裁定前已退回 2 次：2 个单位退回，建议 2 个单位承办，其中两家互相推转。' })]);
    expect((await warned('pingPong', leader(OTHER_TOWN), OTHER_TOWN)).items).toEqual([]);
    await steps.record(number, { at: days(-2), timeline: [{ type: 'arbitrated' }] });
    expect((await warned('pingPong')).items).toEqual([]);
  });

  it('tell a grid that falls silent and that nobody patrols, with the chance of it', async () => {
    const silent = '990121002001001';
    const reported = async (areaCode: string): Promise<void> => {
      for (let n = 0; n < 24; n += 1) await cases.sql('update case_file set area_code = $2, received_at = now() - make_interval(days => $3) where number = $1', [await started(), areaCode, 15 + 2 * n]);
    };
    await reported(silent);
    await reported(PATROLLED_GRID);
    const { items } = await warned('silence');
    expect(items.map(({ area }) => area?.code)).toEqual([silent]);
    expect(items[0]?.zh).toBe('此前 8 周来件 24 件，近 2 周应有 6 件，实有 0 件，偶然如此的概率 0.25%；其间没有巡查。');
    expect(items[0]?.cases?.count).toBe(24);
    expect(await listed(items[0]!.cases!, leader())).toBe(24);
    expect((await warned('silence', leader(TOWN), TOWN)).items).toEqual([]);
  }, 120_000);

  it('come page by page, each once, the gravest of a kind first', async () => {
    const as = leader();
    const pageAfter = async (first: number, after: string | null): Promise<WarningPage> => {
      const { data, errors } = await cases.ask<{ earlyWarnings: WarningPage }>(WARNINGS, { area: COUNTY, first, after }, as);
      if (!data) throw new Error(JSON.stringify(errors));
      return data.earlyWarnings;
    };
    const all = async (first: number, after: string | null = null): Promise<string[]> => {
      const { items, cursor } = await pageAfter(first, after);
      return [...items.map(({ id }) => id), ...(cursor === null ? [] : await all(first, cursor))];
    };
    const whole = await all(50);
    expect(whole.length).toBeGreaterThanOrEqual(4);
    expect(await all(1)).toEqual(whole);
    const { errors } = await cases.ask(WARNINGS, { area: COUNTY, after: 'nonsense' }, as);
    expect(errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  });
});
