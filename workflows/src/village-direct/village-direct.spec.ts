import type { CaseLifecycleInput, OpenedTask } from '@yiwang/contracts/case-flow';
import { refusalOf, somebody, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const TOWN = '990121001';
const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const begin = async (given: Partial<CaseLifecycleInput> = {}) => {
  const life = await trial.start(given);
  return { life, caseNumber: life.workflowId, task: await trial.openTask(life.workflowId) };
};
const completion = (taskId: string, subject: string) => ({
  taskId,
  actor: somebody('gridMember', subject),
  answer: 'Mended.',
  attachmentIds: ['picture-1'],
});
const handUp = (task: OpenedTask, reason = '超出村级权限', actor = theirs(task)) =>
  trial.decide(task.workflowId, 'handUpTask', { taskId: task.taskId, actor, reason });

describe('what the form of the matter asks for on the village path', () => {
  const complete = (task: OpenedTask) => trial.decide(task.workflowId, 'completeTask', { ...completion(task.taskId, 'a') });

  it('a simple dispute has its mediation record before the answer', async () => {
    const { caseNumber, task } = await begin({ kind: 'dispute', caseClass: 'simple' });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ path: 'villageDirect' });
    await expect(refusalOf(complete(task))).resolves.toBe('PATH_REFUSES');
    const parties = ['甲户', '乙户'];
    await trial.decide(task.workflowId, 'recordMediation', { taskId: task.taskId, actor: theirs(task), parties, session: '上门调解' });
    await expect(complete(task)).resolves.toMatchObject({ stage: 'evaluating' });
  });

  it.each([
    ['a simple matter', { caseClass: 'simple' as const }],
    ['a suggestion', { kind: 'suggestion' as const }],
  ])('a common matter (协商) has its minutes: %s', async (_, given) => {
    const { task } = await begin({ mode: 'deliberation', ...given });
    const actor = theirs(task);
    const answer = () => trial.decide(task.workflowId, 'completeTask', { taskId: task.taskId, actor, answer: '已办', attachmentIds: [] });
    await expect(refusalOf(answer())).resolves.toBe('PATH_REFUSES');
    const meeting = { taskId: task.taskId, actor, meetingId: `m-${task.taskId}` };
    const participants = [{ name: '住户代表', kind: 'resident' as const, areaCode: VILLAGE }];
    await trial.decide(task.workflowId, 'summon', { ...meeting, place: '群众说事室', meetAt: '2026-12-01T02:00:00.000Z', participants });
    await trial.decide(task.workflowId, 'recordMinutes', { ...meeting, summary: '表决同意加装路灯', lines: [] });
    await expect(answer()).resolves.toMatchObject({ stage: 'evaluating' });
  });
});

