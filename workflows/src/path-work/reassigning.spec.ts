import type { Actor, OpenedTask, PartOf } from '@yiwang/contracts/case-flow';
import { ofArea, refusalOf, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const TOWN = '990121001';
const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const unit = (unitCode: string): PartOf => ({ title: `${unitCode} 承办`, roles: ['departmentHandler'], areaCode: COUNTY, unitCode });
const complete = (task: OpenedTask, actor = theirs(task)) =>
  trial.decide(task.workflowId, 'completeTask', { taskId: task.taskId, actor, answer: '已办', attachmentIds: [] });
const cancel = (part: OpenedTask, actor: Actor, reason = '该项已无必要') =>
  trial.decide(part.workflowId, 'cancelPart', { actor, partId: part.taskId, reason });
const reassign = (task: OpenedTask, actor: Actor, to: PartOf, reason = '原单位无人在岗') =>
  trial.decide(task.workflowId, 'reassignTask', { actor, taskId: task.taskId, to, reason });
const clockOf = (caseNumber: string, { taskId }: OpenedTask) => trial.recorder.clocksOf(caseNumber)[`unit:${taskId}`];

/** A town leads and has whistled for water and roads. */
async function planned() {
  const { workflowId: caseNumber } = await trial.start({ caseClass: 'major' });
  const lead = await trial.openTask(caseNumber, { kind: 'lead' });
  const actor = theirs(lead, 'the-lead');
  await trial.decide(lead.workflowId, 'planParts', { taskId: lead.taskId, actor, parts: [unit('water'), unit('roads')] });
  return { caseNumber, lead, actor, water: await trial.openTask(caseNumber, { unitCode: 'water' }), roads: await trial.openTask(caseNumber, { unitCode: 'roads' }) };
}

describe('收回 a part', () => {
  it('by the lead with a reason closes it: the answer does not wait for it, nobody is late with it', async () => {
    const { caseNumber, lead, actor, water, roads } = await planned();
    await expect(refusalOf(cancel(water, actor, ' '))).resolves.toBe('TEXT_REQUIRED');
    await cancel(water, actor);
    expect(trial.recorder.eventsOf(caseNumber, 'partCancelled')).toMatchObject([{ taskId: water.taskId, text: '该项已无必要', internal: true }]);
    await trial.seen(() => clockOf(caseNumber, water)?.state === 'stopped');
    await expect(refusalOf(complete(lead, actor))).resolves.toBe('PARTS_STILL_OPEN');
    await cancel(roads, ofArea('countyCentre', COUNTY));
    await expect(complete(lead, actor)).resolves.toMatchObject({ stage: 'verifying' });
    await expect(refusalOf(complete(water))).resolves.toBe('TASK_CLOSED');
  });

  it('is refused to whoever neither leads nor stands above, and for what is no part', async () => {
    const { lead, actor, water, roads } = await planned();
    await expect(refusalOf(cancel(water, theirs(roads)))).resolves.toBe('NOT_FROM_ABOVE');
    await expect(refusalOf(cancel(lead, actor))).resolves.toBe('STAGE_REFUSES');
  });
});

describe('改派', () => {
  it('gives a part to another unit, with a clock of its own', async () => {
    const { caseNumber, lead, actor, water } = await planned();
    await reassign(water, actor, unit('power'));
    const power = await trial.openTask(caseNumber, { unitCode: 'power' });
    expect(power).toMatchObject({ kind: 'contribute', partOf: lead.taskId });
    expect(trial.recorder.eventsOf(caseNumber, 'reassigned')).toMatchObject([{ text: '原单位无人在岗', data: { to: 'power' } }]);
    await trial.seen(() => clockOf(caseNumber, power)?.state === 'running');
    expect(clockOf(caseNumber, water)?.state).toBe('stopped');
    await expect(refusalOf(complete(water))).resolves.toBe('TASK_CLOSED');
    const elsewhere = { ...unit('x'), unitCode: undefined, roles: ['serviceTeam' as const], areaCode: '990121009001' };
    await expect(refusalOf(reassign(power, actor, elsewhere))).resolves.toBe('AREA_OUTSIDE_JURISDICTION');
  });

  it('of the county’s lead is the centre’s: another unit holds the case', async () => {
    const { workflowId: caseNumber } = await trial.start({ caseClass: 'difficult' });
    const coordinate = await trial.openTask(caseNumber, { kind: 'coordinate' });
    const { taskId, workflowId } = coordinate;
    await trial.decide(workflowId, 'assignUnits', { taskId, actor: theirs(coordinate), lead: unit('housing'), assisting: [] });
    const lead = await trial.openTask(caseNumber, { kind: 'lead' });
    await expect(refusalOf(reassign(lead, theirs(lead), unit('roads')))).resolves.toBe('NOT_FROM_ABOVE');
    await reassign(lead, ofArea('countyCentre', COUNTY), unit('roads'));
    await expect(trial.openTask(caseNumber, { kind: 'lead' })).resolves.toMatchObject({ unitCode: 'roads' });
    await trial.seen(() => trial.recorder.clocksOf(caseNumber).tier?.holder.unitCode === 'roads');
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ unitCode: 'roads' });
  });

  it('does not move who leads on a town’s path', async () => {
    const { lead } = await planned();
    const to = { title: '牵头', roles: ['townCentre' as const], areaCode: TOWN };
    await expect(refusalOf(reassign(lead, ofArea('countyCentre', COUNTY), to))).resolves.toBe('STAGE_REFUSES');
  });
});
