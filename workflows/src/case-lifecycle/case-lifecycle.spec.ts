import type { LifecycleProgress } from '@yiwang/contracts/case-flow';
import { refusalOf, somebody, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const TOWN = '990121001';
const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

/** The steps of the path's own, by name. */
const pathSteps = (caseNumber: string) =>
  trial.recorder.stepsOf(caseNumber).flatMap(({ stepId }) => /\/1#([a-zA-Z]+)/.exec(stepId)?.slice(1) ?? []);

describe('the life of a case whose grid is known', () => {
  it('goes from receipt to a rated close by the public nodes in order', async () => {
    const life = await trial.start();
    const caseNumber = life.workflowId;
    const task = await trial.openTask(caseNumber);
    expect(task).toMatchObject({ kind: 'handle', roles: ['gridMember'], workflowId: `${caseNumber}/villageDirect/1` });
    const handler = somebody('gridMember');
    await expect(
      trial.decide(task.workflowId, 'acceptTask', { taskId: task.taskId, actor: handler }),
    ).resolves.toEqual({ stage: 'handling', round: 1 });
    await expect(trial.answer(caseNumber, 1, handler.subject)).resolves.toEqual({ stage: 'evaluating', round: 1 });
    await expect(trial.rate(caseNumber, 'mostlySatisfied')).resolves.toEqual({ stage: 'closed', round: 1 });
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'rated', round: 1, course: { round: 1 } });

    const { recorder } = trial;
    expect(recorder.stagesOf(caseNumber)).toEqual(['accepted', 'dispatched', 'handling', 'evaluating', 'closed']);
    expect(recorder.timelineOf(caseNumber)).toEqual([
      'taskOpened',
      ...['accepted', 'dispatched', 'accepted'],
      'answered',
      ...['rated', 'closed'],
    ]);
    expect(recorder.caseRow(caseNumber)).toMatchObject({
      stage: 'closed',
      closedAs: 'rated',
      rating: 'mostlySatisfied',
    });
    expect(recorder.openTasks(caseNumber)).toEqual([]);
    const names = recorder.stepsOf(caseNumber).map(({ stepId }) => stepId.replace(/:.*/, ''));
    expect(names).toEqual([
      ...['opened', 'acceptTask', 'completeTask'].map((name) => `${caseNumber}/villageDirect/1#${name}`),
      ...['ledger', 'rateCase'].map((name) => `${caseNumber}#${name}`),
    ]);
  });

  it('may be answered on the spot: the acceptance is recorded in the same step', async () => {
    const { workflowId: caseNumber } = await trial.start({ areaCode: VILLAGE });
    await trial.answer(caseNumber);
    expect(trial.recorder.stagesOf(caseNumber)).toEqual(['accepted', 'dispatched', 'handling', 'evaluating']);
    expect(pathSteps(caseNumber)).toEqual(['opened', 'completeTask']);
  });

  it('records every step once and in the end although the database was away', async () => {
    const life = await trial.start();
    await trial.openTask(life.workflowId);
    trial.recorder.failNext(2);
    await trial.answer(life.workflowId);
    await trial.rate(life.workflowId, 'satisfied');
    await life.result();
    expect(pathSteps(life.workflowId)).toEqual(['opened', 'completeTask']);
    expect(trial.recorder.timelineOf(life.workflowId).filter((type) => type === 'rated')).toHaveLength(1);
  });
});

