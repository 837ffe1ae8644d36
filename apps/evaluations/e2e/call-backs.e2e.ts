import { randomUUID } from 'node:crypto';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { answeredOn, closedOn, COUNTY, factsStandIn, heardOf, ratedOn, told } from './facts-stand-in.js';
import { evaluationsStand } from './stand.js';

const LIST = `query ($level: CallBackLevel!, $states: [CallBackState!], $dueBy: DateTime, $after: String, $first: Int) {
  callBacks(countyCode: "${COUNTY}", level: $level, states: $states, dueBy: $dueBy, after: $after, first: $first) {
    id caseNumber round level state attempts solved rating openedRound dueAt cursor case { number } } }`;
const RECORD = `mutation ($input: RecordCallBackInput!) { recordCallBack(input: $input) { id state attempts solved rating openedRound dueAt } }`;
const DRAW = `mutation ($input: DrawSampleInput!) { drawSample(input: $input) { id seed size population } }`;

interface Call {
  id: string;
  caseNumber: string;
  state: string;
  attempts: number;
  dueAt: string;
  cursor: string;
}

describe('the call-back desk', () => {
  let evaluations: TestSubgraph;
  let cases: Awaited<ReturnType<typeof factsStandIn>>;
  const person = (role: 'countyCentre' | 'cityCentre', areaCode: string) => {
    const subject = randomUUID();
    evaluations.positions.set(subject, [{ id: subject, role, areaCode, unitCode: null }]);
    return { subject, roles: [role] };
  };
  let county: ReturnType<typeof person>;
  let city: ReturnType<typeof person>;
  const list = async (as: typeof county, variables: Record<string, unknown> = {}): Promise<Call[]> => {
    const { data, errors } = await evaluations.ask<{ callBacks: Call[] }>(LIST, { level: 'county', ...variables }, as);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.callBacks;
  };
  const record = (input: object, as: typeof county = county, language = 'zh-CN') =>
    evaluations.ask<{ recordCallBack: Call }>(RECORD, { input }, as, language);
  const ended = (as: string, rating: 'satisfied' | null = 'satisfied') =>
    told('2026-05-04', [answeredOn('2026-05-05'), ...(rating ? [ratedOn('2026-05-06', rating)] : []), closedOn('2026-05-06', as)]);
  const closed = [...Array.from({ length: 8 }, () => ended('rated')), ended('notRated', null), ended('roundsExhausted')];
  const others = [
    told('2026-05-04', [answeredOn('2026-05-05')]),
    told('2026-05-04', [], { closedAs: 'withdrawn', closedAt: '2026-05-05T00:00:00.000Z' }),
    told('2026-05-04', [], { closedAs: 'imported', closedAt: '2026-05-05T00:00:00.000Z' }),
  ];

  beforeAll(async () => {
    cases = await factsStandIn(() => evaluations.issuer);
    evaluations = await evaluationsStand({ CASES_URL: cases.url, EVALUATIONS_CLIENT_SECRET: 'known', EVALUATIONS_TOKEN_URL: cases.tokenUrl });
    await cases.open();
    cases.changes.push(...closed, ...others);
    await heardOf(evaluations, closed.length + others.length);
    county = person('countyCentre', COUNTY);
    city = person('cityCentre', COUNTY.slice(0, 4));
  }, 120_000);
  afterAll(async () => {
    await evaluations?.close();
    await cases?.close();
  });

  it('has the county call every case back that was closed after an answer, page by page', async () => {
    const all = await list(county);
    expect(all.map(({ caseNumber }) => caseNumber).sort()).toEqual(closed.map(({ caseNumber }) => caseNumber).sort());
    const paged: Call[] = [];
    for (let after: string | undefined, page; (page = await list(county, { after, first: 4 })).length > 0; after = page.at(-1)!.cursor) paged.push(...page);
    expect(paged).toEqual(all);
    await expect(list(person('countyCentre', '330226'))).rejects.toThrow('AREA_OUTSIDE_JURISDICTION');
    const { data } = await evaluations.ask<{ callBackScript: { questions: string[] } }>('{ callBackScript { questions } }', {}, county, 'zh-CN');
    expect(data?.callBackScript.questions.slice(0, 2)).toEqual([expect.stringContaining('解决了吗'), expect.stringContaining('满意')]);
  });

  it('writes down who was reached and what they said', async () => {
    const [call] = await list(county);
    const { data } = await record({ id: call!.id, reached: true, solved: true, rating: 'satisfied' });
    expect(data?.recordCallBack).toMatchObject({ state: 'done', attempts: 1, solved: true, rating: 'satisfied', openedRound: false });
    for (const language of ['zh-CN', 'en']) {
      const again = await record({ id: call!.id, reached: true, solved: true, rating: 'satisfied' }, county, language);
      expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'CALL_BACK_CLOSED', actual: 'done' });
    }
    expect((await list(county)).map(({ id }) => id)).not.toContain(call!.id);
    expect((await list(county, { states: ['done'] })).map(({ id }) => id)).toEqual([call!.id]);
    const audit = await evaluations.sql(`select operation, outcome from audit_entry where target_id = $1 order by id`, [call!.caseNumber]);
    expect(audit).toEqual([{ operation: 'recordCallBack', outcome: 'done' }, ...Array.from({ length: 2 }, () => ({ operation: 'recordCallBack', outcome: 'refused' }))]);
  });

  it('tries a second time when it was said, and then gives up', async () => {
    const [call] = await list(county);
    const tryAgainAt = new Date(Date.now() + 3_600_000).toISOString();
    expect((await record({ id: call!.id, reached: false, tryAgainAt })).data?.recordCallBack).toMatchObject({ state: 'later', attempts: 1, dueAt: tryAgainAt });
    expect((await list(county)).map(({ id }) => id)).not.toContain(call!.id);
    expect((await list(county, { dueBy: tryAgainAt })).map(({ id }) => id)).toContain(call!.id);
    expect((await record({ id: call!.id, reached: false })).data?.recordCallBack).toMatchObject({ state: 'unreachable', attempts: 2, rating: null });
  });

  it('opens a new round where somebody is dissatisfied or the matter is not solved, in the name of whoever called', async () => {
    const [first, second] = await list(county);
    const bare = await record({ id: first!.id, reached: true, solved: true, rating: 'dissatisfied' });
    expect(bare.errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', field: 'comment' });
    expect(cases.reopened).toEqual([]);
    const { data } = await record({ id: first!.id, reached: true, solved: true, rating: 'dissatisfied', comment: '灯又灭了' });
    expect(data?.recordCallBack).toMatchObject({ state: 'done', openedRound: true });
    await record({ id: second!.id, reached: true, solved: false, rating: 'satisfied', comment: '还没修' });
    expect(cases.reopened).toEqual([
      { number: first!.caseNumber, reason: '灯又灭了' },
      { number: second!.caseNumber, reason: '还没修' },
    ]);
  });

  it('lets a call go that a new round has overtaken', async () => {
    const [call] = await list(county);
    const before = closed.find(({ caseNumber }) => caseNumber === call!.caseNumber)!;
    cases.changes.push({ ...before, closedAs: null, closedAt: null, round: 2, newest: '2:1' });
    for (let tries = 0; tries < 100 && (await list(county)).some(({ id }) => id === call!.id); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await list(county, { states: ['overtaken'] })).toMatchObject([{ id: call!.id }]);
    expect((await record({ id: call!.id, reached: false })).errors?.[0]?.extensions.code).toBe('CALL_BACK_CLOSED');
  });

  it.each([
    ['nobody says whether it is solved', { reached: true, rating: 'satisfied' }, 'INPUT_INVALID', 'solved'],
    ['nobody says how satisfied they are', { reached: true, solved: true }, 'INPUT_INVALID', 'rating'],
    ['a second try in the past', { reached: false, tryAgainAt: '2020-01-01T00:00:00Z' }, 'TIME_INVALID', 'tryAgainAt'],
    ['too long a comment', { reached: true, solved: true, rating: 'satisfied', comment: '长'.repeat(1_001) }, 'TEXT_TOO_LONG', 'comment'],
    ['no call-back', { id: 'x', reached: false }, 'NOT_FOUND', 'id'],
  ])('refuses a call where %s', async (_what, input, code, field) => {
    const [call] = await list(county);
    const { errors } = await record({ id: call!.id, ...input });
    expect(errors?.[0]?.extensions).toMatchObject({ code, field });
    expect((await list(county))[0]).toEqual(call);
  });

  describe('by the city', () => {
    const draw = (input: object, as = city) =>
      evaluations.ask<{ drawSample: { id: string; seed: string; population: number } }>(
        DRAW,
        { input: { countyCode: COUNTY, closedFrom: '2026-05-01T00:00:00+08:00', closedUntil: '2026-06-01T00:00:00+08:00', size: 3, ...input } },
        as,
      );
    const drawn = async (id: string) =>
      (await evaluations.sql<{ n: string }>('select case_number as n from call_back where sample_id = $1 order by 1', [id])).map(({ n }) => n);

    it('goes by a sample that can be drawn again from its seed', async () => {
      const first = (await draw({ seed: 'may-2026' })).data!.drawSample;
      expect(first).toMatchObject({ seed: 'may-2026', population: 9 });
      const numbers = await drawn(first.id);
      expect(numbers).toHaveLength(3);
      await evaluations.sql('delete from call_back_attempt where call_back_id in (select id from call_back where sample_id = $1)', [first.id]);
      await evaluations.sql('delete from call_back where sample_id = $1', [first.id]);
      const second = (await draw({ seed: 'may-2026' })).data!.drawSample;
      expect(await drawn(second.id)).toEqual(numbers);
      expect((await list(city, { level: 'city' })).map(({ caseNumber }) => caseNumber).sort()).toEqual(numbers);
      const { data } = await evaluations.ask(`{ callBackSamples(countyCode: "${COUNTY}") { id seed } }`, {}, city);
      expect(data).toEqual({ callBackSamples: [{ id: second.id, seed: 'may-2026' }, { id: first.id, seed: 'may-2026' }] });
      const made = await draw({});
      expect(made.data?.drawSample.seed).toMatch(/^[0-9a-f]{24}$/);
    });

    it.each([
      ['no case', { size: 0 }, 'INPUT_INVALID', 'size'],
      ['a seed of spaces', { seed: 'a b' }, 'INPUT_INVALID', 'seed'],
      ['an end before the beginning', { closedFrom: '2026-06-02T00:00:00+08:00' }, 'TIME_INVALID', 'closedFrom'],
      ['an end to come', { closedUntil: '2099-01-01T00:00:00+08:00' }, 'TIME_INVALID', 'closedUntil'],
      ['a county of another city', { countyCode: '330226' }, 'AREA_OUTSIDE_JURISDICTION', 'countyCode'],
    ])('refuses to draw %s', async (_what, input, code, field) => {
      expect((await draw(input)).errors?.[0]?.extensions).toMatchObject({ code, field });
    });

    it('is not drawn by the county, and the county does not answer the city’s calls', async () => {
      expect((await draw({}, county)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const [call] = await list(city, { level: 'city' });
      expect((await record({ id: call!.id, reached: false })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await record({ id: call!.id, reached: false }, city)).data?.recordCallBack.state).toBe('later');
    });
  });
});
