import type { CaseLifecycleInput, OpenedTask, PartOf } from '@yiwang/contracts/case-flow';
import { addLimit } from '@yiwang/domain/clocks';
import { EVERY_DAY, refusalOf, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const begin = async (given: Partial<CaseLifecycleInput> = {}) => {
  const { workflowId: caseNumber } = await trial.start({ caseClass: 'difficult', ...given });
  const coordinate = await trial.openTask(caseNumber, { kind: 'coordinate' });
  trial.recorder.contact(caseNumber, await trial.now());
  return { caseNumber, coordinate };
};
const unit = (unitCode: string, more: Partial<PartOf> = {}): PartOf => ({
  title: `${unitCode} 承办`,
  roles: ['departmentHandler'],
  areaCode: COUNTY,
  unitCode,
  ...more,
});
const assign = (task: OpenedTask, lead: string, assisting: PartOf[] = [], reason?: string) =>
  trial.decide(task.workflowId, 'assignUnits', {
    taskId: task.taskId,
    actor: theirs(task, 'centre'),
    lead: unit(lead),
    assisting,
    ...(reason === undefined ? {} : { reason }),
  });
const giveBack = (task: OpenedTask, given: { legalGround?: string; proposedUnitCode?: string } = {}) =>
  trial.decide(task.workflowId, 'returnTask', {
    taskId: task.taskId,
    actor: theirs(task),
    proposedUnitCode: 'roads',
    legalGround: '权责清单第 17 项',
    reason: '管护主体为公路部门',
    ...given,
  });
const complete = (task: OpenedTask, actor = theirs(task)) =>
  trial.decide(task.workflowId, 'completeTask', { taskId: task.taskId, actor, answer: '已办', attachmentIds: [] });

/** 住建 leads, 水务 and 电力 assist. */
async function assigned(assisting = [unit('water', { limit: { amount: 2, unit: 'workingDays' } }), unit('power')]) {
  const { caseNumber, coordinate } = await begin();
  await assign(coordinate, 'housing', assisting);
  const taskOf = (unitCode: string) => trial.openTask(caseNumber, { unitCode });
  return { caseNumber, lead: await taskOf('housing'), water: await taskOf('water'), power: await taskOf('power'), taskOf };
}

describe('县级统筹', () => {
  it('is the county centre’s to coordinate: one working day to accept, fifteen to resolve', async () => {
    const { caseNumber, coordinate } = await begin();
    expect(coordinate).toMatchObject({ tier: 'county', roles: ['countyCentre'], areaCode: COUNTY });
    const { resolution, 'unit:acceptance': acceptance } = trial.recorder.clocksOf(caseNumber);
    const after = (amount: number) => addLimit({ amount, unit: 'workingDays' }, resolution?.startedAt ?? '', EVERY_DAY).at;
    expect([resolution?.dueAt, Date.parse(acceptance?.dueAt ?? '') <= Date.parse(after(2))]).toEqual([after(15), true]);
    await expect(assign(coordinate, 'housing')).resolves.toEqual({ stage: 'handling', round: 1 });
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)['unit:acceptance']?.state === 'stopped');
    expect(trial.recorder.stagesOf(caseNumber)).toEqual(['accepted', 'dispatched', 'handling']);
    await expect(refusalOf(assign(coordinate, 'roads'))).resolves.toBe('TASK_CLOSED');
  });

  it('names a leading unit, which holds it, and assisting ones with their own sub-limits', async () => {
    const { caseNumber, lead, water, power } = await assigned();
    expect(lead).toMatchObject({ kind: 'lead', roles: ['departmentHandler'], unitCode: 'housing' });
    expect([water.kind, power.kind]).toEqual(['contribute', 'contribute']);
    expect(Date.parse(water.dueAt)).toBeLessThan(Date.parse(power.dueAt));
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)[`unit:${power.taskId}`] !== undefined);
    const clocks = trial.recorder.clocksOf(caseNumber);
    expect(clocks.tier?.holder).toMatchObject({ tier: 'county', unitCode: 'housing' });
    expect(clocks[`unit:${water.taskId}`]?.holder).toMatchObject({ tier: 'county', unitCode: 'water' });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ unitCode: 'housing', tier: 'county' });
  });

  it('is closed by the lead alone, once every assisting unit has signed off', async () => {
    const { lead, water, power } = await assigned();
    await expect(refusalOf(complete(lead, theirs(water)))).resolves.toBe('ONLY_LEAD_CLOSES');
    await complete(water);
    await expect(refusalOf(complete(lead))).resolves.toBe('PARTS_STILL_OPEN');
    await complete(power);
    await expect(complete(lead)).resolves.toMatchObject({ stage: 'verifying' });
  });

  it('has no unit that both leads and assists', async () => {
    const { caseNumber, coordinate } = await begin();
    await expect(refusalOf(assign(coordinate, 'housing', [unit('water'), unit('housing')]))).resolves.toBe('PATH_REFUSES');
    expect(trial.recorder.openTasks(caseNumber)).toEqual([coordinate]);
  });

  it('counts an assisting unit that is late with its own part, not the lead', async () => {
    const { caseNumber, water } = await assigned([unit('water', { limit: { amount: 6, unit: 'workingHours' } }), unit('power')]);
    await trial.pass('7 hours');
    await trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('partOverdue'));
    expect(trial.recorder.marksOf(caseNumber)).toMatchObject([{ mark: 'partOverdue', clock: `unit:${water.taskId}`, unitCode: 'water' }]);
  });

  it('hands up no further by itself: a referral is asked for', async () => {
    const { coordinate } = await begin();
    const { taskId, workflowId } = coordinate;
    const up = trial.decide(workflowId, 'handUpTask', { taskId, actor: theirs(coordinate), reason: '涉及市直单位' });
    await expect(refusalOf(up)).resolves.toBe('PATH_REFUSES');
  });

  it('delegates down to a town, which then leads under its own limit', async () => {
    const { caseNumber, coordinate } = await begin();
    const down = { path: 'villageTownJoint' as const, areaCode: '990121001', reason: '由镇里办理' };
    await trial.decide(coordinate.workflowId, 'delegateTask', { taskId: coordinate.taskId, actor: theirs(coordinate), ...down });
    await expect(trial.openTask(caseNumber, { kind: 'lead' })).resolves.toMatchObject({ tier: 'town', areaCode: '990121001' });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ path: 'villageTownJoint', areaCode: '990121001' });
  });
});

