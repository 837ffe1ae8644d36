import { randomUUID } from 'node:crypto';
import type { CaseStep, OpenedTask } from '@yiwang/contracts/case-flow';
import type { ProjectionReport } from '@yiwang/contracts/projection';
import { dataSourceOptions } from '@yiwang/platform/database';
import { createLogger } from '@yiwang/platform/logging';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { checkProjection } from '../src/projection/check-projection.js';
import { Doubts } from '../src/projection/doubts.js';
import { ownSchema } from '../src/schema.js';
import { engineStand, type EngineStand } from './engine.js';
import { COUNTY, GRID, TOWN } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const AT = '2026-11-25T01:00:00.000Z';
const LATER = '2026-11-25T01:00:09.000Z';
const ENTRY = { at: AT, rule: 1, kind: 'pause', reason: 'suspended' } as const;

interface DoubtRow {
  reason: string;
  tries: number;
  waits: boolean;
}

describe('a case whose steps took the places of others that the engine lost', () => {
  let cases: EngineStand;
  let steps: Steps;
  let service: DataSource;
  let owner: DataSource;
  let doubts: Doubts;
  beforeAll(async () => {
    cases = await engineStand();
    steps = stepsOn(cases);
    service = cases.app.get(DataSource, { strict: false });
    doubts = new Doubts(service, cases.client, createLogger('doubts', 'silent'));
    const url = Object.assign(new URL(cases.adminUrl), { username: 'yiwang_migrator', password: 'test' });
    owner = await new DataSource(dataSourceOptions(ownSchema, { url: url.toString(), pool: 4 })).initialize();
  }, 180_000);
  afterEach(() => cases.sql('delete from case_doubt'));
  afterAll(async () => {
    await doubts?.stop();
    await owner?.destroy();
    await cases?.close();
  }, 60_000);

  const doubtOf = async (number: string) =>
    (await cases.sql<DoubtRow>('select reason, tries, next_try_at > now() as waits from case_doubt where case_number = $1', [number]))[0];
  const taskOf = async (id: string) => (await cases.sql<Record<string, unknown>>('select * from task where id = $1', [id]))[0]!;
  /** Another step of the same decision may note the doubt anew meanwhile. */
  const lookUntil = (wanted: string) =>
    cases.until(async () => {
      await isDue();
      return (await doubts.lookOnce()) === wanted;
    });
  const isDue = () => cases.sql('update case_doubt set next_try_at = now()');
  const projection = (number: string): Promise<ProjectionReport> =>
    checkProjection({ dataSource: owner, client: cases.client, cases: [number] });
  const dispatch = (number: string, taskId: string) =>
    cases.decide('dispatchCase', number, {
      ...{ taskId, idempotencyKey: randomUUID(), decision: { kind: 'dispatch', areaCode: TOWN, caseClass: 'major' } },
      actor: { kind: 'person', subject: 'desk', role: 'countyCentre', areaCode: COUNTY },
    });
  const opening = (taskId: string, over: Partial<OpenedTask> = {}): OpenedTask => ({
    ...{ taskId, kind: 'handle', workflowId: `${taskId.slice(0, taskId.lastIndexOf('-'))}/villageDirect/1`, tier: 'grid' },
    ...{ roles: ['gridMember'], areaCode: GRID, excludedSubjects: [], round: 1, dueAt: '2099-01-01T00:00:00.000Z' },
    ...over,
  });

  /** A case at the county's desk, and what PostgreSQL keeps of another decision than the one that the engine takes next. */
  async function withLostStep(): Promise<{ number: string; deskTask: string; lost: string }> {
    const { number, task } = await cases.runningCase({ areaCode: COUNTY });
    const lost = `${number}-t2`;
    const [{ seq }] = (await cases.sql<{ seq: number }>('select max(seq) + 1 as seq from clock_entry where case_number = $1', [number])) as [{ seq: number }];
    await steps.record(number, {
      stepId: `${number}#dispatchCase@lost`,
      actor: { kind: 'person', subject: 'somebody' },
      patch: { tier: 'village', path: 'villageDirect', handlerSubject: 'somebody' },
      openedTasks: [opening(lost, { title: '失落的任务' })],
      clock: [{ seq, entry: ENTRY }],
      timeline: [{ type: 'dispatched', text: '失落的决定', taskId: lost }],
    });
    await cases.sql(`update task set state = 'accepted', holder_subject = 'holder', result = 'x' where id = $1`, [lost]);
    return { number, deskTask: task.id, lost };
  }

  it('is recorded all the same: the newer task stands, its holder’s version is old, and the case is in doubt', async () => {
    const { number, deskTask, lost } = await withLostStep();
    await dispatch(number, deskTask);
    await cases.until(async () => (await taskOf(lost))['version'] === 2);
    expect(await taskOf(lost)).toMatchObject({ area_code: TOWN, state: 'open', holder_subject: null, result: null, title: null });
    expect(await doubtOf(number)).toEqual({ reason: 'overwritten', tries: 0, waits: true });
  }, 90_000);

  it('is set to what the workflows say by the worker, audited, and told to whoever read of it', async () => {
    const { number, deskTask, lost } = await withLostStep();
    await dispatch(number, deskTask);
    await cases.until(() => doubtOf(number));
    expect(await doubts.lookOnce()).toBeNull();
    expect((await projection(number)).differences.map(({ field }) => field)).toEqual(expect.arrayContaining(['step']));
    await lookUntil('mended');
    expect(await projection(number)).toMatchObject({ checked: 1, differences: [], forgotten: [], unreadable: [], partly: [] });
    expect(await doubtOf(number)).toMatchObject({ tries: 1, waits: true });
    const audited = await cases.sql(`select operation from audit_entry where target_id = $1 and operation = 'rebuildProjection'`, [number]);
    expect(audited).toHaveLength(1);
    const told = await cases.sql<{ type: string }>(`select type from timeline_entry where case_number = $1 and type = 'retracted'`, [number]);
    expect(told).toHaveLength(1);
    expect(await taskOf(lost)).toMatchObject({ area_code: TOWN, state: 'open' });
    // Only a look that finds nothing ends it.
    await isDue();
    expect(await doubts.lookOnce()).toBe('sound');
    expect(await doubtOf(number)).toBeUndefined();
  }, 90_000);

  it('stays in doubt while the engine is away, for longer each time', async () => {
    const { number, deskTask } = await withLostStep();
    await dispatch(number, deskTask);
    await cases.until(() => doubtOf(number));
    cases.door.shut();
    try {
      await lookUntil('unasked');
      expect(await doubtOf(number)).toMatchObject({ tries: 1, waits: true });
      await lookUntil('unasked');
      expect(await doubtOf(number)).toMatchObject({ tries: 2, waits: true });
    } finally {
      cases.door.open();
    }
    const loop = new Doubts(service, cases.client, createLogger('doubts', 'silent'));
    loop.start();
    await cases.until(async () => {
      await isDue();
      return (await doubtOf(number)) === undefined;
    });
    await loop.stop();
    expect(await projection(number)).toMatchObject({ differences: [], unreadable: [] });
  }, 120_000);

  it('is in no doubt on the ordinary way, nor where a step is tried again', async () => {
    const { number, task } = await cases.runningCase({ areaCode: COUNTY });
    await dispatch(number, task.id);
    await cases.until(async () => (await cases.sql('select from task where case_number = $1', [number])).length === 2);
    const { number: other } = await steps.newCase();
    const step = await steps.record(other, { at: AT, openedTasks: [opening(`${other}-t1`, { data: { binding: true } })], clock: [{ seq: 1, entry: ENTRY }] });
    await steps.record(other, step);
    await steps.record(other, JSON.parse(JSON.stringify(step).replaceAll(AT, LATER)) as CaseStep);
    expect(await cases.sql('select * from case_doubt')).toEqual([]);
  }, 90_000);

  it('is in doubt where a step that was recorded before opens what does not stand', async () => {
    const { number } = await steps.newCase();
    const step = await steps.record(number, { openedTasks: [opening(`${number}-t1`)], clock: [{ seq: 1, entry: ENTRY }] });
    await steps.record(number, { ...step, openedTasks: [opening(`${number}-t2`)] });
    expect(await doubtOf(number)).toMatchObject({ reason: 'recordedBefore' });
    expect(await cases.sql('select id from task where case_number = $1', [number])).toEqual([{ id: `${number}-t1` }]);
    await cases.sql('delete from case_doubt');
    await steps.record(number, { ...step, clock: [{ seq: 1, entry: { ...ENTRY, at: LATER } }] });
    expect(await doubtOf(number)).toMatchObject({ reason: 'recordedBefore' });
  });

  it('is in doubt where the place of a clock entry was taken by another one', async () => {
    const { number } = await steps.newCase();
    await steps.record(number, { clock: [{ seq: 1, entry: ENTRY }] });
    await steps.record(number, { clock: [{ seq: 1, entry: { ...ENTRY, at: LATER } }, { seq: 2, entry: ENTRY }] });
    expect(await doubtOf(number)).toMatchObject({ reason: 'placeTaken' });
    expect(await cases.sql('select seq, entry from clock_entry where case_number = $1 order by seq', [number])).toEqual([
      { seq: 1, entry: ENTRY },
      { seq: 2, entry: ENTRY },
    ]);
  });

  it('is in doubt where two steps follow one: the engine has lost the first of them', async () => {
    const { number } = await steps.newCase();
    const first = await steps.record(number, {});
    const lost = await steps.record(number, { follows: first.stepId });
    await steps.record(number, lost);
    expect(await doubtOf(number)).toBeUndefined();
    const next = await steps.record(number, { follows: first.stepId });
    expect(await doubtOf(number)).toMatchObject({ reason: 'stepLost' });
    await cases.sql('delete from case_doubt');
    await steps.record(number, { follows: next.stepId });
    expect(await doubtOf(number)).toBeUndefined();
  });

  it('keeps a task that a step opens over another one while it cancels the rest', async () => {
    const { number } = await steps.newCase();
    const [first, second] = [`${number}-t1`, `${number}-t2`];
    await steps.record(number, { openedTasks: [opening(first), opening(second)] });
    await steps.record(number, { cancelOpenTasks: true, openedTasks: [opening(second, { areaCode: TOWN }), opening(`${number}-t3`)] });
    expect(await taskOf(first)).toMatchObject({ state: 'cancelled' });
    expect(await taskOf(second)).toMatchObject({ state: 'open', area_code: TOWN, version: 2 });
    expect(await taskOf(`${number}-t3`)).toMatchObject({ state: 'open', version: 1 });
  });

  it('is opened to mending alone, and only while it is in doubt', async () => {
    const { number } = await steps.newCase();
    await steps.record(number, { clock: [{ seq: 1, entry: ENTRY }] });
    const remove = (system: string) =>
      asSystem(system, () => service.query(`select mend_remove($1, 'clock_entry', '{1}')`, [number])).catch((error: Error) => error.message);
    expect(await remove('mending')).toMatch(/not in doubt/);
    await steps.record(number, { clock: [{ seq: 1, entry: { ...ENTRY, at: LATER } }] });
    expect(await remove('steps')).toMatch(/not in doubt/);
    const direct = asSystem('mending', () => service.query('delete from clock_entry where case_number = $1', [number]));
    await expect(direct).rejects.toThrow(/permission denied/);
    expect(await remove('mending')).toEqual([]);
    expect(await cases.sql('select from clock_entry where case_number = $1', [number])).toEqual([]);
  });
});
