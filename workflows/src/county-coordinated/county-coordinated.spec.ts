import type { Actor, CaseLifecycleInput, OpenedTask } from '@yiwang/contracts/case-flow';
import { ofArea, refusalOf, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const unit = (unitCode: string, subjects?: string[]) => ({
  title: `${unitCode} 承办`,
  roles: ['departmentHandler' as const],
  areaCode: COUNTY,
  unitCode,
  ...(subjects === undefined ? {} : { subjects }),
});
/** Assigns the open coordination to a department, or to a person in it. */
async function lead(caseNumber: string, subjects?: string[], round = 1): Promise<OpenedTask> {
  const task = await trial.openTask(caseNumber, { kind: 'coordinate', round });
  const actor = theirs(task, 'centre');
  await trial.decide(task.workflowId, 'assignUnits', { taskId: task.taskId, actor, lead: unit('housing', subjects), assisting: [] });
  return trial.openTask(caseNumber, { kind: 'lead', round });
}
const begin = async (given: Partial<CaseLifecycleInput> = {}, subjects?: string[]) => {
  const { workflowId: caseNumber } = await trial.start({ caseClass: 'difficult', ...given });
  return { caseNumber, task: await lead(caseNumber, subjects) };
};
const complete = (task: OpenedTask, given: { actor?: Actor; explanation?: string; answer?: string } = {}) =>
  trial.decide(task.workflowId, 'completeTask', { taskId: task.taskId, actor: theirs(task), answer: '已办结', attachmentIds: [], ...given });
const verify = (task: OpenedTask, passed = true, actor = theirs(task)) =>
  trial.decide(task.workflowId, 'verifyTask', { taskId: task.taskId, actor, passed, findings: passed ? '属实' : '未修复', attachmentIds: [] });
const instruct = (task: OpenedTask, given: { actor?: Actor; text?: string; part?: ReturnType<typeof unit> } = {}) =>
  trial.decide(task.workflowId, 'instruct', { actor: ofArea('leader', COUNTY), text: '请三日内报结果', ...given });

describe('批示', () => {
  it('of a leader above becomes a task of whoever leads, and the answer waits for it', async () => {
    const { caseNumber, task } = await begin();
    await instruct(task);
    const part = await trial.openTask(caseNumber, { kind: 'contribute' });
    expect(part).toMatchObject({ title: '请三日内报结果', unitCode: 'housing', partOf: task.taskId });
    expect(trial.recorder.eventsOf(caseNumber, 'instructed')).toMatchObject([{ text: '请三日内报结果', internal: true }]);
    await expect(refusalOf(complete(task))).resolves.toBe('PARTS_STILL_OPEN');
    await complete(part);
    await expect(complete(task)).resolves.toMatchObject({ stage: 'verifying' });
  });

  it('may name another unit', async () => {
    const { caseNumber, task } = await begin();
    await instruct(task, { part: unit('water') });
    await expect(trial.openTask(caseNumber, { unitCode: 'water' })).resolves.toMatchObject({ kind: 'contribute', partOf: task.taskId });
  });

  it.each<[string, Actor]>([
    ['the county centre, which is no leader', ofArea('countyCentre', COUNTY)],
    ['a town’s leader', ofArea('leader', '990121001')],
    ['another county’s leader', ofArea('leader', '990122')],
    ['a department', { ...ofArea('departmentHandler', COUNTY), unitCode: 'housing' }],
  ])('is refused to %s', async (_, actor) => {
    const { caseNumber, task } = await begin();
    await expect(refusalOf(instruct(task, { actor }))).resolves.toBe('NOT_FROM_ABOVE');
    expect(trial.recorder.openTasks(caseNumber)).toHaveLength(1);
  });

  it('says something, and comes before the answer', async () => {
    const { task } = await begin();
    await expect(refusalOf(instruct(task, { text: ' ' }))).resolves.toBe('TEXT_REQUIRED');
    await complete(task);
    await expect(refusalOf(instruct(task))).resolves.toBe('STAGE_REFUSES');
  });
});

describe('on-site verification', () => {
  it('is by a grid member of the place who did not handle it', async () => {
    const { caseNumber, task } = await begin();
    await complete(task, { actor: theirs(task, 'handler') });
    const look = await trial.openTask(caseNumber, { kind: 'verify' });
    expect(look).toMatchObject({ tier: 'grid', roles: ['gridMember'], areaCode: VILLAGE });
    for (const hand of ['handler', 'centre']) {
      await expect(refusalOf(verify(look, true, theirs(look, hand)))).resolves.toBe('VERIFIER_HANDLED');
    }
    await expect(verify(look)).resolves.toMatchObject({ stage: 'evaluating' });
    // The answer is theirs who gave it, not theirs who looked.
    expect(trial.recorder.eventsOf(caseNumber, 'answered')).toMatchObject([{ actor: { subject: 'handler', role: 'departmentHandler' } }]);
  });

  it('that fails goes back to the very person who was named', async () => {
    const { caseNumber, task } = await begin({}, ['named']);
    await expect(refusalOf(complete(task, { actor: theirs(task, 'another') }))).resolves.toBe('TASK_NOT_YOURS');
    await complete(task);
    await verify(await trial.openTask(caseNumber, { kind: 'verify' }), false);
    const again = await trial.openTask(caseNumber, { kind: 'lead' });
    expect(again).toMatchObject({ unitCode: 'housing', subjects: ['named'], data: { verificationFailed: true, binding: false } });
  });
});

describe('a suggestion', () => {
  it('goes straight to the decision level, whose reasoned reply is the answer', async () => {
    const { workflowId: caseNumber } = await trial.start({ kind: 'suggestion' });
    const task = await trial.openTask(caseNumber);
    expect(task).toMatchObject({ kind: 'handle', tier: 'county', roles: ['leader'], areaCode: COUNTY });
    expect(trial.recorder.clocksOf(caseNumber).tier?.holder).toMatchObject({ roles: ['leader'] });
    const up = { taskId: task.taskId, actor: theirs(task), reason: '请上级研究' };
    await expect(refusalOf(trial.decide(task.workflowId, 'handUpTask', up))).resolves.toBe('PATH_REFUSES');
    await expect(complete(task, { answer: '已采纳，列入明年计划' })).resolves.toMatchObject({ stage: 'evaluating' });
    expect(trial.recorder.eventsOf(caseNumber, 'answered')).toMatchObject([{ text: '已采纳，列入明年计划' }]);
  });
});

describe('the last round', () => {
  it('ends with a reasoned explanation beside the answer, by hands that had no part in the rounds before; the centre coordinates all', async () => {
    const { caseNumber, task } = await begin({ policy: { version: 2, changes: { paths: { countyCoordinated: { verifyClasses: [] } } } } });
    await complete(task, { actor: theirs(task, 'handler-1') });
    await trial.rate(caseNumber, 'dissatisfied');
    const second = await lead(caseNumber, undefined, 2);
    await expect(refusalOf(complete(second, { actor: theirs(second, 'handler-1') }))).resolves.toBe('TASK_NOT_YOURS');
    await complete(second, { actor: theirs(second, 'handler-2') });
    await trial.rate(caseNumber, 'dissatisfied');
    const third = await lead(caseNumber, undefined, 3);
    await expect(refusalOf(complete(third))).resolves.toBe('EXPLANATION_REQUIRED');
    await expect(complete(third, { explanation: '三轮处理情况说明' })).resolves.toMatchObject({ stage: 'evaluating', round: 3 });
    expect(trial.recorder.eventsOf(caseNumber, 'answered').at(-1)?.text).toContain('三轮处理情况说明');
    await expect(trial.rate(caseNumber, 'dissatisfied')).resolves.toEqual({ stage: 'closed', round: 3 });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ closedAs: 'roundsExhausted' });
  });
});
