import { randomUUID } from 'node:crypto';
import type { CaseStep } from '@yiwang/contracts/case-flow';
import { asSystem } from '@yiwang/platform/row-scope';
import { BusinessClock } from '@yiwang/platform/time';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { DataSource } from 'typeorm';
import { StepAttempts } from '../src/course/step-attempts.js';
import { EngineWatch } from '../src/stuck/engine-watch.js';
import { ReasonKeeper } from '../src/stuck/reason-keeper.js';
import { COUNTY, GRID, OTHER_TOWN, TOWN, VILLAGE, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const REASON = `query ($n: ID!) { case(number: $n) { reason { kind isMachine since nextStep nextBy taskId attempts failure also repairs zh en
  owner { kind person { id } unit { code } roles area { code } caseNumber part } } } }`;
const PAGE = `query ($filter: StuckFilter, $after: ID, $first: Int) { stuckCases(filter: $filter, after: $after, first: $first) {
  cursor items { case { number } reason { kind } } } }`;
const COUNTS = `query ($by: StuckDimension!, $filter: StuckFilter) { stuckCounts(by: $by, filter: $filter) {
  kind area { code } unit { code } fromDays count machine } }`;
const REPAIR = `mutation ($input: RepairArguments!) { repairCase(input: $input) { count case { reason { kind } } } }`;
const MACHINE = '{ machineState { engineAwaySince workerAwaySince startsWaiting doubts } }';

interface Reason {
  kind: string;
  since: string;
  [field: string]: unknown;
}
interface Page {
  cursor: string | null;
  items: { case: { number: string } | null; reason: Reason }[];
}

const quiet = { warn: () => undefined, debug: () => undefined };

describe('why cases are not moving', () => {
  let cases: Stand;
  let steps: Steps;
  let keeper: ReasonKeeper;
  let source: DataSource;
  let hotline: TokenWishes;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
    source = cases.app.get(DataSource, { strict: false });
    keeper = new ReasonKeeper(source, new BusinessClock(), quiet);
    hotline = { subject: randomUUID(), username: 'service-account-hotline-12345', clientId: 'hotline-12345', roles: ['externalSystem'] };
    cases.positions.set(hotline.subject!, [{ id: 'hotline', role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
  }, 120_000);
  afterAll(() => cases?.close());

  const supervisor = (areaCode = COUNTY) => cases.staff(randomUUID(), 'supervisor', areaCode, 'supervisor');
  /** A case that a workflow carries: its start is relayed. */
  const started = async (over: Record<string, unknown> = {}): Promise<string> => {
    const { number } = await steps.newCase({ areaCode: GRID, ...over }, hotline);
    await cases.sql('delete from start_outbox where case_number = $1', [number]);
    return number;
  };
  const look = async (): Promise<void> => {
    await cases.shown();
    while ((await keeper.round()) > 0);
  };
  const reasonOf = async (n: string, as = supervisor()): Promise<Reason | null> => {
    await look();
    const { data, errors } = await cases.ask<{ case: { reason: Reason | null } }>(REASON, { n }, as);
    if (!data?.case) throw new Error(JSON.stringify(errors));
    return data.case.reason;
  };
  const page = async (filter: object, as = supervisor(), more: { after?: string | null; first?: number } = {}): Promise<Page> => {
    await look();
    const { data, errors } = await cases.ask<{ stuckCases: Page }>(PAGE, { filter, ...more }, as);
    if (!data?.stuckCases) throw new Error(JSON.stringify(errors));
    return data.stuckCases;
  };
  const numbersOf = ({ items }: Page) => items.map((one) => one.case?.number);
  const record = (number: string, step: Partial<CaseStep>) => steps.record(number, step);

  it('are followed as people work: nobody, then somebody, then late', async () => {
    const number = await started();
    const { taskId } = await steps.open(number, { dueAt: '2099-01-01T00:00:00.000Z' });
    expect(await reasonOf(number)).toMatchObject({
      ...{ kind: 'unclaimed', isMachine: false, taskId, nextStep: 'claim', nextBy: '2099-01-01T00:00:00.000Z' },
      owner: { kind: 'post', roles: ['gridMember'], area: { code: GRID } },
      zh: expect.stringMatching(/^无人认领，自.+下一步：认领/),
    });
    const li = cases.staff(randomUUID(), 'gridMember', GRID);
    const claim = 'mutation ($t: ID!) { claimTask(input: { taskId: $t, version: 1 }) { id } }';
    expect((await cases.ask(claim, { t: taskId }, li)).errors).toBeUndefined();
    expect(await reasonOf(number)).toMatchObject({ kind: 'held', owner: { kind: 'person', person: { id: li.subject } }, nextStep: 'work' });

    // Nothing happens but time: the case's own deadline passes.
    await cases.sql(`update task set due_at = now() - interval '3 minutes' where id = $1`, [taskId]);
    await cases.sql(`update case_reason set looks_again_at = now() where case_number = $1`, [number]);
    expect(await reasonOf(number)).toMatchObject({ kind: 'overdue', owner: { kind: 'person' }, also: ['held'] });
  });

  it('are gone when the case is over', async () => {
    const number = await started();
    await steps.open(number);
    expect(await reasonOf(number)).not.toBeNull();
    await record(number, { patch: { stage: 'closed', closedAt: new Date().toISOString(), closedAs: 'rated' }, timeline: [{ type: 'closed' }] });
    expect(await reasonOf(number)).toBeNull();
  });

  it('tell a pause, a merger and the wait for a rating', async () => {
    const [paused, merged, leading, rated] = [await started(), await started(), await started(), await started()];
    const until = '2099-02-01T00:00:00.000Z';
    await record(paused, { patch: { paused: 'waitingForResident' }, timeline: [{ type: 'paused', data: { until } }] });
    await record(merged, { patch: { mergedInto: leading }, timeline: [{ type: 'merged' }] });
    await record(rated, { patch: { stage: 'evaluating', resolvedAt: new Date().toISOString() }, timeline: [{ type: 'answered' }] });
    expect(await reasonOf(paused)).toMatchObject({ kind: 'waitingForResident', owner: { kind: 'resident' }, nextStep: 'reply', nextBy: until });
    expect(await reasonOf(merged)).toMatchObject({ kind: 'withLeadingCase', owner: { kind: 'case', caseNumber: leading } });
    const [answered] = await cases.sql<{ at: Date }>(`select at from timeline_entry where case_number = $1 and type = 'answered'`, [rated]);
    const nextBy = new Date(answered!.at.getTime() + 7 * 86_400_000).toISOString();
    expect(await reasonOf(rated)).toMatchObject({ kind: 'waitingForRating', owner: { kind: 'resident' }, nextStep: 'rate', nextBy });
  });

  it('tell what goes back and forth until the county decides', async () => {
    const number = await started();
    const { taskId } = await steps.open(number, { kind: 'arbitrate', tier: 'county', roles: ['countyCentre'], areaCode: COUNTY });
    const back = (id: string, at: string) => ({ at, records: [{ kind: 'return', id, data: { proposedUnitCode: WATER, legalGround: '第八条', reason: '不属本单位' } }], timeline: [{ type: 'returned' as const }] });
    await record(number, back('a', '2026-11-20T01:00:00.000Z'));
    expect(await reasonOf(number)).toMatchObject({ kind: 'unclaimed', taskId });
    await record(number, back('b', '2026-11-21T01:00:00.000Z'));
    expect(await reasonOf(number)).toMatchObject({ kind: 'passedAround', since: '2026-11-21T01:00:00.000Z', nextStep: 'arbitrate', owner: { kind: 'post', area: { code: COUNTY } } });
    await record(number, { at: '2026-11-22T01:00:00.000Z', timeline: [{ type: 'arbitrated' }] });
    expect(await reasonOf(number)).toMatchObject({ kind: 'unclaimed' });
  });

  describe('of the machine', () => {
    it('tell a start that nobody relays, and that it went', async () => {
      const { number } = await steps.newCase({ areaCode: GRID }, hotline);
      await cases.sql(`update start_outbox set enqueued_at = now() - interval '1 minute', attempts = 4, last_error = '14 UNAVAILABLE' where case_number = $1`, [number]);
      await cases.sql(`update case_reason set looks_again_at = now() where case_number = $1`, [number]);
      expect(await reasonOf(number)).toMatchObject({ kind: 'notStarted', isMachine: true, attempts: 4, failure: '14 UNAVAILABLE', owner: { kind: 'machine', part: 'relay' } });
      await cases.sql('delete from start_outbox where case_number = $1', [number]);
      await steps.open(number);
      await cases.sql(`update case_reason set looks_again_at = now() where case_number = $1`, [number]);
      expect(await reasonOf(number)).toMatchObject({ kind: 'unclaimed', isMachine: false });
    });

    it('tell a step that fails in the worker with the number of its tries, and that it went through', async () => {
      const number = await started();
      await steps.open(number);
      const attempts = new StepAttempts(source, quiet, 'trial');
      const { inbound } = attempts.interceptor({ info: { workflowExecution: { workflowId: `${number}/villageDirect/1`, runId: 'r' }, activityType: 'recordStep', attempt: 6 } } as never);
      const run = (next: () => Promise<unknown>) => inbound.execute!({ args: [], headers: {} }, next);
      const refused = Object.assign(new Error('detail: (张三) already exists'), { driverError: { code: '23514', constraint: 'case_file_stage_check' } });
      await expect(run(() => Promise.reject(refused))).rejects.toBe(refused);
      await attempts.flush();
      const failing = await reasonOf(number);
      expect(failing).toMatchObject({ kind: 'stepFailing', attempts: 6, failure: '23514 case_file_stage_check', nextStep: 'retry', also: ['unclaimed'] });
      await run(() => Promise.resolve('done'));
      await attempts.flush();
      await cases.sql(`update case_reason set looks_again_at = now() where case_number = $1`, [number]);
      expect(await reasonOf(number)).toMatchObject({ kind: 'unclaimed' });
    });

    it('tell a deadline that left no mark, and who is missing where no worker lives', async () => {
      const number = await started();
      await steps.open(number);
      const past = new Date(Date.now() - 600_000).toISOString();
      await record(number, { patch: { tierDueAt: past } });
      await cases.sql(`insert into machine_part (part, seen_at) values ('worker:trial', now()) on conflict (part) do update set seen_at = now()`);
      await cases.sql(`update case_reason set looks_again_at = now() where case_number = $1`, [number]);
      expect(await reasonOf(number)).toMatchObject({ kind: 'timerMissing', since: past, also: ['overdue', 'unclaimed'] });
      await cases.sql(`update machine_part set seen_at = now() - interval '5 minutes' where part like 'worker:%'`);
      await cases.sql(`update case_reason set looks_again_at = now() where case_number = $1`, [number]);
      expect(await reasonOf(number)).toMatchObject({ kind: 'noWorker', owner: { part: 'worker' } });
      const marks = [{ key: 'tier:1:red', mark: 'red' as const, clock: 'tier', dueAt: past, tier: 'grid' as const, roles: [], areaCode: GRID }];
      await record(number, { marks, timeline: [{ type: 'redCard', internal: true }] });
      expect(await reasonOf(number)).toMatchObject({ kind: 'overdue', since: past });
    });

    it('tell a notice that the other side refuses', async () => {
      const number = await started();
      await steps.open(number);
      await cases.sql(
        `insert into notification (dedupe_key, type, recipient, case_number, state, attempts) values ($1, 'taskOpened', '{"kind": "position", "roles": ["gridMember"], "areaCode": "${GRID}"}', $1, 'refused', 1)`,
        [number],
      );
      expect(await reasonOf(number)).toMatchObject({ kind: 'deliveryFailing', isMachine: true, nextStep: 'repair', owner: { part: 'delivery' } });
    });

    it('are put right by somebody above with a reason, and by nobody else', async () => {
      const number = await started();
      await steps.open(number);
      const undelivered = (key: string) =>
        cases.sql(
          `insert into notification (dedupe_key, type, recipient, case_number, state, attempts) values ($2, 'taskOpened', '{"kind": "position", "roles": ["gridMember"], "areaCode": "${GRID}"}', $1, 'dead', 12)`,
          [number, key],
        );
      const repair = async (act: string, as = supervisor(), reason = '网关已恢复') =>
        cases.ask<{ repairCase: { count: number; case: { reason: Reason } } }>(REPAIR, { input: { number, act, reason } }, as);
      const codeOf = async (...given: Parameters<typeof repair>) => (await repair(...given)).errors?.[0]?.extensions.code;
      expect(await codeOf('retryNotices')).toBe('REPAIR_NOT_NEEDED');
      await undelivered(`${number}-a`);
      expect((await reasonOf(number))?.['repairs']).toEqual(['retryNotices', 'skipNotices']);
      expect(await codeOf('retryNotices', supervisor(), ' ')).toBe('INPUT_INVALID');
      expect(await codeOf('retryNotices', supervisor(OTHER_TOWN))).toBe('CASE_NOT_FOUND');
      expect(await codeOf('retryNotices', cases.staff(randomUUID(), 'gridMember', GRID))).toBe('FORBIDDEN');
      expect(await codeOf('retryStart')).toBe('REPAIR_NOT_NEEDED');

      expect((await repair('retryNotices')).data?.repairCase).toMatchObject({ count: 1, case: { reason: { kind: 'unclaimed' } } });
      const states = async () => (await cases.sql<{ state: string }>('select state from notification where case_number = $1 order by id', [number])).map(({ state }) => state);
      expect(await states()).toContain('waiting');
      await cases.sql(`update notification set state = 'refused' where dedupe_key = $1`, [`${number}-a`]);
      expect((await repair('skipNotices')).data?.repairCase).toMatchObject({ count: 1, case: { reason: { kind: 'unclaimed' } } });
      expect(await states()).toContain('skipped');
      const told = await cases.sql<{ text: string; internal: boolean; data: object }>(`select text, internal, data from timeline_entry where case_number = $1 and type = 'repaired'`, [number]);
      expect(told).toEqual([
        { text: '网关已恢复', internal: true, data: { act: 'retryNotices', count: 1 } },
        { text: '网关已恢复', internal: true, data: { act: 'skipNotices', count: 1 } },
      ]);
      const audited = await cases.sql<{ outcome: string }>(`select outcome from audit_entry where operation = 'repairCase' and target_id = $1 order by id`, [number]);
      expect(audited.filter(({ outcome }) => outcome === 'done')).toHaveLength(2);
      expect(audited.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThanOrEqual(3);
    });

    it('say for all that the engine is away', async () => {
      const { Client, Connection } = await import('@temporalio/client');
      const watch = new EngineWatch(source, new Client({ connection: Connection.lazy({ address: '127.0.0.1:1' }) }), quiet);
      await watch.round();
      const { data } = await cases.ask<{ machineState: Record<string, unknown> }>(MACHINE, {}, supervisor());
      expect(data?.machineState).toMatchObject({ engineAwaySince: expect.any(String), workerAwaySince: expect.any(String) });
      await asSystem('watch', () => source.query(`delete from machine_part`));
    });
  });

  it('are listed by reason, place, unit and age for those above, page by page, and counted alike', async () => {
    const mine = [await started({ areaCode: VILLAGE }), await started({ areaCode: VILLAGE }), await started({ areaCode: VILLAGE })];
    for (const number of mine) await steps.open(number, { unitCode: WATER, tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY });
    const filter = { unitCode: WATER, kinds: ['unclaimed'] };
    const [first, all] = [await page(filter, supervisor(), { first: 2 }), await page(filter)];
    expect(numbersOf(all)).toEqual(mine);
    const second = await page(filter, supervisor(), { first: 2, after: first.cursor });
    expect([...numbersOf(first), ...numbersOf(second)]).toEqual(mine);
    expect(second.cursor).toBeNull();
    expect(numbersOf(await page({ ...filter, fromDays: 1 }))).toEqual([]);
    expect(numbersOf(await page({ areaCode: OTHER_TOWN }))).toEqual([]);

    const counted = async (by: string, as = supervisor()) => (await cases.ask<{ stuckCounts: Record<string, unknown>[] }>(COUNTS, { by, filter }, as)).data?.stuckCounts;
    expect(await counted('reason')).toEqual([{ kind: 'unclaimed', area: null, unit: null, fromDays: null, count: 3, machine: 0 }]);
    expect(await counted('place')).toEqual([expect.objectContaining({ area: { code: TOWN }, count: 3 })]);
    expect(await counted('unit')).toEqual([expect.objectContaining({ unit: { code: WATER }, count: 3 })]);
    for (const [number, days] of [[mine[1], 8], [mine[2], 40]]) {
      await cases.sql(`update case_reason set since = since - make_interval(days => $2) where case_number = $1`, [number, days]);
    }
    expect(await counted('age')).toEqual([0, 7, 30].map((fromDays) => expect.objectContaining({ fromDays, count: 1 })));
    expect(await counted('reason', supervisor(OTHER_TOWN))).toEqual([]);
  });

  it('are not told to whom the case is about, nor to another place, nor to the resident', async () => {
    const chief = cases.staff(randomUUID(), 'leader', COUNTY, 'leader');
    const number = await started({ kind: 'complaint', aboutWhom: { areaCode: COUNTY, subject: chief.subject } });
    await steps.open(number);
    expect(numbersOf(await page({}, supervisor()))).toContain(number);
    expect(numbersOf(await page({}, chief))).not.toContain(number);
    expect(numbersOf(await page({}, supervisor(OTHER_TOWN)))).toEqual([]);
    const { errors } = await cases.ask(PAGE, { filter: { areaCode: COUNTY } }, supervisor('990221'));
    expect(errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
    expect((await cases.ask(PAGE, {}, cases.staff(randomUUID(), 'gridMember', GRID))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await cases.ask(PAGE, { after: 'nonsense' }, supervisor())).errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  });

  it('are found for cases that nobody told of, and looked at by one copy at a time', async () => {
    const number = await started();
    await steps.open(number);
    await look();
    await cases.sql('delete from case_reason where case_number = $1', [number]);
    const other = new ReasonKeeper(source, new BusinessClock(), quiet);
    await Promise.all([other.round(), keeper.round(), other.round()]);
    await other.round();
    expect(await reasonOf(number)).toMatchObject({ kind: 'unclaimed' });
  });
});
