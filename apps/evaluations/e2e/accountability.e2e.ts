import { randomUUID } from 'node:crypto';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import type { Role } from '@yiwang/contracts/roles';
import { localDateOf } from '@yiwang/domain/calendar';
import { monthOfDate, monthsLater } from '@yiwang/domain/figures';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { MonthClosing } from '../src/accountability/month-closing.js';
import { startEngine } from './engine.js';
import { answeredOn, closedOn, COUNTY, factsStandIn, lateOn, OTHER_VILLAGE, ratedOn, told, TOWN, VILLAGE } from './facts-stand-in.js';
import { evaluationsStand } from './stand.js';

const LIST = `query ($filter: AccountabilityFilter, $after: String, $first: Int) {
  accountabilities(countyCode: "${COUNTY}", filter: $filter, after: $after, first: $first) {
    id month kind state attempts overdue monthsRunning cursor scope { kind code } shortfalls { measure numerator denominator threshold }
    events { type text actor { id } } } }`;
const SUBMIT = `mutation ($input: SubmitRectificationInput!) { submitRectification(input: $input) { state attempts events { type text } } }`;
const DECIDE = `mutation ($input: DecideRectificationInput!) { decideRectification(input: $input) { state events { type text } } }`;

interface Row {
  id: string;
  kind: string;
  state: string;
  cursor: string;
  monthsRunning: number;
  scope: { kind: string; code: string };
  shortfalls: { measure: string }[];
}

/** The month that has ended; judged at once, for the tests run on any day of a month. */
const MONTH = monthsLater(monthOfDate(localDateOf(Date.now())), -1);
const day = (date: string): string => `${MONTH}-${date}`;

