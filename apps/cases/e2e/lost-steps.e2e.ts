import { randomUUID } from 'node:crypto';
import type { CaseStep } from '@yiwang/contracts/case-flow';
import { QUERIES } from '@yiwang/contracts/engine';
import type { ProjectionReport } from '@yiwang/contracts/projection';
import { dataSourceOptions } from '@yiwang/platform/database';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { DataSource } from 'typeorm';
import { StepRecorder } from '../src/course/step-recorder.js';
import { checkProjection } from '../src/projection/check-projection.js';
import { ownSchema } from '../src/schema.js';
import { keyOf, stepEndOf } from '../src/tasks/decide.js';
import { engineStand, type EngineStand } from './engine.js';
import { COUNTY, GRID } from './stand.js';

const ACCEPT = 'mutation ($input: AcceptTaskArguments!) { done: acceptTask(input: $input) { id version state } }';
const COMPLETE = 'mutation ($input: CompleteTaskArguments!) { done: completeTask(input: $input) { id version state } }';
const SUPERVISE = 'mutation ($input: SuperviseArguments!) { done: superviseCase(input: $input) { number } }';

interface Done {
  id: string;
  version: number;
  state: string;
}

interface Accepted {
  number: string;
  member: TokenWishes & { subject: string };
  answer: { taskId: string; version: number; answer: string; idempotencyKey: string };
}