describe('退回', () => {
  it('names the unit whose it is and the legal ground, or is refused', async () => {
    const { caseNumber, lead } = await assigned();
    await expect(refusalOf(giveBack(lead, { legalGround: ' ' }))).resolves.toBe('LEGAL_GROUND_REQUIRED');
    await expect(refusalOf(giveBack(lead, { proposedUnitCode: '' }))).resolves.toBe('LEGAL_GROUND_REQUIRED');
    await expect(refusalOf(giveBack(lead, { proposedUnitCode: 'housing' }))).resolves.toBe('PATH_REFUSES');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('returned');
  });

  it('comes back to the county centre while the case clock keeps running', async () => {
    const { caseNumber, lead } = await assigned();
    const before = trial.recorder.clocksOf(caseNumber).resolution;
    await expect(giveBack(lead)).resolves.toMatchObject({ stage: 'dispatched' });
    const again = await trial.openTask(caseNumber, { kind: 'coordinate' });
    expect(again).toMatchObject({
      roles: ['countyCentre'],
      data: { proposedUnitCode: 'roads', legalGround: '权责清单第 17 项', returnedBy: 'housing', returns: 1 },
    });
    expect(trial.recorder.clocksOf(caseNumber).resolution).toMatchObject({ state: 'running', dueAt: before?.dueAt });
    await trial.seen(() => trial.recorder.clocksOf(caseNumber).tier?.holder.roles.includes('countyCentre') === true);
    const returned = trial.recorder.stepsOf(caseNumber).flatMap(({ records = [] }) => records).filter(({ kind }) => kind === 'return');
    expect(returned).toMatchObject([{ id: lead.taskId, data: { proposedUnitCode: 'roads' } }]);
  });

  it('after the second return the county decides, bindingly: a third is refused', async () => {
    const { caseNumber, lead, taskOf } = await assigned([unit('water'), unit('power')]);
    await giveBack(lead);
    await assign(await trial.openTask(caseNumber, { kind: 'coordinate' }), 'roads');
    await giveBack(await taskOf('roads'), { proposedUnitCode: 'housing' });
    const arbitrate = await trial.openTask(caseNumber, { kind: 'arbitrate' });
    expect(arbitrate).toMatchObject({ roles: ['countyCentre'], data: { returns: 2, returnedBy: 'roads' } });
    await assign(arbitrate, 'housing', [], '依据三定方案');
    expect(trial.recorder.eventsOf(caseNumber, 'arbitrated')).toMatchObject([{ text: '依据三定方案', internal: true }]);
    const bound = await trial.openTask(caseNumber, { kind: 'lead' });
    expect(bound).toMatchObject({ unitCode: 'housing', data: { binding: true } });
    await expect(refusalOf(giveBack(bound))).resolves.toBe('RETURN_IS_BINDING');
    const down = { path: 'villageTownJoint' as const, areaCode: '990121001', reason: '由镇里办理' };
    const delegated = trial.decide(bound.workflowId, 'delegateTask', { taskId: bound.taskId, actor: theirs(bound), ...down });
    await expect(refusalOf(delegated)).resolves.toBe('RETURN_IS_BINDING');
  });

  it('of a part is not given to the unit that leads', async () => {
    const { caseNumber, water } = await assigned();
    await giveBack(water);
    const again = await trial.openTask(caseNumber, { kind: 'coordinate' });
    await expect(refusalOf(assign(again, 'housing'))).resolves.toBe('PATH_REFUSES');
  });

  it('of a part keeps the lead, and the answer waits until somebody has it', async () => {
    const { caseNumber, lead, water, power, taskOf } = await assigned();
    await complete(power);
    await giveBack(water);
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)[`unit:${water.taskId}`]?.state === 'stopped');
    await expect(refusalOf(complete(lead))).resolves.toBe('PARTS_STILL_OPEN');
    await assign(await trial.openTask(caseNumber, { kind: 'coordinate' }), 'roads');
    const roads = await taskOf('roads');
    expect(roads).toMatchObject({ kind: 'contribute', partOf: lead.taskId });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ unitCode: 'housing', stage: 'handling' });
    await complete(roads);
    await expect(complete(lead)).resolves.toMatchObject({ stage: 'verifying' });
  });
});
