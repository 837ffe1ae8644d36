import { randomUUID } from 'node:crypto';
import { updateIdOf } from '@yiwang/contracts/engine';
import type { ProjectionReport } from '@yiwang/contracts/projection';
import { dataSourceOptions } from '@yiwang/platform/database';
import { DataSource } from 'typeorm';
import { checkProjection, type ProjectionOptions } from '../src/projection/check-projection.js';
import { ownSchema } from '../src/schema.js';
import { engineStand, type EngineStand } from './engine.js';
import { COUNTY, TOWN } from './stand.js';

const GRID_MEMBER = { kind: 'person', subject: 'grid-li', role: 'gridMember' } as const;

describe('checking the projection against the engine', () => {
  let cases: EngineStand;
  let owner: DataSource;
  beforeAll(async () => {
    cases = await engineStand();
    const url = new URL(cases.adminUrl);
    Object.assign(url, { username: 'yiwang_migrator', password: 'test' });
    owner = await new DataSource(dataSourceOptions(ownSchema, { url: url.toString(), pool: 4 })).initialize();
  }, 180_000);
  afterAll(async () => {
    await owner?.destroy();
    await cases?.close();
  }, 60_000);

  const run = (over: Partial<ProjectionOptions>): Promise<ProjectionReport> =>
    checkProjection({ dataSource: owner, client: cases.client, cases: 'all', ...over });
  const fieldsOf = ({ differences }: ProjectionReport, number: string): string[] =>
    differences.filter(({ caseNumber }) => caseNumber === number).map(({ field }) => field.replace(/ .*-t/, ' t'));

  async function onTask(name: 'acceptTask' | 'completeTask', taskId: string): Promise<void> {
    const [task] = await cases.sql<{ workflowId: string }>(`select workflow_id as "workflowId" from task where id = $1`, [taskId]);
    const idempotencyKey = randomUUID();
    const answer = name === 'completeTask' ? { answer: '路灯已修好', attachmentIds: [] } : {};
    await cases.client.workflow.getHandle(task!.workflowId).executeUpdate(name, {
      args: [{ taskId, actor: GRID_MEMBER, idempotencyKey, ...answer }],
      updateId: updateIdOf(name, GRID_MEMBER, idempotencyKey),
    });
  }
  const openCase = async (): Promise<string> => {
    const { number, task } = await cases.runningCase();
    await onTask('acceptTask', task.id);
    return number;
  };
  const answeredCase = async (): Promise<string> => {
    const { number, task } = await cases.runningCase();
    await onTask('acceptTask', task.id);
    await onTask('completeTask', task.id);
    return number;
  };
  async function ratedCase(): Promise<string> {
    const number = await answeredCase();
    await rate(number, 1, 'satisfied');
    await cases.client.workflow.getHandle(number).result();
    return number;
  }

  const resident = { kind: 'resident' } as const;
  const rate = (number: string, round: number, rating: 'satisfied' | 'dissatisfied'): Promise<unknown> => {
    const input = { ratingId: randomUUID(), round, rating, comment: '', actor: resident, idempotencyKey: randomUUID() } as const;
    return cases.until(() => cases.decide('rateCase', number, input).then(() => true, () => false));
  };
  async function secondRound(): Promise<string> {
    const number = await answeredCase();
    await rate(number, 1, 'dissatisfied');
    return number;
  }
  async function dispatchedByDesk(): Promise<string> {
    const { number, task } = await cases.runningCase({ areaCode: COUNTY });
    const actor = { kind: 'person', subject: 'desk', role: 'countyCentre', areaCode: COUNTY } as const;
    const decision = { kind: 'dispatch', areaCode: TOWN, caseClass: 'major' } as const;
    await cases.decide('dispatchCase', number, { taskId: task.id, actor, decision, idempotencyKey: randomUUID() });
    return number;
  }
  async function withdrawnCase(): Promise<string> {
    const number = await openCase();
    await cases.decide('withdrawCase', number, { reason: '已自行解决', actor: resident, idempotencyKey: randomUUID() });
    return number;
  }

  it('finds nothing where nothing was done to it, closed cases included', async () => {
    await Promise.all([openCase(), answeredCase(), ratedCase(), cases.runningCase()]);
    const report = await run({});
    expect(report).toMatchObject({ checked: 4, differences: [], forgotten: [], unreadable: [], partly: [] });
    expect(report.steps).toBeGreaterThan(8);
  }, 90_000);

  it('finds what was lost or altered, case by case, and mends all of it', async () => {
    const [moved, lost, told] = await Promise.all([answeredCase(), openCase(), ratedCase()]);
    await owner.query(`update case_file set stage = 'received', resolved_at = null where number = $1`, [moved]);
    await owner.query('delete from case_step where case_number = $1 and step_id like $2', [lost, '%acceptTask%']);
    await owner.query('delete from task where case_number = $1', [lost]);
    await owner.query('delete from clock_entry where case_number = $1', [lost]);
    await owner.query(`update timeline_entry set text = 'never said' where case_number = $1 and type = 'answered'`, [told]);

    const found = await run({});
    expect(fieldsOf(found, moved)).toEqual(['course.stage', 'course.resolvedAt']);
    expect(fieldsOf(found, lost)).toEqual(expect.arrayContaining(['step', 'task t1', 'clock 1']));
    expect(fieldsOf(found, told)).toEqual(['timeline answered', 'timeline answered']);
    expect(new Set(found.differences.map(({ caseNumber }) => caseNumber))).toEqual(new Set([moved, lost, told]));

    const rebuilt = await run({ rebuild: true });
    expect(rebuilt.differences).toEqual([]);
    expect(new Set(rebuilt.mended.map(({ caseNumber }) => caseNumber))).toEqual(new Set([moved, lost, told]));
    expect(await run({})).toMatchObject({ differences: [], forgotten: [] });
    const audited = await owner.query(`select target_id from audit_entry where operation = 'rebuildProjection' order by 1`);
    expect(audited.map((row: { target_id: string }) => row.target_id)).toEqual([moved, lost, told].sort());
    // Nobody's work was lost by it: the case goes on where it was.
    await onTask('completeTask', `${lost}-t1`);
  }, 90_000);

  it('looks at named cases only, where some are named', async () => {
    const [one, other] = await Promise.all([openCase(), openCase()]);
    await owner.query(`update case_file set card = 'red' where number = any($1)`, [[one, other]]);
    const report = await run({ cases: [one], rebuild: true });
    expect(report).toMatchObject({ checked: 1, mended: [{ caseNumber: one, field: 'course.card', expected: 'none', actual: 'red' }] });
    expect(fieldsOf(await run({ cases: [other] }), other)).toEqual(['course.card']);
    await run({ cases: [other], rebuild: true });
  }, 60_000);

  it('finds open cases that nobody sees to', async () => {
    const [idle, ended] = await Promise.all([openCase(), openCase()]);
    const { number: unstarted } = await cases.writtenCase();
    const sound = (numbers: string[]) => run({ cases: numbers });
    expect((await sound([idle])).forgotten).toEqual([]);
    await owner.query(`update task set state = 'completed' where case_number = $1`, [idle]);
    await cases.client.workflow.getHandle(ended).terminate('test');
    expect((await sound([unstarted])).forgotten).toEqual([]);
    await owner.query('delete from start_outbox where case_number = $1', [unstarted]);
    const { forgotten } = await run({ cases: [idle, ended, unstarted] });
    const problems = Object.fromEntries(forgotten.map(({ caseNumber, problem }) => [caseNumber, problem]));
    expect(problems).toEqual({ [idle]: 'nobodys', [ended]: 'ended', [unstarted]: 'notStarted' });
    expect((await run({ cases: [idle], rebuild: true })).forgotten).toEqual([]);
  }, 60_000);

  it('says which cases it could not ask about', async () => {
    const number = await openCase();
    await cases.client.workflow.getHandle(number).terminate('test');
    const stranger = '990121-20260101-999999';
    expect((await run({ cases: [stranger] })).unreadable).toEqual([{ caseNumber: stranger, reason: expect.stringContaining('no history') }]);
    // A terminated workflow still answers what it had recorded.
    expect(await run({ cases: [number] })).toMatchObject({ checked: 1, differences: [], unreadable: [] });
  }, 60_000);

  it('finds nothing on whatever course cases take, for as long as their clocks ring', async () => {
    const numbers = await Promise.all([openCase(), answeredCase(), ratedCase()]);
    for (const live of [secondRound, dispatchedByDesk, withdrawnCase]) numbers.push(await live());
    for (let days = 0; days < 12; days += 1) {
      await cases.pass('1 days');
      if (days % 4 > 0) continue;
      const report = await run({ cases: numbers });
      expect(report).toMatchObject({ differences: [], forgotten: [], unreadable: [], partly: [] });
      expect(report.checked).toBe(6);
    }
    const marks = await cases.sql<{ n: number }>('select count(*)::int as n from case_mark where case_number = any($1)', [numbers]);
    expect(marks[0]!.n).toBeGreaterThan(5);
  }, 120_000);
});