describe('a decision that PostgreSQL has and the engine lost', () => {
  let cases: EngineStand;
  let owner: DataSource;
  beforeAll(async () => {
    cases = await engineStand();
    const url = Object.assign(new URL(cases.adminUrl), { username: 'yiwang_migrator', password: 'test' });
    owner = await new DataSource(dataSourceOptions(ownSchema, { url: url.toString(), pool: 4 })).initialize();
  }, 180_000);
  afterAll(async () => {
    await owner?.destroy();
    await cases?.close();
  }, 60_000);

  const act = async (query: string, input: object, as: TokenWishes) => {
    const { data, errors } = await cases.ask<{ done: Done }>(query, { input }, as);
    return { done: data?.done, code: errors?.[0]?.extensions.code };
  };
  const projection = (number: string, rebuild = false): Promise<ProjectionReport> =>
    checkProjection({ dataSource: owner, client: cases.client, cases: [number], rebuild });
  const told = async (number: string): Promise<string[]> =>
    (await cases.sql<{ type: string }>('select type from timeline_entry where case_number = $1 order by seq', [number])).map(({ type }) => type);
  const stageOf = async (number: string) =>
    (await cases.sql<{ stage: string }>('select stage from case_file where number = $1', [number]))[0]!.stage;
  const engineStage = async (number: string) =>
    (await cases.client.workflow.getHandle(number).query<{ stage: string }>(QUERIES.progress)).stage;

  async function accepted(): Promise<Accepted> {
    const { number, task } = await cases.runningCase();
    const member = cases.staff(randomUUID(), 'gridMember', GRID);
    const { done } = await act(ACCEPT, { taskId: task.id, version: task.version, idempotencyKey: 'accept' }, member);
    return { number, member, answer: { taskId: task.id, version: done!.version, answer: '路灯已修好', idempotencyKey: 'done' } };
  }

  /** What the worker writes of an answer before the engine keeps it: as it wrote it of a case that was answered alike. */
  async function writeWithoutEngine({ number, member, answer }: Accepted): Promise<void> {
    const twin = await accepted();
    expect((await act(COMPLETE, twin.answer, twin.member)).code).toBeUndefined();
    const [row] = await cases.sql<{ id: string }>('select workflow_id as id from task where id = $1', [twin.answer.taskId]);
    const steps = await cases.client.workflow.getHandle(row!.id).query<CaseStep[]>(QUERIES.recordedSteps);
    const step = steps.find(({ cause }) => cause?.operation === 'completeTask')!;
    const key = keyOf(answer);
    const end = stepEndOf('completeTask', { actor: { kind: 'person', subject: member.subject }, idempotencyKey: key });
    const own = JSON.parse(
      JSON.stringify(step)
        .replaceAll(twin.number, number)
        .replaceAll(twin.member.subject, member.subject)
        .replaceAll(step.at, new Date().toISOString()),
    ) as CaseStep;
    const stepId = `${own.stepId.slice(0, own.stepId.indexOf('#'))}${end}`;
    await new StepRecorder(owner).recordStep({ ...own, stepId });
  }

  it('is taken when it is repeated: the workflow goes on, and nothing stands twice', async () => {
    const one = await accepted();
    await writeWithoutEngine(one);
    expect(await engineStage(one.number)).not.toBe('evaluating');
    expect((await act(COMPLETE, one.answer, one.member)).done).toMatchObject({ id: one.answer.taskId, state: 'completed' });
    await cases.until(async () => (await stageOf(one.number)) === 'evaluating');
    expect(await engineStage(one.number)).toBe('evaluating');
    expect((await told(one.number)).filter((type) => type === 'answered')).toHaveLength(1);
    expect(await projection(one.number)).toMatchObject({ checked: 1, differences: [], forgotten: [], unreadable: [] });
    // Once it is kept, another repeat changes nothing.
    expect((await act(COMPLETE, one.answer, one.member)).done).toMatchObject({ state: 'completed' });
    expect((await told(one.number)).filter((type) => type === 'answered')).toHaveLength(1);
  }, 90_000);

  it('is found by the check and taken back by the rebuilding where nobody repeats it, and told to whoever read of it', async () => {
    const one = await accepted();
    await writeWithoutEngine(one);
    const found = await projection(one.number);
    expect(found.differences.map(({ field }) => field)).toEqual(expect.arrayContaining(['step', 'course.stage', `task ${one.answer.taskId}.state`]));
    const rebuilt = await projection(one.number, true);
    expect(rebuilt).toMatchObject({ differences: [], unreadable: [] });
    expect(rebuilt.mended.length).toBeGreaterThan(2);
    expect(await projection(one.number)).toMatchObject({ differences: [], forgotten: [] });
    const entries = await cases.sql<{ type: string; cursor: string; of: string }>(
      `select type, xid::text || ':' || seq as cursor, data->>'cursor' as of from timeline_entry
       where case_number = $1 and type in ('answered', 'retracted') order by seq`,
      [one.number],
    );
    expect(entries.map(({ type }) => type)).toEqual(['answered', 'retracted']);
    expect(entries[1]!.of).toBe(entries[0]!.cursor);
    // The task is its holder's again, and the same key takes the decision.
    const [task] = await cases.sql<{ version: number; state: string }>('select version, state from task where id = $1', [one.answer.taskId]);
    expect(task!.state).toBe('accepted');
    expect((await act(COMPLETE, { ...one.answer, version: task!.version }, one.member)).done).toMatchObject({ state: 'completed' });
    await cases.until(async () => (await stageOf(one.number)) === 'evaluating');
    expect(await projection(one.number)).toMatchObject({ differences: [], forgotten: [] });
  }, 90_000);

  it('refuses a key that was used with other content, and answers the same content as before', async () => {
    const one = await accepted();
    expect((await act(COMPLETE, one.answer, one.member)).code).toBeUndefined();
    expect((await act(COMPLETE, one.answer, one.member)).code).toBeUndefined();
    expect((await act(COMPLETE, { ...one.answer, answer: '其实没修' }, one.member)).code).toBe('IDEMPOTENCY_CONFLICT');
    const two = await accepted();
    const centre = cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
    const urge = { number: two.number, act: 'urge', reason: '请尽快', idempotencyKey: 'urge-1' };
    const asked = [urge, urge, { ...urge, reason: '请尽快办' }, { ...urge, idempotencyKey: 'urge' }, urge];
    const codes: unknown[] = [];
    for (const input of asked) codes.push((await act(SUPERVISE, input, centre)).code);
    expect(codes).toEqual([undefined, undefined, 'IDEMPOTENCY_CONFLICT', undefined, undefined]);
    expect((await told(two.number)).filter((type) => type === 'urged')).toHaveLength(2);
  }, 90_000);
});
