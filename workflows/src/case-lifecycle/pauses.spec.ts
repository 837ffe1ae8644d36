import type { CaseLifecycleInput, Limit, OpenedTask } from '@yiwang/contracts/case-flow';
import { reckon } from '@yiwang/domain/clocks';
import { ofArea, refusalOf, somebody, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const TOWN = '990121001';
const HOUR = 3_600_000;
const days = (amount: number): { kind: 'pause'; by: Limit } => ({ kind: 'pause', by: { amount, unit: 'calendarDays' } });

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const begin = async (given: Partial<CaseLifecycleInput> = {}) => {
  const { workflowId: caseNumber } = await trial.start(given);
  return { caseNumber, task: await trial.openTask(caseNumber) };
};
const dueOf = (caseNumber: string): number => Date.parse(trial.recorder.caseRow(caseNumber).resolutionDueAt ?? '');
const resumed = (caseNumber: string) => trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('resumed'));
const resume = (caseNumber: string, actor = ofArea('townCentre', TOWN)) =>
  trial.decide(caseNumber, 'resumeCase', { actor, reason: '居民已补充材料' });
const around = (actualMs: number, hours: number): boolean => Math.abs(actualMs - hours * HOUR) < HOUR / 10;

describe('waiting for the resident', () => {
  it('stands the clocks, ends by itself, and moves the deadline by as long as it stood; the reporter is told both', async () => {
    const { caseNumber, task } = await begin();
    const before = dueOf(caseNumber);
    await trial.request(task, days(1), theirs(task), '请补充发票');
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ paused: 'waitingForResident' });
    expect(trial.recorder.eventsOf(caseNumber, 'paused')).toMatchObject([{ text: '请补充发票' }]);
    await trial.pass('25 hours');
    await resumed(caseNumber);
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('responseOverdue');
    expect(around(dueOf(caseNumber) - before, 24)).toBe(true);
    expect(trial.recorder.toldReporter(caseNumber)).toEqual(['casePaused', 'caseResumed']);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ paused: null });
    const { resolution } = trial.recorder.clocksOf(caseNumber);
    expect(resolution).toMatchObject({ dueAt: new Date(dueOf(caseNumber)).toISOString(), firstDueAt: new Date(before).toISOString() });
  });

  it('for more than a day is for the level above to grant', async () => {
    const { caseNumber, task } = await begin();
    await trial.request(task, days(3));
    expect(trial.recorder.caseRow(caseNumber).paused).toBeUndefined();
    await expect(trial.openTask(caseNumber, { kind: 'approve' })).resolves.toMatchObject({ roles: ['townCentre'] });
    await trial.approve(caseNumber);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ paused: 'waitingForResident' });
  });

  it('ends when the resident adds something', async () => {
    const { caseNumber, task } = await begin();
    const before = dueOf(caseNumber);
    await trial.request(task, days(1));
    await trial.pass('10 hours');
    await trial.client.getHandle(caseNumber).signal('residentAdded');
    await resumed(caseNumber);
    expect(around(dueOf(caseNumber) - before, 10)).toBe(true);
  });

  it('ends by the word of whoever holds the case or stands above, and of nobody else', async () => {
    const { caseNumber, task } = await begin();
    await expect(refusalOf(resume(caseNumber))).resolves.toBe('CASE_NOT_PAUSED');
    await trial.request(task, days(1));
    await expect(refusalOf(resume(caseNumber, somebody('villagePolice')))).resolves.toBe('NOT_FROM_ABOVE');
    await expect(refusalOf(resume(caseNumber, ofArea('townCentre', '990121009')))).resolves.toBe('NOT_FROM_ABOVE');
    await expect(refusalOf(trial.request(task, days(1)))).resolves.toBe('CASE_ALREADY_PAUSED');
    await resume(caseNumber, theirs(task));
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ paused: null });
    expect(trial.recorder.eventsOf(caseNumber, 'resumed')).toMatchObject([{ text: '居民已补充材料' }]);
  });

  it('takes five days in all at most', async () => {
    const { caseNumber, task } = await begin();
    await expect(refusalOf(trial.request(task, days(6)))).resolves.toBe('PAUSE_TOO_LONG');
    await trial.request(task, days(3));
    await trial.approve(caseNumber);
    await trial.pass('73 hours');
    await resumed(caseNumber);
    await expect(refusalOf(trial.request(task, days(3)))).resolves.toBe('PAUSE_TOO_LONG');
    await trial.request(task, { kind: 'pause', by: { amount: 47, unit: 'hours' } });
    await trial.approve(caseNumber);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ paused: 'waitingForResident' });
  });

  it('holds nobody up: an answer ends it, and the next round’s clocks run', async () => {
    const { caseNumber, task } = await begin();
    await trial.request(task, days(1));
    await trial.answer(caseNumber);
    await trial.rate(caseNumber, 'dissatisfied');
    await trial.openTask(caseNumber, { round: 2 });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ paused: null });
    const { resolution, tier } = trial.recorder.clocksOf(caseNumber);
    expect([resolution?.state, tier?.state]).toEqual(['running', 'running']);
  });
});

