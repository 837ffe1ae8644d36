import type { CaseLifecycleInput, Limit, Requested } from '@yiwang/contracts/case-flow';
import { refusalOf, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const COUNTY = '990121';
const days = (kind: 'extension' | 'pause', amount: number, unit: Limit['unit'] = 'calendarDays'): Requested => ({ kind, by: { amount, unit } });

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const begin = async (given: Partial<CaseLifecycleInput> = {}) => {
  const { workflowId: caseNumber } = await trial.start(given);
  const task = await trial.openTask(caseNumber);
  trial.recorder.contact(caseNumber, await trial.now());
  return { caseNumber, task };
};
const happened = (caseNumber: string, type: Parameters<typeof trial.recorder.eventsOf>[1]) =>
  trial.seen(() => trial.recorder.eventsOf(caseNumber, type).length > 0);

describe('a request of the former holder', () => {
  it.each([
    ['within the path', {}],
    ['to another path', { caseClass: 'general' as const }],
  ])('lapses with a hand-over %s: whoever asked is told, the new holder has an extension of their own', async (_, given) => {
    const { caseNumber, task } = await begin(given);
    const asking = theirs(task, 'asks');
    await trial.request(task, days('extension', 3), asking);
    const approval = await trial.openTask(caseNumber, { kind: 'approve' });
    await trial.decide(task.workflowId, 'handUpTask', { taskId: task.taskId, actor: asking, reason: '无权限' });
    await happened(caseNumber, 'approvalRefused');
    expect(trial.recorder.eventsOf(caseNumber, 'approvalRefused')).toMatchObject([{ taskId: approval.taskId, data: { lapsed: true } }]);
    expect(trial.recorder.noticesOf(caseNumber)).toContainEqual(
      expect.objectContaining({ type: 'requestDecided', to: expect.objectContaining({ subjects: ['asks'] }) }),
    );
    const decided = trial.decide(caseNumber, 'decideApproval', { taskId: approval.taskId, actor: theirs(approval), granted: true, reason: '同意' });
    await expect(refusalOf(decided)).resolves.toBe('TASK_CLOSED');
    const next = await trial.openTask(caseNumber, { after: task.taskId });
    await trial.request(next, days('extension', 3, next.kind === 'lead' ? 'workingDays' : 'calendarDays'));
    await expect(trial.openTask(caseNumber, { kind: 'approve' })).resolves.toMatchObject({ partOf: next.taskId });
  });
});

describe('after the red card', () => {
  it('a pause is not granted by itself, and does not keep the task from moving up while nobody has approved it', async () => {
    const { caseNumber, task } = await begin();
    await trial.pass('121 hours');
    await happened(caseNumber, 'redCard');
    await trial.request(task, days('pause', 1));
    expect(trial.recorder.caseRow(caseNumber).paused ?? null).toBeNull();
    await expect(trial.openTask(caseNumber, { kind: 'approve' })).resolves.toMatchObject({ roles: ['townCentre'] });
    await trial.pass('24 hours');
    await happened(caseNumber, 'movedUp');
  });

  it('a pause that the level above approves stands the clock', async () => {
    const { caseNumber, task } = await begin();
    await trial.pass('121 hours');
    await happened(caseNumber, 'redCard');
    await trial.request(task, days('pause', 1));
    await trial.approve(caseNumber);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ paused: 'waitingForResident' });
    await trial.pass('23 hours');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('movedUp');
  });

  it('an extension that was asked for in time brings the colour back; the card stays counted, and a second one is counted too', async () => {
    const { caseNumber, task } = await begin();
    await trial.pass('119 hours');
    await happened(caseNumber, 'yellowCard');
    await trial.request(task, days('extension', 5));
    await trial.pass('2 hours');
    await happened(caseNumber, 'redCard');
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ card: 'red' });
    await trial.approve(caseNumber);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ card: 'none' });
    const red = () => trial.recorder.marksOf(caseNumber).filter(({ mark }) => mark === 'red');
    expect(red()).toHaveLength(1);
    await trial.pass('120 hours');
    await trial.seen(() => red().length === 2);
    expect(new Set(red().map(({ key }) => key)).size).toBe(2);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ card: 'red' });
  });
});

describe('an assisting unit that waits', () => {
  it('stands its own part, not the case nor the other parts', async () => {
    const { caseNumber, task } = await begin({ caseClass: 'difficult' });
    const unit = (unitCode: string) => ({ title: unitCode, roles: ['departmentHandler' as const], areaCode: COUNTY, unitCode, limit: { amount: 4, unit: 'workingDays' as const } });
    const assigned = { taskId: task.taskId, actor: theirs(task), lead: unit('housing'), assisting: [unit('water'), unit('power')] };
    await trial.decide(task.workflowId, 'assignUnits', assigned);
    const [water, power] = [await trial.openTask(caseNumber, { unitCode: 'water' }), await trial.openTask(caseNumber, { unitCode: 'power' })];
    const dueOf = (taskId: string) => Date.parse(trial.recorder.clocksOf(caseNumber)[`unit:${taskId}`]?.dueAt ?? '');
    await trial.seen(() => dueOf(power.taskId) > 0);
    const before = { water: dueOf(water.taskId), power: dueOf(power.taskId), row: trial.recorder.caseRow(caseNumber).resolutionDueAt };
    await trial.request(water, days('pause', 1), theirs(water), '等待群众提供图纸');
    expect(dueOf(water.taskId) - before.water).toBe(86_400_000);
    expect(dueOf(power.taskId)).toBe(before.power);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ resolutionDueAt: before.row });
    expect(trial.recorder.caseRow(caseNumber).paused ?? null).toBeNull();
    expect(trial.recorder.clocksOf(caseNumber).tier?.state).toBe('running');
    await expect(refusalOf(trial.request(water, days('pause', 1)))).resolves.toBe('CASE_ALREADY_PAUSED');
  });
});
