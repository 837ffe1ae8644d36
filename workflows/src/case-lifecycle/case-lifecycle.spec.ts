import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { DecisionResult, LifecycleProgress } from '@yiwang/contracts/case-flow';
import { refusalOf, somebody, theResident, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const TOWN = '990121001';
const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const noticesOf = (caseNumber: string) => trial.recorder.stepsOf(caseNumber).flatMap(({ notices }) => notices);

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
    await expect(life.result()).resolves.toEqual({ closedAs: 'rated', round: 1 });

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
      `${caseNumber}#rateCase`,
    ]);
  });

  it('may be answered on the spot: the acceptance is recorded in the same step', async () => {
    const { workflowId: caseNumber } = await trial.start({ areaCode: VILLAGE });
    await trial.answer(caseNumber);
    expect(trial.recorder.stagesOf(caseNumber)).toEqual(['accepted', 'dispatched', 'handling', 'evaluating']);
    expect(trial.recorder.stepsOf(caseNumber)).toHaveLength(2);
  });

  it('records every step once and in the end although the database was away', async () => {
    const life = await trial.start();
    await trial.openTask(life.workflowId);
    trial.recorder.failNext(2);
    await trial.answer(life.workflowId);
    await trial.rate(life.workflowId, 'satisfied');
    await life.result();
    expect(trial.recorder.stepsOf(life.workflowId)).toHaveLength(3);
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
    expect(noticesOf(caseNumber)).toContainEqual({
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
    await trial.pass('6 days');
    expect(trial.recorder.timelineOf(life.workflowId)).toEqual(['taskOpened', 'responseOverdue', 'resolutionOverdue']);
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
    await expect(life.result()).resolves.toEqual({ closedAs: 'notRated', round: 1 });
    expect(trial.recorder.timelineOf(life.workflowId).slice(-2)).toEqual(['notRated', 'closed']);
    expect(trial.recorder.caseRow(life.workflowId)).not.toHaveProperty('rating');
  });

  it('waits for an answer that takes long to be recorded', async () => {
    const { workflowId: caseNumber } = await trial.start();
    await trial.openTask(caseNumber);
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

  it('starts round two with another handler and round three at the town, then ends', async () => {
    const life = await trial.start();
    const caseNumber = life.workflowId;
    await trial.answer(caseNumber, 1, 'first-handler');
    await expect(trial.rate(caseNumber, 'dissatisfied')).resolves.toEqual({ stage: 'dispatched', round: 2 });

    const second = await trial.openTask(caseNumber, 2);
    expect(second).toMatchObject({
      roles: ['villageSecretary', 'villagePolice', 'stationedCadre'],
      areaCode: VILLAGE,
      excludedSubjects: ['first-handler'],
    });
    const again = trial.answer(caseNumber, 2, 'first-handler');
    await expect(refusalOf(again)).resolves.toBe('TASK_NOT_YOURS');
    await trial.answer(caseNumber, 2, 'second-handler');
    await trial.rate(caseNumber, 'dissatisfied');

    const third = await trial.openTask(caseNumber, 3);
    expect(third).toMatchObject({ kind: 'townDesk', roles: ['townCentre'], areaCode: TOWN });
    expect(third.excludedSubjects).toEqual(['first-handler', 'second-handler']);
    await trial.answer(caseNumber, 3);
    await expect(trial.rate(caseNumber, 'dissatisfied')).resolves.toEqual({ stage: 'closed', round: 3 });
    await expect(life.result()).resolves.toEqual({ closedAs: 'roundsExhausted', round: 3 });
    expect(new Set(trial.recorder.stepsOf(caseNumber).flatMap((s) => s.openedTasks.map((t) => t.taskId))).size).toBe(3);
  });

  it('gives the new round a limit of its own, which can be missed', async () => {
    const { workflowId: caseNumber } = await trial.start();
    await trial.answer(caseNumber, 1);
    await trial.pass('6 days');
    await trial.rate(caseNumber, 'dissatisfied');
    await trial.openTask(caseNumber, 2);
    await trial.pass('4 days');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('resolutionOverdue');
    await trial.pass('2 days');
    expect(trial.recorder.timelineOf(caseNumber)).toContain('resolutionOverdue');
  });
});

describe('a desk', () => {
  it.each([
    [COUNTY, 'countyCentre', COUNTY],
    [TOWN, 'townCentre', TOWN],
    ['9901', 'countyCentre', COUNTY],
  ] as const)('opens for the area %s to the %s', async (areaCode, role, deskArea) => {
    const { workflowId: caseNumber } = await trial.start({ areaCode });
    await expect(trial.openTask(caseNumber)).resolves.toMatchObject({
      kind: 'desk',
      roles: [role],
      areaCode: deskArea,
      workflowId: caseNumber,
    });
  });

  it('dispatches to a village; the grid member’s acceptance begins the handling', async () => {
    const life = await trial.start({ areaCode: COUNTY });
    const caseNumber = life.workflowId;
    const { taskId } = await trial.openTask(caseNumber);
    const decision = { kind: 'dispatch', areaCode: VILLAGE } as const;
    await expect(
      trial.decide(caseNumber, 'dispatchCase', { taskId, actor: somebody('countyCentre'), decision }),
    ).resolves.toEqual({ stage: 'dispatched', round: 1 });
    await trial.answer(caseNumber);
    await trial.rate(caseNumber, 'satisfied');
    await life.result();
    expect(trial.recorder.stagesOf(caseNumber)).toEqual(['accepted', 'dispatched', 'handling', 'evaluating', 'closed']);
  });

  it('passes the case to a town, whose desk decides', async () => {
    const { workflowId: caseNumber } = await trial.start({ areaCode: COUNTY });
    const atCounty = await trial.openTask(caseNumber);
    const toTown = { kind: 'dispatch', areaCode: TOWN } as const;
    const countyCentre = somebody('countyCentre');
    await trial.decide(caseNumber, 'dispatchCase', { taskId: atCounty.taskId, actor: countyCentre, decision: toTown });
    const atTown = await trial.openTask(caseNumber);
    expect(atTown).toMatchObject({ roles: ['townCentre'], areaCode: TOWN });
    const asCounty = trial.decide(caseNumber, 'dispatchCase', {
      taskId: atTown.taskId,
      actor: countyCentre,
      decision: { kind: 'dispatch', areaCode: VILLAGE },
    });
    await expect(refusalOf(asCounty)).resolves.toBe('TASK_NOT_YOURS');
  });

  it.each([
    ['880101001002', 'AREA_OUTSIDE_JURISDICTION'],
    ['99012', 'AREA_UNKNOWN'],
    ['nowhere', 'AREA_UNKNOWN'],
    [COUNTY, 'AREA_OUTSIDE_JURISDICTION'],
  ])('refuses to dispatch to %s', async (areaCode, code) => {
    const { workflowId: caseNumber } = await trial.start({ areaCode: COUNTY });
    const { taskId } = await trial.openTask(caseNumber);
    const decision = { kind: 'dispatch', areaCode } as const;
    const refused = trial.decide(caseNumber, 'dispatchCase', { taskId, actor: somebody('countyCentre'), decision });
    await expect(refusalOf(refused)).resolves.toBe(code);
  });

  it('may not accept, with a reason; the case ends', async () => {
    const life = await trial.start({ areaCode: TOWN });
    const { taskId } = await trial.openTask(life.workflowId);
    const decision = { kind: 'notAccept', reason: 'A matter for the courts.' } as const;
    await trial.decide(life.workflowId, 'dispatchCase', { taskId, actor: somebody('townCentre'), decision });
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'notAccepted' });
    expect(noticesOf(life.workflowId).at(-1)).toMatchObject({ type: 'caseNotAccepted', to: { kind: 'reporter' } });
  });
});

