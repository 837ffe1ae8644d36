import { refusalOf, somebody, WorkflowTrial } from '@yiwang/testing/time-skipping';

const TOWN = '990121001';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const completion = (taskId: string, subject: string) => ({
  taskId,
  actor: somebody('gridMember', subject),
  answer: 'Mended.',
  attachmentIds: ['picture-1'],
});

describe('a task on the village path', () => {
  it('is completed once: the second of two at the same moment is refused', async () => {
    const { workflowId: caseNumber } = await trial.start();
    const { taskId, workflowId } = await trial.openTask(caseNumber);
    const release = trial.recorder.hold();
    const first = trial.decide(workflowId, 'completeTask', completion(taskId, 'a'), 'key-a');
    const second = trial.decide(workflowId, 'completeTask', completion(taskId, 'b'), 'key-b');
    const refused = Promise.any([refusalOf(first), refusalOf(second)]);
    setTimeout(release, 500);
    await expect(refused).resolves.toMatch(/TASK_CLOSED|workflow completed/);
    const settled = await Promise.allSettled([first, second]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(trial.recorder.timelineOf(caseNumber).filter((type) => type === 'answered')).toHaveLength(1);
  });

  it('gives the same key the same result, and one effect', async () => {
    const { workflowId: caseNumber } = await trial.start();
    const { taskId, workflowId } = await trial.openTask(caseNumber);
    const accept = (key: string) =>
      trial.decide(workflowId, 'acceptTask', { taskId, actor: somebody('gridMember', 'a') }, key);
    await expect(accept('once')).resolves.toEqual({ stage: 'handling', round: 1 });
    await expect(accept('once')).resolves.toEqual({ stage: 'handling', round: 1 });
    await expect(refusalOf(accept('twice'))).resolves.toBe('STAGE_REFUSES');
    expect(trial.recorder.stepsOf(caseNumber)).toHaveLength(2);
  });

  it.each([
    ['a position it is not addressed to', { actor: somebody('villageSecretary') }, 'TASK_NOT_YOURS'],
    ['an actor without a name', { actor: { kind: 'person', role: 'gridMember' } as const }, 'TASK_NOT_YOURS'],
    ['an empty answer', { answer: ' ' }, 'TEXT_REQUIRED'],
    ['a task of another case', { taskId: 'elsewhere-t1' }, 'TASK_NOT_FOUND'],
  ])('refuses %s', async (_, given, code) => {
    const { workflowId: caseNumber } = await trial.start();
    const { taskId, workflowId } = await trial.openTask(caseNumber);
    const refused = trial.decide(workflowId, 'completeTask', { ...completion(taskId, 'a'), ...given });
    await expect(refusalOf(refused)).resolves.toBe(code);
    expect(trial.recorder.openTasks(caseNumber)).toHaveLength(1);
  });
});

describe('handing up', () => {
  it('lets the case wait at the town desk, under the same clock, until the town answers', async () => {
    const life = await trial.start();
    const caseNumber = life.workflowId;
    const task = await trial.openTask(caseNumber);
    const reason = 'The pipe belongs to the town.';
    const actor = somebody('gridMember', 'climber');
    await expect(
      trial.decide(task.workflowId, 'handUpTask', { taskId: task.taskId, actor, reason }),
    ).resolves.toEqual({ stage: 'dispatched', round: 1 });

    const atTown = await trial.openTask(caseNumber);
    expect(atTown).toMatchObject({ kind: 'townDesk', roles: ['townCentre'], areaCode: TOWN, dueAt: task.dueAt });
    const stale = trial.decide(task.workflowId, 'completeTask', completion(task.taskId, 'climber'));
    await expect(refusalOf(stale)).resolves.toBe('TASK_CLOSED');
    const higher = { taskId: atTown.taskId, actor: somebody('townCentre'), reason };
    await expect(refusalOf(trial.decide(task.workflowId, 'handUpTask', higher))).resolves.toBe('STAGE_REFUSES');

    await trial.pass('6 days');
    const notices = trial.recorder.stepsOf(caseNumber).flatMap((step) => step.notices);
    const overdue = notices.filter(({ type }) => type === 'overdue');
    expect(overdue.map(({ to }) => to)).toEqual([
      { kind: 'position', roles: ['countyCentre'], areaCode: '990121' },
      { kind: 'position', roles: ['countyCentre'], areaCode: '990121' },
    ]);

    await trial.answer(caseNumber);
    const asClimber = trial.rate(caseNumber, 'satisfied', actor);
    await expect(refusalOf(asClimber)).resolves.toBe('HANDLER_MAY_NOT_RATE');
    await trial.rate(caseNumber, 'satisfied');
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'rated' });
    expect(trial.recorder.stagesOf(caseNumber)).toEqual([
      ...['accepted', 'dispatched', 'dispatched'],
      ...['handling', 'evaluating', 'closed'],
    ]);
  });
});