describe('who answers for a month', () => {
  let evaluations: TestSubgraph;
  let engine: Awaited<ReturnType<typeof startEngine>>;
  let cases: Awaited<ReturnType<typeof factsStandIn>>;
  const person = (signIn: Role, role: PositionRole, areaCode: string, unitCode: string | null = null) => {
    const subject = randomUUID();
    evaluations.positions.set(subject, [{ id: subject, role, areaCode, unitCode }]);
    return { subject, roles: [signIn] };
  };
  const list = async (as: Parameters<TestSubgraph['ask']>[2], variables: Record<string, unknown> = {}): Promise<Row[]> => {
    const { data, errors } = await evaluations.ask<{ accountabilities: Row[] }>(LIST, variables, as);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.accountabilities;
  };
  const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
    for (let tries = 0; tries < 300; tries += 1) {
      const found = await look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('It did not happen');
  };
  let centre: ReturnType<typeof person>;

  beforeAll(async () => {
    cases = await factsStandIn(() => evaluations.issuer);
    engine = await startEngine(TASK_QUEUES.cases);
    evaluations = await evaluationsStand({
      CASES_URL: cases.url,
      EVALUATIONS_CLIENT_SECRET: 'known',
      EVALUATIONS_TOKEN_URL: cases.tokenUrl,
      TEMPORAL_ADDRESS: engine.address,
      ACTIVITY_WORKER: 'on',
    });
    // Judged on the first day after the month, whatever day today is.
    await evaluations.sql(`insert into assessment_policy (county_code, version, weights, thresholds, limits, in_force_from)
      select '${COUNTY}', 2, weights, thresholds, limits || '{"judgeAfterDays": 0}', in_force_from from assessment_policy`);
    await cases.open();
    // The month before: the village fell short then too.
    await evaluations.sql(
      `with c as (insert into figure_count (id, county_code, month, as_of, version, rules, policy_version, cause, state)
         values (gen_random_uuid(), $1, $2, now() - interval '1 month', 1, 1, 1, 'monthly', 'done') returning id)
       insert into accountability (id, county_code, month, scope_kind, scope_code, kind, count_id, shortfalls, months_running, input, state, opened_at)
       select gen_random_uuid(), $1, $2, 'village', $3, 'circular', id, '[]', 1, '{}', 'accepted', now() from c`,
      [COUNTY, monthsLater(MONTH, -1), VILLAGE],
    );
    const fine = [answeredOn(day('04')), ratedOn(day('05'), 'satisfied'), closedOn(day('05'), 'rated')];
    cases.changes.push(
      told(day('02'), fine, { areaCode: `${OTHER_VILLAGE}001` }),
      told(day('02'), fine),
      told(day('02'), fine, { missed: [lateOn(day('03'))] }),
      told(day('03'), [answeredOn(day('04')), ratedOn(day('05'), 'dissatisfied'), closedOn(day('05'), 'roundsExhausted')]),
    );
    centre = person('countyCentre', 'countyCentre', COUNTY);
    await until(async () => ((await list(centre, { filter: { month: MONTH, states: ['rectifying'] } })).length === 2 ? true : undefined));
  }, 180_000);
  afterAll(async () => {
    await evaluations?.close();
    await engine?.close();
    await cases?.close();
  });

  it('is found when the month is judged: 通报, and 约谈 after two months running', async () => {
    const rows = await list(centre, { filter: { month: MONTH } });
    expect(rows.map(({ scope, kind, monthsRunning, shortfalls }) => [scope.code, kind, monthsRunning, shortfalls.map(({ measure }) => measure)]).sort()).toEqual([
      [TOWN, 'circular', 1, ['resolutionOnTime', 'satisfied']],
      [VILLAGE, 'talk', 2, ['resolutionOnTime', 'satisfied']],
    ]);
  });

  it('is judged once, however often and by however many that is looked for', async () => {
    const closing = evaluations.app.get(MonthClosing);
    await Promise.all([closing.closeOnce(), closing.closeOnce(), closing.closeOnce()]);
    expect(await evaluations.sql(`select 1 from figure_count where month = $1 and cause = 'monthly'`, [MONTH])).toHaveLength(1);
    expect(await evaluations.sql(`select details->>'opened' as opened from audit_entry where operation = 'judgeMonth'`)).toEqual([{ opened: '2' }]);
  });

  it('pages and filters', async () => {
    const all = await list(centre);
    expect(all).toHaveLength(3);
    const paged: Row[] = [];
    for (let after: string | undefined, page; (page = await list(centre, { first: 2, after })).length > 0; after = page.at(-1)!.cursor) paged.push(...page);
    expect(paged).toEqual(all);
    expect(await list(centre, { filter: { scopeCode: VILLAGE, month: MONTH } })).toHaveLength(1);
    expect(await list(centre, { filter: { overdue: true } })).toEqual([]);
    await expect(list(person('countyCentre', 'countyCentre', '330226'))).rejects.toThrow('AREA_OUTSIDE_JURISDICTION');
  });

  it('puts it right under two keys, and the audit says who did what', async () => {
    const [row] = await list(centre, { filter: { scopeCode: VILLAGE, month: MONTH } });
    const { id } = row!;
    const secretary = person('villageOfficial', 'villageSecretary', VILLAGE);
    const town = person('townCentre', 'townCentre', TOWN);
    const submit = (input: object, as: typeof town, language = 'zh-CN') =>
      evaluations.ask<{ submitRectification: object }>(SUBMIT, { input: { id, text: '已逐件补办', idempotencyKey: 's-1', ...input } }, as, language);
    const decide = (input: object, as: typeof town, language = 'zh-CN') =>
      evaluations.ask<{ decideRectification: object }>(DECIDE, { input: { id, accepted: true, reason: '已核实', idempotencyKey: 'd-1', ...input } }, as, language);

    for (const [asked, code] of [
      [submit({}, person('villageOfficial', 'villageSecretary', `${TOWN}002`)), 'RECTIFICATION_NOT_YOURS'],
      [submit({ text: ' ' }, secretary), 'INPUT_INVALID'],
      [submit({ idempotencyKey: '' }, secretary), 'IDEMPOTENCY_KEY_INVALID'],
      [submit({ id: 'nothing' }, secretary), 'NOT_FOUND'],
      [decide({}, town), 'RECTIFICATION_STATE_REFUSES'],
    ] as const) {
      expect((await asked).errors?.[0]?.extensions.code).toBe(code);
    }
    const submitted = await submit({}, secretary);
    expect(submitted.data?.submitRectification).toMatchObject({ state: 'submitted', attempts: 1 });
    expect((await submit({}, secretary)).data).toEqual(submitted.data);
    const both = person('townCentre', 'townCentre', TOWN);
    evaluations.positions.get(both.subject)!.push({ id: randomUUID(), role: 'villageSecretary', areaCode: VILLAGE, unitCode: null });
    expect((await decide({}, secretary)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await decide({ accepted: false, reason: '两件未办', idempotencyKey: 'd-0' }, town)).data?.decideRectification).toMatchObject({ state: 'rectifying' });
    await submit({ idempotencyKey: 's-2' }, { ...both, roles: ['villageOfficial', 'townCentre'] } as never);
    for (const language of ['zh-CN', 'en']) {
      expect((await decide({}, both, language)).errors?.[0]?.extensions.code).toBe('RECTIFICATION_OWN');
    }
    const accepted = await decide({}, town);
    expect(accepted.data?.decideRectification).toMatchObject({ state: 'accepted' });
    expect((await decide({ idempotencyKey: 'd-9' }, town)).errors?.[0]?.extensions.code).toBe('RECTIFICATION_STATE_REFUSES');
    const [now] = await list(town, { filter: { scopeCode: VILLAGE, month: MONTH } });
    expect(now).toMatchObject({
      events: ['noticed', 'submitted', 'returned', 'submitted', 'accepted'].map((type) => expect.objectContaining({ type })),
    });
    const audit = await evaluations.sql<{ operation: string; outcome: string }>(
      `select operation, outcome from audit_entry where target_type = 'accountability' and target_id = $1 order by id`,
      [id],
    );
    expect(audit.filter(({ outcome }) => outcome === 'done').map(({ operation }) => operation)).toEqual([
      ...['submitRectification', 'decideRectification', 'submitRectification', 'decideRectification'],
    ]);
    expect(audit.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThanOrEqual(6);
  });
});
