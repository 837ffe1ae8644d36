import { Worker } from '@temporalio/worker';
import { SIGNALS, type CaseStep, type LifecycleProgress } from '@yiwang/contracts/case-flow';
import {
  bundleFromSources,
  historyFromPlain,
  historyToPlain,
  ofArea,
  theirs,
  WorkflowTrial,
} from '@yiwang/testing/time-skipping';

const COUNTY = '990121';
const LEADER = ofArea('leader', COUNTY, 'leader');
/** Longer than the engine lets a workflow task wait before it goes on in the next one (8 s). */
const OUTLASTS_MS = 9_500;

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const urge = (caseNumber: string) => trial.decide(caseNumber, 'superviseCase', { actor: LEADER, act: 'urge', reason: '尽快办理' });
const historyOf = async (workflowId: string) => historyToPlain(await trial.client.getHandle(workflowId).fetchHistory());
/** What the engine was told to do and what happened, in their order. */
async function eventsOf(workflowId: string): Promise<string[]> {
  const { events } = (await historyOf(workflowId)) as { events: { eventType: string }[] };
  return events.map(({ eventType }) => eventType.replace('EVENT_TYPE_', ''));
}
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const count = (events: string[], type: string): number => events.filter((event) => event === type).length;

describe('what a case asks of the engine', () => {
  it('keeps its timer while the same instant is the next', async () => {
    const { workflowId } = await trial.start();
    await trial.openTask(workflowId);
    await urge(workflowId);
    await urge(workflowId);
    const events = await eventsOf(workflowId);
    expect([count(events, 'TIMER_STARTED'), count(events, 'TIMER_CANCELED')]).toEqual([1, 0]);
  });

  it('arms it anew for something that comes sooner, and that rings', async () => {
    const policy = { version: 2, changes: { orderFeedback: { amount: 30, unit: 'minutes' as const } } };
    const { workflowId } = await trial.start({ policy });
    await trial.openTask(workflowId);
    await trial.decide(workflowId, 'superviseCase', { actor: LEADER, act: 'order', reason: '限时反馈' });
    await urge(workflowId);
    await trial.pass('1 hours');
    expect(trial.recorder.timelineOf(workflowId)).toContain('orderOverdue');
    const events = await eventsOf(workflowId);
    expect([count(events, 'TIMER_CANCELED'), count(events, 'TIMER_FIRED')]).toEqual([1, 1]);
  });

  it('goes on as it was for a run that began before that', async () => {
    const { workflowId } = await trial.start({ since: undefined });
    await trial.openTask(workflowId);
    await urge(workflowId);
    const events = await eventsOf(workflowId);
    expect([count(events, 'TIMER_STARTED'), count(events, 'TIMER_CANCELED')]).toEqual([2, 1]);
  });

  it('lets an assignment be one word to the lifecycle', async () => {
    const { workflowId: caseNumber } = await trial.start({ caseClass: 'difficult' });
    const task = await trial.openTask(caseNumber, { kind: 'coordinate' });
    const lead = { title: '主办', roles: ['departmentHandler' as const], areaCode: COUNTY, unitCode: 'housing' };
    await trial.decide(task.workflowId, 'assignUnits', { taskId: task.taskId, actor: theirs(task), lead, assisting: [] });
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)['unit:acceptance']?.state === 'stopped');
    expect(count(await eventsOf(caseNumber), 'WORKFLOW_EXECUTION_SIGNALED')).toBe(1);
  });

  it('answers whoever accepts before the lifecycle has heard of it, and it hears of it', async () => {
    const { workflowId: caseNumber } = await trial.start({ caseClass: 'major' });
    const task = await trial.openTask(caseNumber, { kind: 'lead' });
    await trial.decide(task.workflowId, 'acceptTask', { taskId: task.taskId, actor: theirs(task) });
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)['unit:acceptance']?.state === 'stopped');
    const events = await eventsOf(task.workflowId);
    expect(events.indexOf('WORKFLOW_EXECUTION_UPDATE_COMPLETED')).toBeLessThan(events.indexOf('EXTERNAL_WORKFLOW_EXECUTION_SIGNALED'));
  });

  it('can be replayed, case and path, where signals came while slow recordings outlasted their workflow tasks', async () => {
    const { workflowId } = await trial.start();
    const task = await trial.openTask(workflowId);
    await trial.hasRun(task.workflowId);
    const release = trial.recorder.hold();
    const accepted = trial.decide(task.workflowId, 'acceptTask', { taskId: task.taskId, actor: theirs(task) });
    const urged = urge(workflowId);
    await wait(OUTLASTS_MS / 4);
    await trial.client.getHandle(workflowId).signal(SIGNALS.pathMoved, { handlers: ['somebody'] });
    await trial.client.getHandle(task.workflowId).signal(SIGNALS.pathTold, { escalate: { reason: '逾期' } });
    await wait((OUTLASTS_MS * 3) / 4);
    release();
    await Promise.all([urged, accepted]);
    await trial.openTask(workflowId, { after: task.taskId });
    const workflowBundle = await bundleFromSources();
    for (const id of [workflowId, task.workflowId]) {
      const replay = Worker.runReplayHistory({ workflowBundle }, historyFromPlain(await historyOf(id)), id);
      await expect(replay).resolves.toBeUndefined();
    }
  }, 60_000);
});

describe('a step that was written before the engine heard of it', () => {
  it('leaves the engine with the instant that stands, in the ledger and in what it says that it recorded', async () => {
    const { workflowId: caseNumber } = await trial.start();
    const task = await trial.openTask(caseNumber);
    const stoodSince = new Date(Date.parse(await trial.now()) - 5_000).toISOString();
    trial.recorder.findNextWritten(stoodSince);
    const answer = { taskId: task.taskId, actor: theirs(task), answer: '已修复', attachmentIds: [] };
    await trial.decide(task.workflowId, 'completeTask', answer);
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)['resolution']?.state === 'stopped');
    expect(trial.recorder.clocksOf(caseNumber)['resolution']?.stoppedAt).toBe(stoodSince);
    const recorded = await trial.client.getHandle(task.workflowId).query<CaseStep[]>('recordedSteps');
    expect(recorded).toEqual(trial.recorder.stepsOf(caseNumber).filter(({ stepId }) => stepId.startsWith(task.workflowId)));
  });

  it('is entered in the ledger as it stands where the lifecycle wrote it', async () => {
    const { workflowId: caseNumber } = await trial.start();
    const task = await trial.openTask(caseNumber);
    const stoodSince = new Date(Date.parse(await trial.now()) - 5_000).toISOString();
    trial.recorder.findNextWritten(stoodSince);
    await trial.request(task, { kind: 'pause', by: { amount: 1, unit: 'hours' } });
    const { ledger } = await trial.client.getHandle(caseNumber).query<LifecycleProgress>('progress');
    expect(ledger).toEqual(trial.recorder.ledgerOf(caseNumber));
    expect(ledger.at(-1)).toMatchObject({ kind: 'pause', at: stoodSince });
  });
});