describe('a task on the village path', () => {
  it('is completed once: the second of two at the same moment is refused', async () => {
    const { caseNumber, task } = await begin();
    const { taskId, workflowId } = task;
    const release = trial.recorder.hold();
    const first = trial.decide(workflowId, 'completeTask', completion(taskId, 'a'), 'key-a');
    const second = trial.decide(workflowId, 'completeTask', completion(taskId, 'b'), 'key-b');
    const refused = Promise.any([refusalOf(first), refusalOf(second)]);
    setTimeout(release, 500);
    await expect(refused).resolves.toMatch(/TASK_CLOSED|workflow completed/);
    const settled = await Promise.allSettled([first, second]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(trial.recorder.eventsOf(caseNumber, 'answered')).toHaveLength(1);
  });

  it('gives the same key the same result, and one effect', async () => {
    const { caseNumber, task } = await begin();
    const { taskId, workflowId } = task;
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
    const { caseNumber, task } = await begin();
    const refused = trial.decide(task.workflowId, 'completeTask', { ...completion(task.taskId, 'a'), ...given });
    await expect(refusalOf(refused)).resolves.toBe(code);
    expect(trial.recorder.openTasks(caseNumber)).toHaveLength(1);
  });
});

describe('现场直办', () => {
  it('is the grid member’s first, who may answer on the spot (首问负责); five days by the calendar from receipt', async () => {
    const { life, caseNumber, task } = await begin();
    expect(task).toMatchObject({ kind: 'handle', tier: 'grid', roles: ['gridMember'], areaCode: `${VILLAGE}003` });
    const { resolution, response } = trial.recorder.clocksOf(caseNumber);
    const ran = (dueAt = '') => Date.parse(dueAt) - Date.parse(resolution?.startedAt ?? '');
    expect([ran(resolution?.dueAt), ran(response?.dueAt)]).toEqual([5 * 86_400_000, 24 * 3_600_000]);
    await expect(trial.answer(caseNumber, 1, 'grid-member')).resolves.toEqual({ stage: 'evaluating', round: 1 });
    expect(trial.recorder.stagesOf(caseNumber)).toEqual(['accepted', 'dispatched', 'handling', 'evaluating']);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ handlerSubject: 'grid-member' });
    await trial.rate(caseNumber, 'satisfied');
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'rated' });
  });

  it('counts whoever accepted it among its hands: they do not rate it', async () => {
    const { caseNumber, task } = await begin();
    const { taskId, workflowId } = task;
    await trial.decide(workflowId, 'acceptTask', { taskId, actor: theirs(task, 'accepted-it') });
    await trial.answer(caseNumber, 1, 'answered-it');
    const rated = trial.rate(caseNumber, 'satisfied', somebody('gridMember', 'accepted-it'));
    await expect(refusalOf(rated)).resolves.toBe('HANDLER_MAY_NOT_RATE');
  });

  it('goes up to the village’s officials, under the resident’s same clock', async () => {
    const { caseNumber, task } = await begin();
    await expect(refusalOf(handUp(task, ' '))).resolves.toBe('INPUT_INVALID');
    await expect(handUp(task)).resolves.toEqual({ stage: 'dispatched', round: 1 });
    const officials = await trial.openTask(caseNumber);
    expect(officials).toMatchObject({
      kind: 'handle',
      tier: 'village',
      roles: ['villageSecretary', 'villagePolice', 'stationedCadre'],
      areaCode: VILLAGE,
      dueAt: task.dueAt,
    });
    await expect(refusalOf(handUp(task))).resolves.toBe('TASK_CLOSED');
    expect(trial.recorder.eventsOf(caseNumber, 'handedUp')).toMatchObject([{ text: '超出村级权限', data: { late: false } }]);
    expect(trial.recorder.toldReporter(caseNumber)).toEqual([]);
    await expect(trial.answer(caseNumber)).resolves.toMatchObject({ stage: 'evaluating' });
  });

  it('goes on to the town’s joint path: the deadline becomes the hand-over and that path’s limit, the first promise is kept', async () => {
    const { life, caseNumber, task } = await begin();
    await handUp(task, '超出网格权限', theirs(task, 'grid-member'));
    await handUp(await trial.openTask(caseNumber), '管线属镇里');
    const lead = await trial.openTask(caseNumber, { kind: 'lead' });
    expect(lead).toMatchObject({ tier: 'town', roles: ['townCentre'], areaCode: TOWN, workflowId: `${caseNumber}/villageTownJoint/2` });

    const { resolution, tier } = trial.recorder.clocksOf(caseNumber);
    expect(resolution).toMatchObject({ firstDueAt: task.dueAt, dueAt: lead.dueAt });
    expect(Date.parse(lead.dueAt)).toBeGreaterThan(Date.parse(task.dueAt));
    expect(tier).toMatchObject({ dueAt: lead.dueAt, holder: { tier: 'town', roles: ['townCentre'], areaCode: TOWN } });
    expect(trial.recorder.ledgerOf(caseNumber).filter(({ kind }) => kind === 'handOver')).toMatchObject([
      { path: 'villageTownJoint', limit: { amount: 10, unit: 'workingDays' }, round: 1 },
    ]);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ path: 'villageTownJoint', resolutionDueAt: lead.dueAt });
    expect(trial.recorder.toldReporter(caseNumber)).toEqual(['deadlineMoved']);

    await trial.answer(caseNumber);
    const byGridMember = trial.rate(caseNumber, 'satisfied', somebody('gridMember', 'grid-member'));
    await expect(refusalOf(byGridMember)).resolves.toBe('HANDLER_MAY_NOT_RATE');
    await trial.rate(caseNumber, 'satisfied');
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'rated' });
  });

  it('goes up by itself 24 hours after its red mark, tier by tier, each charged for its own time', async () => {
    const { caseNumber, task } = await begin();
    await trial.pass('145 hours');
    const officials = await trial.openTask(caseNumber, { kind: 'handle', after: task.taskId });
    expect(officials).toMatchObject({ tier: 'village' });
    await trial.pass('94 hours');
    expect(trial.recorder.eventsOf(caseNumber, 'movedUp')).toHaveLength(1);
    await trial.pass('4 hours');
    await expect(trial.openTask(caseNumber, { kind: 'lead' })).resolves.toMatchObject({ tier: 'town' });
    const late = trial.recorder.marksOf(caseNumber).filter(({ mark }) => mark === 'movedUpLate');
    expect(late.map(({ tier }) => tier)).toEqual(['grid', 'village']);
    expect(trial.recorder.clocksOf(caseNumber).resolution?.firstDueAt).toBe(task.dueAt);
  });
});

