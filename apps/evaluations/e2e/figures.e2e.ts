import { randomUUID } from 'node:crypto';
import { countCase, MEASURES, Tally } from '@yiwang/domain/figures';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { FactFeed } from '../src/facts/fact-feed.js';
import {
  answeredOn,
  closedOn,
  COUNTY,
  factsStandIn,
  lateOn,
  noon,
  OTHER_VILLAGE,
  ratedOn,
  told,
  TOWN,
  VILLAGE,
  type Told,
} from './facts-stand-in.js';
import { evaluationsStand } from './stand.js';

const RECOUNT = `mutation ($input: RecountFiguresInput!) { recountFigures(input: $input) {
  id month asOf version cases isComplete figures { measure numerator denominator share text exclusions { reason cases } } } }`;
const FIGURES = `query ($month: String!, $scope: FigureScopeInput) { figureCount(countyCode: "${COUNTY}", month: $month) {
  id version figures(scope: $scope) { measure numerator denominator exclusions { reason cases } } } }`;
const RANKING = `query ($month: String!, $kind: ScopeKind!, $by: RankedBy!, $after: ID, $first: Int!) {
  figureCount(countyCode: "${COUNTY}", month: $month) { ranking(kind: $kind, by: $by, after: $after, first: $first) {
    scope { kind code area { code } unit { code } } rank tied value scoreText missing messages replies cursor } } }`;
const BEHIND = `query ($countId: ID!, $scope: FigureScopeInput!, $measure: Measure!, $part: FigurePart!, $after: ID, $first: Int) {
  figureCases(countId: $countId, scope: $scope, measure: $measure, part: $part, after: $after, first: $first) {
    caseNumber verdict case { number } } }`;

interface FigureAnswer {
  measure: string;
  numerator: number;
  denominator: number;
  text: string;
  exclusions: { reason: string; cases: number }[];
}
interface CountAnswer {
  id: string;
  version: number;
  cases: number;
  isComplete: boolean;
  figures: FigureAnswer[];
}

const MONTH = '2026-03';
/** One of every kind that a figure tells apart. */
const CASES: Told[] = [
  told('2026-03-02', [answeredOn('2026-03-04'), ratedOn('2026-03-05', 'satisfied'), closedOn('2026-03-05', 'rated')]),
  told('2026-03-02', [answeredOn('2026-03-05'), ratedOn('2026-03-06', 'mostlySatisfied'), closedOn('2026-03-06', 'rated')]),
  told('2026-03-03', [answeredOn('2026-03-05'), { type: 'notRated', at: noon('2026-03-12') }, closedOn('2026-03-12', 'notRated')]),
  told('2026-03-03', [answeredOn('2026-03-12'), ratedOn('2026-03-13', 'satisfied'), closedOn('2026-03-13', 'rated')], {
    missed: [lateOn('2026-03-08')],
  }),
  told('2026-03-04', [
    answeredOn('2026-03-05'),
    ratedOn('2026-03-06', 'dissatisfied'),
    { type: 'newRound', at: noon('2026-03-06'), round: 2 },
    answeredOn('2026-03-20', { round: 2, tier: 'town' }),
    closedOn('2026-03-27', 'notRated'),
  ]),
  told('2026-03-05', [{ type: 'withdrawn', at: noon('2026-03-06') }], { firstResponseAt: null, closedAs: 'withdrawn', closedAt: noon('2026-03-06') }),
  told('2026-03-05', [{ type: 'notAccepted', at: noon('2026-03-05', 3) }], { areaCode: TOWN, closedAs: 'notAccepted', closedAt: noon('2026-03-05', 3) }),
  told('2026-03-06', [{ type: 'suspended', at: noon('2026-03-07') }], { areaCode: COUNTY, kind: 'dispute' }),
  told(
    '2026-03-07',
    [
      { type: 'taskOpened', at: noon('2026-03-08'), unitCode: 'unit-water' },
      { type: 'returned', at: noon('2026-03-09'), unitCode: 'unit-water' },
      { type: 'taskOpened', at: noon('2026-03-10'), unitCode: 'unit-roads' },
      answeredOn('2026-03-18', { tier: 'county', unitCode: 'unit-roads' }),
      ratedOn('2026-03-19', 'satisfied'),
      closedOn('2026-03-19', 'rated'),
    ],
    { areaCode: `${OTHER_VILLAGE}001`, missed: [lateOn('2026-03-12', { tier: 'county', unitCode: 'unit-roads', areaCode: COUNTY })] },
  ),
  told('2026-03-09', [answeredOn('2026-03-10'), closedOn('2026-03-17', 'notRated')], { channel: 'patrol' }),
  // Another month's.
  told('2026-04-01', [answeredOn('2026-04-02')]),
];