describe('a withdrawal', () => {
  it('ends the path that runs and cancels what is open', async () => {
    const life = await trial.start();
    const caseNumber = life.workflowId;
    const { taskId, workflowId } = await trial.openTask(caseNumber);
    await trial.decide(workflowId, 'acceptTask', { taskId, actor: somebody('gridMember') });
    await expect(
      trial.decide(caseNumber, 'withdrawCase', { actor: theResident, reason: 'It stopped by itself.' }),
    ).resolves.toEqual({ stage: 'withdrawn', round: 1 });
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'withdrawn' });
    expect(trial.recorder.openTasks(caseNumber)).toEqual([]);
    expect(noticesOf(caseNumber).at(-1)).toMatchObject({
      type: 'caseWithdrawn',
      to: { kind: 'position', roles: ['gridMember'] },
    });
    const path = await trial.client.getHandle(workflowId).describe();
    expect(path.status.name).toBe('CANCELLED');
  });

  it.each([COUNTY, TOWN])('works while the case lies at the desk of %s', async (areaCode) => {
    const life = await trial.start({ areaCode });
    await trial.openTask(life.workflowId);
    await trial.decide(life.workflowId, 'withdrawCase', { actor: theResident, reason: '已自行解决' });
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'withdrawn' });
    expect(noticesOf(life.workflowId).at(-1)).toMatchObject({ type: 'caseWithdrawn', to: { areaCode } });
  });

  const withTheFirstTask = async (areaCode: string): Promise<[WorkflowHandle, Promise<DecisionResult>]> => {
    await trial.stopWorker();
    const life = await trial.start({ areaCode });
    const withdrawn = trial.decide(life.workflowId, 'withdrawCase', { actor: theResident, reason: '已自行解决' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await trial.startWorker();
    return [life, withdrawn];
  };

  it('leaves nothing behind although it is there before the path is started', async () => {
    const [life, withdrawn] = await withTheFirstTask(VILLAGE);
    await expect(withdrawn).resolves.toEqual({ stage: 'withdrawn', round: 1 });
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'withdrawn' });
    expect(trial.recorder.openTasks(life.workflowId)).toEqual([]);
  });

  it('waits for the desk whose opening must be recorded again', async () => {
    trial.recorder.failNext(1);
    const [life, withdrawn] = await withTheFirstTask(COUNTY);
    await expect(withdrawn).resolves.toEqual({ stage: 'withdrawn', round: 1 });
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'withdrawn' });
    expect(trial.recorder.timelineOf(life.workflowId)).toEqual(['taskOpened', 'withdrawn']);
    expect(trial.recorder.openTasks(life.workflowId)).toEqual([]);
  });

  it('comes too late once the case is answered: then it is rated', async () => {
    const life = await trial.start();
    await trial.answer(life.workflowId);
    const late = trial.decide(life.workflowId, 'withdrawCase', { actor: theResident, reason: '已自行解决' }, randomUUID());
    await expect(refusalOf(late)).resolves.toBe('STAGE_REFUSES');
    await trial.rate(life.workflowId, 'satisfied');
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'rated' });
  });
});