describe('a consultation', () => {
  it('is first answered by the unit on duty, whose time it is, and never looked at on site', async () => {
    const { caseNumber, task } = await begin({
      kind: 'consultation',
      dutyUnitCode: 'civil-affairs',
      policy: { version: 2, changes: { paths: { villageDirect: { verifyClasses: ['simple'] } } } },
    });
    const onDuty = { tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: 'civil-affairs' };
    expect(task).toMatchObject({ kind: 'handle', ...onDuty });
    expect(trial.recorder.clocksOf(caseNumber).tier?.holder).toEqual(onDuty);
    const another = { ...theirs(task), unitCode: 'taxes' };
    const refused = trial.decide(task.workflowId, 'completeTask', { ...completion(task.taskId, 'a'), actor: another });
    await expect(refusalOf(refused)).resolves.toBe('TASK_NOT_YOURS');
    await expect(trial.answer(caseNumber)).resolves.toMatchObject({ stage: 'evaluating' });
  });

  it('is the grid member’s where no unit is on duty', async () => {
    const { task } = await begin({ kind: 'consultation', caseClass: 'difficult' });
    expect(task).toMatchObject({ kind: 'handle', roles: ['gridMember'] });
  });
});

describe('verification on the village path', () => {
  it('is off for simple matters, and on where the policy says so: then by the town, before the resident is told', async () => {
    const { caseNumber } = await begin({ policy: { version: 2, changes: { paths: { villageDirect: { verifyClasses: ['simple'] } } } } });
    await expect(trial.answer(caseNumber, 1, 'grid-member')).resolves.toMatchObject({ stage: 'verifying' });
    const verify = await trial.openTask(caseNumber, { kind: 'verify' });
    expect(verify).toMatchObject({ roles: ['townCentre'], areaCode: TOWN, excludedSubjects: ['grid-member'] });
    expect(trial.recorder.toldReporter(caseNumber)).toEqual([]);
    const { taskId, workflowId } = verify;
    const looked = { taskId, actor: theirs(verify), passed: true, findings: '现场已修复', attachmentIds: ['picture-2'] };
    await expect(trial.decide(workflowId, 'verifyTask', looked)).resolves.toMatchObject({ stage: 'evaluating' });
    expect(trial.recorder.toldReporter(caseNumber)).toEqual(['caseAnswered']);
    expect(trial.recorder.eventsOf(caseNumber, 'answered')).toMatchObject([{ data: { stage: 'evaluating' } }]);
  });
});
