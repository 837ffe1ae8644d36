import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { engineStand, type EngineStand, type OpenTask } from './engine.js';
import { ATTACHMENT_HOST, COUNTY, GRID, ROADS, TOWN, VILLAGE, WATER } from './stand.js';

const TASK_RESULT = 'id version state kind case { number }';
const onTask = (name: string, type: string) => `mutation ($input: ${type}!) { done: ${name}(input: $input) { ${TASK_RESULT} } }`;
const onCase = (name: string, type: string) => `mutation ($input: ${type}!) { done: ${name}(input: $input) { number stage paused mergedInto } }`;
const COMPLETE = onTask('completeTask', 'CompleteTaskArguments');
const PLAN = onTask('planParts', 'PlanPartsArguments');
const RETURN = onTask('returnTask', 'ReturnTaskArguments');
const VERIFY = onTask('verifyTask', 'VerifyTaskArguments');
const SUMMON = onTask('summon', 'SummonArguments');
const MINUTES = onTask('recordMinutes', 'RecordMinutesArguments');
const MEDIATION = onTask('recordMediation', 'RecordMediationArguments');
const REQUEST = onTask('requestApproval', 'RequestApprovalArguments');
const DECIDE = onTask('decideApproval', 'DecideApprovalArguments');
const ORDER = onTask('answerOrder', 'CompleteTaskArguments');
const SUPERVISE = onCase('superviseCase', 'SuperviseArguments');
const INSTRUCT = onCase('instruct', 'InstructArguments');
const RESUME = onCase('resumeCase', 'CaseReasonArguments');
const MERGE = onCase('mergeCase', 'MergeArguments');
const SEPARATE = onCase('separateCase', 'CaseReasonArguments');
const REOPEN = onCase('reopenCase', 'ReopenCaseArguments');
const ADD = onCase('addToCase', 'AddToCaseInput');
const ATTEND = onCase('recordAttendance', 'RecordAttendanceArguments');
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'), Buffer.alloc(200, 1)]);

type Row = Record<string, unknown>;