describe('figures of a month', () => {
  let evaluations: TestSubgraph;
  let cases: Awaited<ReturnType<typeof factsStandIn>>;
  const person = (role: 'countyCentre' | 'townCentre' | 'villageSecretary', areaCode: string) => {
    const subject = randomUUID();
    evaluations.positions.set(subject, [{ id: subject, role, areaCode, unitCode: null }]);
    return { subject, roles: [role === 'villageSecretary' ? ('villageOfficial' as const) : role] };
  };
  const recount = (input: object, as: Parameters<TestSubgraph['ask']>[2], language = 'zh-CN') =>
    evaluations.ask<{ recountFigures: CountAnswer }>(RECOUNT, { input: { countyCode: COUNTY, month: MONTH, ...input } }, as, language);
  let centre: ReturnType<typeof person>;
  let count: CountAnswer;

  const heard = async (number: number) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const [row] = await evaluations.sql<{ n: number }>('select count(*)::int as n from case_fact');
      if (row?.n === number) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${number} cases were not heard of`);
  };
  const expected = (asOf: string) => {
    const tally = new Tally();
    for (const one of CASES.filter(({ receivedAt }) => receivedAt < '2026-03-31T16')) {
      const counted = countCase(one, asOf);
      if (counted) tally.add(counted);
    }
    return tally;
  };

  beforeAll(async () => {
    cases = await factsStandIn(() => evaluations.issuer);
    evaluations = await evaluationsStand({ CASES_URL: cases.url, EVALUATIONS_CLIENT_SECRET: 'known', EVALUATIONS_TOKEN_URL: cases.tokenUrl });
    await cases.open();
    cases.changes.push(...CASES);
    await heard(CASES.length);
    centre = person('countyCentre', COUNTY);
    count = (await recount({}, centre)).data!.recountFigures;
  }, 120_000);
  afterAll(async () => {
    await evaluations?.close();
    await cases?.close();
  });

  it('hears of every case by the account of the service, page after page', () => {
    expect(cases.seen.every(({ roles }) => roles.includes('service'))).toBe(true);
    expect(cases.seen.slice(0, 4).map(({ after }) => after)).toEqual(['0:0', '1:3', '1:6', '1:9']);
  });

  it('keeps the newer of two tellings, whoever comes last with a page', async () => {
    const one = CASES[0]!;
    const feed = evaluations.app.get(FactFeed);
    cases.changes.push({ ...one, areaCode: 'older', newest: '0:1' });
    for (let tries = 0; tries < 20; tries += 1) await feed.takeOnce();
    const rows = await evaluations.sql('select area_code from case_fact where case_number = $1', [one.caseNumber]);
    expect(rows).toEqual([{ area_code: one.areaCode }]);
  });

  it('are those of the rules, with what they are made of', () => {
    const figures = expected(new Date().toISOString()).of({ kind: 'county', code: COUNTY }).figures;
    expect(count.cases).toBe(10);
    expect(count.isComplete).toBe(true);
    for (const { measure, numerator, denominator, exclusions } of count.figures) {
      const wanted = figures[measure as (typeof MEASURES)[number]];
      expect({ measure, numerator, denominator }).toEqual({ measure, numerator: wanted.numerator, denominator: wanted.denominator });
      expect(Object.fromEntries(exclusions.map(({ reason, cases: n }) => [reason, n]))).toEqual(wanted.exclusions);
    }
    const of = (measure: string) => count.figures.find((one) => one.measure === measure);
    expect(of('satisfied')).toMatchObject({ numerator: 4, denominator: 5, text: '80.00%' });
    expect(of('fullySatisfied')).toMatchObject({ numerator: 3, denominator: 5 });
    expect(of('resolutionOnTime')).toMatchObject({ numerator: 5, denominator: 7, text: '71.43%' });
  });

  it('count as of a past instant only what had happened by then, and a recount of it is another version with the same numbers', async () => {
    const asOf = noon('2026-03-06', 1);
    const [first, second] = [await recount({ asOf }, centre), await recount({ asOf }, centre)].map(({ data }) => data!.recountFigures);
    expect(second!.figures).toEqual(first!.figures);
    expect(second!.version).toBe(first!.version + 1);
    const { rework, rated } = expected(asOf).of({ kind: 'county', code: COUNTY }).figures;
    expect(first!.figures.find(({ measure }) => measure === 'rework')).toMatchObject({ numerator: rework.numerator, denominator: rework.denominator });
    expect(first!.figures.find(({ measure }) => measure === 'rated')).toMatchObject({ numerator: rated.numerator });
  });

  it('are told of villages, towns and departments', async () => {
    for (const [kind, code] of [['village', VILLAGE], ['town', TOWN], ['unit', 'unit-roads'], ['unit', 'unit-water']] as const) {
      const { data } = await evaluations.ask<{ figureCount: CountAnswer }>(FIGURES, { month: MONTH, scope: { kind, code } }, centre);
      const latest = await evaluations.sql<{ as_of: Date }>(`select as_of from figure_count where id = $1`, [data!.figureCount.id]);
      const { figures } = expected(latest[0]!.as_of.toISOString()).of({ kind, code });
      for (const { measure, numerator, denominator } of data!.figureCount.figures) {
        const wanted = figures[measure as (typeof MEASURES)[number]];
        expect({ code, measure, numerator, denominator }).toEqual({ code, measure, numerator: wanted.numerator, denominator: wanted.denominator });
      }
    }
  });

  it('open the cases behind them, page by page, each only for who reads it', async () => {
    const behind = async (as: Parameters<TestSubgraph['ask']>[2], part: string, more: object = {}, measure = 'resolutionOnTime') => {
      const variables = { countId: count.id, scope: { kind: 'county', code: COUNTY }, measure, part, ...more };
      const { data, errors } = await evaluations.ask<{ figureCases: { caseNumber: string; verdict: string }[] }>(BEHIND, variables, as);
      if (!data) throw new Error(JSON.stringify(errors));
      return data.figureCases;
    };
    const all = await behind(centre, 'denominator');
    expect(all).toHaveLength(7);
    const paged = [];
    for (let after: string | undefined, page; (page = await behind(centre, 'denominator', { after, first: 3 })).length > 0; after = page.at(-1)!.caseNumber) paged.push(...page);
    expect(paged).toEqual(all);
    expect((await behind(centre, 'missed')).map(({ verdict }) => verdict)).toEqual(['no', 'no']);
    expect((await behind(centre, 'excluded')).map(({ verdict }) => verdict).sort()).toEqual(['notAccepted', 'suspended', 'withdrawn']);
    const secretary = person('villageSecretary', VILLAGE);
    expect(await behind(secretary, 'missed')).toHaveLength(1);
    const elsewhere = person('countyCentre', '330226');
    await expect(behind(elsewhere, 'missed')).rejects.toThrow('NOT_FOUND');
    const { errors } = await evaluations.ask(BEHIND, { countId: count.id, scope: { kind: 'county', code: COUNTY }, measure: 'rated', part: 'missed', after: 'x' }, centre);
    expect(errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  });

  it('rank villages and departments', async () => {
    interface Place { scope: { code: string; area: { code: string } | null; unit: object | null }; rank: number | null; missing: string[]; messages: number }
    const ask = async (variables: object) =>
      (await evaluations.ask<{ figureCount: { ranking: Place[] } }>(RANKING, { month: MONTH, by: 'messages', kind: 'village', first: 50, ...variables }, centre)).data!.figureCount.ranking;
    const latest = await ask({});
    expect(latest.map(({ scope, rank, messages }) => [scope.code, rank, messages])).toEqual([
      [VILLAGE, 1, expect.any(Number)],
      ...(latest.length > 1 ? [[OTHER_VILLAGE, 2, 1]] : []),
    ]);
    expect(await ask({ first: 1, after: VILLAGE })).toEqual(latest.slice(1, 2));
    for (const { scope } of latest) expect(scope).toMatchObject({ area: { code: scope.code }, unit: null });
  });

  it.each([
    ['a month that is none', { month: '2026-3' }, 'INPUT_INVALID', 'month'],
    ['an instant to come', { asOf: '2099-01-01T00:00:00Z' }, 'TIME_INVALID', 'asOf'],
    ['an instant before the data begins', { asOf: '2024-01-31T00:00:00Z' }, 'FIGURES_BEFORE_DATA', 'asOf'],
    ['a month before the data begins', { month: '2025-03' }, 'FIGURES_BEFORE_DATA', 'month'],
    ['no county', { countyCode: '9901' }, 'AREA_UNKNOWN', 'countyCode'],
    ['another county', { countyCode: '330226' }, 'AREA_OUTSIDE_JURISDICTION', 'countyCode'],
  ])('are refused for %s, in both languages, and nothing is left', async (_what, input, code, field) => {
    const before = await evaluations.sql('select id from figure_count');
    const [chinese, english] = [await recount(input, centre), await recount(input, centre, 'en')];
    expect([chinese, english].map(({ errors }) => errors?.[0]?.extensions)).toMatchObject([{ code, field }, { code, field }]);
    expect(chinese.errors?.[0]?.message).not.toBe(english.errors?.[0]?.message);
    expect(await evaluations.sql('select id from figure_count')).toEqual(before);
  });

  it('are counted by the county only, and the audit says by whom', async () => {
    const { errors } = await recount({}, person('townCentre', TOWN));
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const audit = await evaluations.sql(
      `select outcome, county_code, details->>'countId' as count from audit_entry where operation = 'recountFigures' and details->>'countId' = $1`,
      [count.id],
    );
    expect(audit).toEqual([{ outcome: 'done', county_code: COUNTY, count: count.id }]);
  });
});

describe('the policy of an assessment', () => {
  let evaluations: TestSubgraph;
  const PUBLISH = `mutation ($input: PublishAssessmentPolicyInput!) { publishAssessmentPolicy(input: $input) {
    version weights { response resolution satisfaction } thresholds { resolutionOnTime satisfied } inForceFrom } }`;
  const subject = randomUUID();
  const centre = { subject, roles: ['countyCentre' as const] };
  const weights = { response: 20, resolution: 40, satisfaction: 40 };
  const publish = (input: object, language = 'zh-CN') =>
    evaluations.ask<{ publishAssessmentPolicy: { version: number } }>(
      PUBLISH,
      { input: { countyCode: COUNTY, weights, inForceFrom: '2099-01-01T00:00:00+08:00', ...input } },
      centre,
      language,
    );
  beforeAll(async () => {
    evaluations = await evaluationsStand();
    evaluations.positions.set(subject, [{ id: subject, role: 'countyCentre', areaCode: COUNTY, unitCode: null }]);
  }, 120_000);
  afterAll(() => evaluations?.close());

  it('comes as versions, each from a date', async () => {
    const first = await publish({});
    expect(first.data?.publishAssessmentPolicy).toMatchObject({ version: 2, weights, thresholds: { resolutionOnTime: 90, satisfied: 85 } });
    const second = await publish({ thresholds: { resolutionOnTime: 95, satisfied: 90 }, inForceFrom: '2099-02-01T00:00:00+08:00' });
    expect(second.data?.publishAssessmentPolicy).toMatchObject({ version: 3, thresholds: { resolutionOnTime: 95 } });
    const all = await evaluations.ask(`{ assessmentPolicies(countyCode: "${COUNTY}") { version countyCode } }`, {}, centre);
    expect(all.data).toEqual({ assessmentPolicies: [
      { version: 3, countyCode: COUNTY }, { version: 2, countyCode: COUNTY }, { version: 1, countyCode: '' },
    ] });
  });

  it.each([
    ['weights that do not come to 100', { weights: { response: 30, resolution: 30, satisfaction: 35 } }, 'WEIGHTS_INVALID', 'weights'],
    ['a date that has passed', { inForceFrom: '2026-01-01T00:00:00+08:00' }, 'TIME_INVALID', 'inForceFrom'],
    ['a threshold of 101 %', { thresholds: { resolutionOnTime: 101, satisfied: 85 } }, 'INPUT_INVALID', 'thresholds.resolutionOnTime'],
    ['no days to put it right', { limits: { judgeAfterDays: 10, rectificationDays: 0, acceptanceDays: 3 } }, 'INPUT_INVALID', 'limits.rectificationDays'],
  ])('is refused with %s, and nothing is written', async (_what, input, code, field) => {
    const before = await evaluations.sql('select county_code, version from assessment_policy order by 1, 2');
    const [chinese, english] = [await publish(input), await publish(input, 'en')];
    expect([chinese, english].map(({ errors }) => errors?.[0]?.extensions)).toMatchObject([{ code, field }, { code, field }]);
    expect(chinese.errors?.[0]?.message).not.toBe(english.errors?.[0]?.message);
    expect(await evaluations.sql('select county_code, version from assessment_policy order by 1, 2')).toEqual(before);
  });
});