describe('a suspension', () => {
  const reviewIn = async (inDays: number): Promise<{ kind: 'suspension'; reviewAt: string }> => ({
    kind: 'suspension',
    reviewAt: new Date(Date.parse(await trial.now()) + inDays * 24 * HOUR).toISOString(),
  });
  const answer = (task: OpenedTask) =>
    trial.decide(task.workflowId, 'completeTask', {
      taskId: task.taskId,
      actor: theirs(task),
      answer: '已修复',
      attachmentIds: [],
    });

  it.each([91, -1])('is refused with a review date %i days ahead', async (ahead) => {
    const { task } = await begin();
    await expect(refusalOf(trial.request(task, await reviewIn(ahead)))).resolves.toBe('REVIEW_DATE_INVALID');
  });

  it('is approved by the county; meanwhile no work is done, the clocks stand, and the stage says so', async () => {
    const { caseNumber, task } = await begin();
    const asked = await reviewIn(20);
    await trial.request(task, asked, theirs(task), '等待上级规划批复');
    await expect(trial.openTask(caseNumber, { kind: 'approve' })).resolves.toMatchObject({ roles: ['countyCentre'] });
    await trial.approve(caseNumber);
    const suspended = { stage: 'suspended', paused: 'suspended', reviewAt: asked.reviewAt };
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject(suspended);
    expect(trial.recorder.eventsOf(caseNumber, 'suspended')).toMatchObject([
      { text: '等待上级规划批复', data: { until: asked.reviewAt, stage: 'suspended' } },
    ]);
    expect(trial.recorder.toldReporter(caseNumber)).toEqual(['caseSuspended']);
    await expect(refusalOf(answer(task))).resolves.toBe('CASE_HELD');
    await expect(refusalOf(trial.request(task, days(1)))).resolves.toBe('CASE_HELD');
    await trial.pass('10 days');
    expect(trial.recorder.marksOf(caseNumber)).toEqual([]);
  });

  it('reopens by itself on its review date, apart from the five days of waiting for the resident', async () => {
    const { caseNumber, task } = await begin();
    const before = dueOf(caseNumber);
    await trial.request(task, await reviewIn(30));
    await trial.approve(caseNumber);
    await trial.pass('31 days');
    await resumed(caseNumber);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ stage: 'received', paused: null, reviewAt: null });
    expect(around(dueOf(caseNumber) - before, 30 * 24)).toBe(true);
    expect(trial.recorder.toldReporter(caseNumber)).toEqual(['caseSuspended', 'caseResumed']);
    const { waitedForResidentMs, suspendedMs } = reckon(trial.recorder.ledgerOf(caseNumber), trial.recorder.calendar);
    expect([waitedForResidentMs, around(suspendedMs, 30 * 24)]).toEqual([0, true]);
    await trial.request(task, days(1));
    await expect(answer(task)).resolves.toMatchObject({ stage: 'evaluating' });
  });

  it('holds a desk’s work too, and ends before its date by the word of the level above', async () => {
    const { caseNumber, task: desk } = await begin({ areaCode: TOWN });
    await trial.request(desk, await reviewIn(30));
    await trial.approve(caseNumber);
    const dispatch = () =>
      trial.decide(caseNumber, 'dispatchCase', {
        taskId: desk.taskId,
        actor: theirs(desk),
        decision: { kind: 'dispatch', areaCode: '990121001002' },
      });
    await expect(refusalOf(dispatch())).resolves.toBe('CASE_HELD');
    await resume(caseNumber, ofArea('countyCentre', '990121'));
    await expect(dispatch()).resolves.toMatchObject({ stage: 'dispatched' });
  });
});