describe('the clocks of the resident', () => {
  it('marks a case that nobody responded to within 24 hours and tells the town centre', async () => {
    const { workflowId: caseNumber } = await trial.start();
    await trial.openTask(caseNumber);
    await trial.pass('23 hours');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('responseOverdue');
    await trial.pass('2 hours');
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ responseOverdue: true, stage: 'received' });
    expect(trial.recorder.noticesOf(caseNumber)).toContainEqual({
      type: 'overdue',
      to: { kind: 'position', roles: ['townCentre'], areaCode: TOWN },
      data: expect.objectContaining({ clock: 'response' }),
    });
  });

  it('leaves a case alone whose resident was reached within 24 hours', async () => {
    const { workflowId: caseNumber } = await trial.start();
    await trial.openTask(caseNumber);
    trial.recorder.contact(caseNumber, await trial.now());
    await trial.pass('25 hours');
    expect(trial.recorder.timelineOf(caseNumber)).toEqual(['taskOpened']);
  });

  it('marks a case whose resident was reached too late, however early that is heard of', async () => {
    const { workflowId: caseNumber } = await trial.start();
    await trial.openTask(caseNumber);
    trial.recorder.contact(caseNumber, new Date(Date.parse(await trial.now()) + 25 * 3_600_000).toISOString());
    await trial.pass('26 hours');
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ responseOverdue: true });
  });

  it('does not take an acceptance for a response', async () => {
    const { workflowId: caseNumber } = await trial.start();
    const { taskId, workflowId } = await trial.openTask(caseNumber);
    await trial.decide(workflowId, 'acceptTask', { taskId, actor: somebody('gridMember') });
    await trial.pass('25 hours');
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ responseOverdue: true });
  });

  it('marks a case unanswered after five days, and the engine shows both', async () => {
    const life = await trial.start();
    await trial.openTask(life.workflowId);
    await trial.pass('121 hours');
    const late = trial.recorder.timelineOf(life.workflowId).filter((type) => type.endsWith('Overdue'));
    expect(late).toEqual(['responseOverdue', 'resolutionOverdue']);
    await expect(life.query<LifecycleProgress>('progress')).resolves.toMatchObject({
      responseOverdue: true,
      resolutionOverdue: true,
      path: 'villageDirect',
    });
    const { typedSearchAttributes } = await life.describe();
    expect(typedSearchAttributes.getAll().find(({ key }) => key.name === 'yiwangOverdue')?.value).toBe(true);
  });

  it('stops both once the answer is given, and runs from receipt where the start came late', async () => {
    const answered = await trial.start();
    await trial.answer(answered.workflowId);
    const received = new Date(Date.parse(await trial.now()) - 30 * 3_600_000).toISOString();
    const late = await trial.start({ receivedAt: received });
    await trial.openTask(late.workflowId);
    await trial.pass('6 days');
    expect(trial.recorder.timelineOf(answered.workflowId)).not.toContain('resolutionOverdue');
    expect(trial.recorder.timelineOf(late.workflowId)).toContain('responseOverdue');
  });
});

describe('the rating', () => {
  it('closes as not rated after seven days, never as satisfied', async () => {
    const life = await trial.start();
    await trial.answer(life.workflowId);
    await trial.pass('8 days');
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'notRated', round: 1 });
    expect(trial.recorder.timelineOf(life.workflowId).slice(-2)).toEqual(['notRated', 'closed']);
    expect(trial.recorder.caseRow(life.workflowId)).not.toHaveProperty('rating');
  });

  it('waits for an answer that takes long to be recorded', async () => {
    const { workflowId: caseNumber } = await trial.start();
    const task = await trial.openTask(caseNumber);
    await trial.hasRun(task.workflowId);
    const release = trial.recorder.hold();
    const answered = trial.answer(caseNumber);
    const rated = trial.rate(caseNumber, 'satisfied');
    // Longer than any limit a handler or one try of the activity has: a rating outlasts them all.
    await new Promise((resolve) => setTimeout(resolve, 12_000));
    release();
    await expect(answered).resolves.toMatchObject({ stage: 'evaluating' });
    await expect(rated).resolves.toEqual({ stage: 'closed', round: 1 });
  });

  it('is refused before the answer and to whoever handled the case', async () => {
    const { workflowId: caseNumber } = await trial.start({ areaCode: COUNTY });
    await trial.openTask(caseNumber);
    await expect(refusalOf(trial.rate(caseNumber, 'satisfied'))).resolves.toBe('STAGE_REFUSES');

    const answered = await trial.start();
    await trial.answer(answered.workflowId, 1, 'the-handler');
    const asHandler = trial.rate(answered.workflowId, 'satisfied', somebody('gridMember', 'the-handler'));
    await expect(refusalOf(asHandler)).resolves.toBe('HANDLER_MAY_NOT_RATE');
  });
});