describe('working on cases beyond the village', () => {
  let cases: EngineStand;
  beforeAll(async () => {
    cases = await engineStand();
  }, 180_000);
  afterAll(() => cases?.close(), 60_000);

  const centre = () => cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre');
  const county = () => cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
  const leader = () => cases.staff(randomUUID(), 'leader', COUNTY, 'leader');
  const handler = (unit = WATER) => cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', unit);
  const act = async (query: string, input: object, as: TokenWishes) => {
    const { data, errors } = await cases.ask<{ done: Row }>(query, { input }, as);
    return { done: data?.done, code: errors?.[0]?.extensions.code, errors };
  };
  const done = async (query: string, input: object, as: TokenWishes): Promise<Row> => {
    const { done: result, errors } = await act(query, input, as);
    if (!result) throw new Error(JSON.stringify(errors));
    return result;
  };
  const seen = ({ id, version }: OpenTask) => ({ taskId: id, version });
  const row = async (number: string) => (await cases.sql<Row>('select * from case_file where number = $1', [number]))[0]!;
  const open = (number: string, kind: string) =>
    cases.until(async () => {
      const [task] = await cases.sql<OpenTask & { unitCode: string | null }>(
        `select id, version, kind, roles, area_code as "areaCode", unit_code as "unitCode", round from task
         where case_number = $1 and kind = $2 and state in ('open', 'accepted') order by opened_at desc limit 1`,
        [number, kind],
      );
      return task;
    });
  const timeline = async (number: string) =>
    (await cases.sql<{ type: string }>('select type from timeline_entry where case_number = $1 order by seq', [number])).map(({ type }) => type);
  const refusals = (number: string) =>
    cases.sql(
      `select operation, details->>'code' as code from audit_entry where outcome = 'refused' and target_id like $1 || '%' order by id`,
      [number],
    );
  /** A major matter is looked at on site by a grid member before the resident is asked. */
  const verify = async (number: string): Promise<void> => {
    const look = { ...seen(await open(number, 'verify')), passed: true, findings: '现场属实' };
    await done(VERIFY, look, cases.staff(randomUUID(), 'gridMember', GRID));
  };
  /** A dispute, which the town leads. */
  const dispute = () => cases.runningCase({ kind: 'dispute', areaCode: GRID });

  it('gives parts to departments beside each other, takes them back with a legal ground, and answers once', async () => {
    const { number, task } = await dispute();
    expect(task).toMatchObject({ kind: 'lead', roles: ['townCentre'], areaCode: TOWN });
    const lead = centre();
    await done(PLAN, { ...seen(task), parts: [{ title: '查渗漏', areaCode: COUNTY, unitCode: WATER }] }, lead);
    const part = await open(number, 'contribute');
    // Sharing it out may have accepted it.
    const led = await open(number, 'lead');
    expect(part.unitCode).toBe(WATER);
    const answer = { ...seen(led), answer: '已调解' };
    expect((await act(COMPLETE, answer, lead)).code).toBe('PARTS_STILL_OPEN');
    expect((await act(COMPLETE, answer, handler())).code).toBe('ONLY_LEAD_CLOSES');
    const returned = { ...seen(part), proposedUnitCode: ROADS, legalGround: '《公路法》第八条', reason: '属道路养护' };
    expect((await act(RETURN, returned, handler(ROADS))).code).toBe('TASK_NOT_FOUND');
    await done(RETURN, returned, handler());
    await done(PLAN, { ...seen(led), parts: [{ title: '查路面', areaCode: COUNTY, unitCode: ROADS }], idempotencyKey: 'again' }, lead);
    await done(COMPLETE, { ...seen(await open(number, 'contribute')), answer: '路面无损' }, handler(ROADS));
    expect((await act(COMPLETE, { ...answer, idempotencyKey: 'too-soon' }, lead)).code).toBe('PATH_REFUSES');
    await done(MEDIATION, { ...seen(led), parties: ['甲', '乙'], session: '各自陈述', agreement: '各让一步' }, lead);
    await done(COMPLETE, { ...answer, idempotencyKey: 'now' }, lead);
    await verify(number);
    await cases.until(async () => (await row(number))['stage'] === 'evaluating');
    expect(await timeline(number)).toEqual(expect.arrayContaining(['planned', 'returned', 'mediated', 'verified', 'answered']));
    expect(await refusals(number)).toEqual([
      { operation: 'completeTask', code: 'PARTS_STILL_OPEN' },
      { operation: 'completeTask', code: 'ONLY_LEAD_CLOSES' },
      { operation: 'returnTask', code: 'TASK_NOT_FOUND' },
      { operation: 'completeTask', code: 'PATH_REFUSES' },
    ]);
    expect(await cases.sql('select seq from clock_entry where case_number = $1 order by seq', [number])).not.toEqual([]);
  });

  it('whistles for departments, who attend with proof, and turns minutes into tasks', async () => {
    const { number, task } = await dispute();
    const lead = centre();
    const participants = [{ name: '水务局', kind: 'unit', unitCode: WATER, areaCode: COUNTY }];
    const whistle = { ...seen(task), place: '村口', meetAt: '2099-01-01T00:00:00Z', participants, idempotencyKey: 'whistle' };
    await done(SUMMON, whistle, lead);
    await done(SUMMON, whistle, lead);
    const meetings = await cases.sql<{ id: string }>(`select id from case_record where case_number = $1 and kind = 'meeting'`, [number]);
    expect(meetings).toHaveLength(1);
    const meetingId = meetings[0]!.id;
    const { data } = await cases.ask<{ prepareAttachment: { id: string; url: string } }>('mutation { prepareAttachment { id url } }', {}, lead);
    const { id, url } = data!.prepareAttachment;
    await fetch(url.replace(ATTACHMENT_HOST, cases.url.replace('/graphql', '')), { method: 'PUT', body: new Uint8Array(PNG) });
    await done(ATTEND, { number, meetingId, participant: '水务局', attachmentIds: [id] }, lead);
    await done(MINUTES, { ...seen(task), meetingId, summary: '明确分工', lines: [{ title: '改管', areaCode: COUNTY, unitCode: WATER }] }, lead);
    expect(await open(number, 'contribute')).toMatchObject({ unitCode: WATER });
    expect(await timeline(number)).toEqual(expect.arrayContaining(['summoned', 'attended', 'minutesRecorded']));
  });

  it('gets more time from the level above, with the reason, and says how the deadline came about', async () => {
    const { number, task } = await dispute();
    const before = await row(number);
    await done(REQUEST, { ...seen(task), kind: 'extension', by: { amount: 3, unit: 'workingDays' }, reason: '等待鉴定' }, centre());
    const approval = await open(number, 'approve');
    expect(approval).toMatchObject({ roles: ['countyCentre'], areaCode: COUNTY });
    expect((await act(DECIDE, { ...seen(approval), granted: true, reason: '同意' }, centre())).code).toBe('TASK_NOT_YOURS');
    await done(DECIDE, { ...seen(approval), granted: true, reason: '同意' }, county());
    const after = await row(number);
    expect((after['resolution_due_at'] as Date).getTime()).toBeGreaterThan((before['resolution_due_at'] as Date).getTime());
    expect(after['first_due_at']).toEqual(before['first_due_at']);
    const { data } = await cases.ask<{ case: { explained: string; ledger: { kind: string }[]; tasks: { kind: string }[] } }>(
      'query ($n: ID!) { case(number: $n) { explained: deadlineExplained(language: zh) ledger { kind } tasks { kind } } }', { n: number }, centre(),
    );
    expect(data?.case.explained).toContain('经批准延期3个工作日');
    expect(data?.case.ledger.map(({ kind }) => kind)).toContain('extend');
    expect(data?.case.tasks).toEqual([{ kind: 'lead' }]);
  });

  it('waits for the resident, and goes on as soon as they add something', async () => {
    const { number, pickupCode, task } = await dispute();
    const lead = centre();
    await done(REQUEST, { ...seen(task), kind: 'pause', by: { amount: 1, unit: 'calendarDays' }, reason: '请补充照片' }, lead);
    await cases.until(async () => (await row(number))['paused'] === 'waitingForResident');
    await done(ADD, { number, pickupCode, text: '照片说明' }, lead);
    await cases.until(async () => (await row(number))['paused'] === null);
    expect((await act(RESUME, { number, reason: '已补充' }, lead)).code).toBe('CASE_NOT_PAUSED');
  });

  it('is supervised and instructed from above, and from nowhere else', async () => {
    const { number } = await dispute();
    expect((await act(SUPERVISE, { number, act: 'urge', reason: '快办' }, centre())).code).toBe('NOT_FROM_ABOVE');
    await done(SUPERVISE, { number, act: 'order', reason: '请说明进展', idempotencyKey: 'order' }, county());
    const order = await open(number, 'order');
    await done(ORDER, { ...seen(order), answer: '今日现场' }, centre());
    expect((await act(INSTRUCT, { number, text: '从速' }, county())).code).toBe('NOT_FROM_ABOVE');
    const chief = leader();
    const instruction = { number, text: '从速妥处', part: { title: '现场督导', areaCode: COUNTY, unitCode: WATER }, idempotencyKey: 'once' };
    await done(INSTRUCT, instruction, chief);
    await done(INSTRUCT, instruction, chief);
    expect(await open(number, 'contribute')).toMatchObject({ unitCode: WATER });
    expect((await timeline(number)).filter((type) => type === 'instructed')).toHaveLength(1);
    expect(await refusals(number)).toEqual([
      { operation: 'superviseCase', code: 'NOT_FROM_ABOVE' },
      { operation: 'instruct', code: 'NOT_FROM_ABOVE' },
    ]);
  });

  it('is merged into the case of the same event, answered with it, and goes its own way when separated', async () => {
    const [leading, one, other] = [await dispute(), await dispute(), await dispute()];
    const [above, lead] = [county(), centre()];
    const merge = (number: string) => done(MERGE, { number, into: leading.number, reason: '同一事件' }, above);
    expect(await merge(one.number)).toMatchObject({ mergedInto: leading.number });
    expect(await merge(one.number)).toMatchObject({ mergedInto: leading.number });
    await merge(other.number);
    expect((await timeline(leading.number)).filter((type) => type === 'joined')).toHaveLength(2);
    expect(await done(SEPARATE, { number: other.number, reason: '另有原因' }, above)).toMatchObject({ mergedInto: null });
    expect(await open(other.number, 'lead')).toMatchObject({ roles: ['townCentre'] });
    await done(MEDIATION, { ...seen(leading.task), parties: ['甲', '乙'], session: '陈述' }, lead);
    await done(COMPLETE, { ...seen(leading.task), answer: '一并解决' }, lead);
    await verify(leading.number);
    await cases.until(async () => (await row(one.number))['stage'] === 'evaluating');
    expect((await row(other.number))['stage']).not.toBe('evaluating');
  });

  it('never joins a complaint about somebody to a case that they could handle or see, nor the other way round', async () => {
    const about = { areaCode: VILLAGE, role: 'villageSecretary' };
    const complaint = () => cases.runningCase({ kind: 'complaint', areaCode: GRID, aboutWhom: about });
    const [ordinary, one, other] = [await cases.runningCase(), await complaint(), await complaint()];
    const above = county();
    const merge = (number: string, into: string) => act(MERGE, { number, into, reason: '同一事件' }, above);
    for (const [number, into] of [[one.number, ordinary.number], [ordinary.number, one.number]] as const) {
      const refused = await merge(number, into);
      expect(refused.code).toBe('MERGE_REFUSED');
      expect(refused.errors![0]!.message).toContain('those complained about would handle or see it');
      expect((await row(number))['merged_into']).toBeNull();
      expect(await timeline(into)).not.toContain('joined');
    }
    expect((await merge(one.number, other.number)).done).toMatchObject({ mergedInto: other.number });
  });

  it('is opened again after its close, once, for a new round under the same number', async () => {
    const { number, task } = await cases.runningCase();
    const member = cases.staff(randomUUID(), 'gridMember', GRID);
    await done(COMPLETE, { ...seen(task), answer: '已修好' }, member);
    const actor = { kind: 'resident' as const };
    await cases.decide('rateCase', number, { actor, idempotencyKey: 'r', ratingId: randomUUID(), round: 1, rating: 'satisfied', comment: '' });
    await cases.until(async () => (await row(number))['stage'] === 'closed');
    const opened = await Promise.all([1, 2, 3].map(() => act(REOPEN, { number, reason: '回访不满意' }, county())));
    expect(opened.filter(({ code }) => code === undefined).length).toBeGreaterThan(0);
    expect(opened.every(({ code }) => code === undefined || code === 'STAGE_REFUSES')).toBe(true);
    const again = await cases.openTask(number);
    expect(again.round).toBe(2);
    expect(await row(number)).toMatchObject({ closed_at: null, closed_as: null, round: 2 });
    expect((await timeline(number)).filter((type) => type === 'reopened')).toHaveLength(1);
    expect((await act(REOPEN, { number, reason: '再开' }, county())).code).toBe('STAGE_REFUSES');
    expect((await act(COMPLETE, { ...seen(again), answer: '好' }, member)).code).toBe('TASK_NOT_YOURS');
  });
});
