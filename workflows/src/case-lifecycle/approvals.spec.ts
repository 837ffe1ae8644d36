import type { CaseLifecycleInput, Limit } from '@yiwang/contracts/case-flow';
import { ofArea, refusalOf, somebody, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const TOWN = '990121001';
const COUNTY = '990121';
const DAY = 86_400_000;
const days = (amount: number): { kind: 'extension'; by: Limit } => ({ kind: 'extension', by: { amount, unit: 'calendarDays' } });

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

describe('an extension', () => {
  it('of the first day is granted at once; the resident reads why and until when', async () => {
    const { caseNumber, task } = await begin();
    const before = dueOf(caseNumber);
    await trial.request(task, days(1), theirs(task), '等待配件到货');
    expect(dueOf(caseNumber)).toBe(before + DAY);
    const [extended] = trial.recorder.eventsOf(caseNumber, 'extended');
    expect(extended).toMatchObject({ text: '等待配件到货', data: { dueAt: new Date(before + DAY).toISOString() } });
    expect(extended?.internal).toBeUndefined();
    expect(trial.recorder.toldReporter(caseNumber)).toEqual(['deadlineMoved']);
    expect(trial.recorder.clocksOf(caseNumber).resolution).toMatchObject({
      firstDueAt: new Date(before).toISOString(),
      extensions: 1,
    });
    expect(trial.recorder.stepsOf(caseNumber).at(-1)?.leadDueAt).toBe(new Date(before + DAY).toISOString());
  });

  it('of more is decided by the level above, and moves nothing before that', async () => {
    const { caseNumber, task } = await begin();
    const before = dueOf(caseNumber);
    await trial.request(task, days(3));
    const approval = await trial.openTask(caseNumber, { kind: 'approve' });
    expect(approval).toMatchObject({ roles: ['townCentre'], areaCode: TOWN, tier: 'town', partOf: task.taskId });
    expect(dueOf(caseNumber)).toBe(before);
    await trial.approve(caseNumber);
    expect(dueOf(caseNumber)).toBe(before + 3 * DAY);
    expect(trial.recorder.ledgerOf(caseNumber).at(-1)).toMatchObject({ kind: 'extend', by: days(3).by });
  });

  it('that is refused moves nothing; whoever asked is told', async () => {
    const { caseNumber, task } = await begin();
    const before = dueOf(caseNumber);
    const asking = theirs(task);
    await trial.request(task, days(3), asking);
    await trial.approve(caseNumber, false);
    expect(dueOf(caseNumber)).toBe(before);
    expect(trial.recorder.timelineOf(caseNumber).slice(-1)).toEqual(['approvalRefused']);
    expect(trial.recorder.noticesOf(caseNumber).at(-1)).toMatchObject({
      type: 'requestDecided',
      to: { kind: 'position', roles: ['gridMember'], subjects: [asking.subject] },
      data: { granted: 0 },
    });
    expect(trial.recorder.toldReporter(caseNumber)).toEqual([]);
  });

  it('asked in time counts although it is granted after the deadline', async () => {
    const { caseNumber, task } = await begin();
    const before = dueOf(caseNumber);
    await trial.pass('119 hours');
    await trial.request(task, days(2));
    await trial.pass('2 hours');
    await trial.approve(caseNumber);
    expect(dueOf(caseNumber)).toBe(before + 2 * DAY);
  });

  it('is refused after the deadline, a second time on one path, and beyond the path’s cap', async () => {
    const long = await begin();
    await expect(refusalOf(trial.request(long.task, days(6)))).resolves.toBe('EXTENSION_TOO_LONG');
    await expect(refusalOf(trial.request(long.task, days(0)))).resolves.toBe('EXTENSION_TOO_LONG');

    const spent = await begin();
    await trial.request(spent.task, days(1));
    await expect(refusalOf(trial.request(spent.task, days(1)))).resolves.toBe('EXTENSION_SPENT');

    const late = await begin();
    await trial.pass('121 hours');
    await expect(refusalOf(trial.request(late.task, days(1)))).resolves.toBe('EXTENSION_TOO_LATE');
  });

  it('is one for the path, whoever holds it there', async () => {
    const { caseNumber, task } = await begin();
    await trial.request(task, days(1));
    await trial.decide(task.workflowId, 'handUpTask', { taskId: task.taskId, actor: theirs(task), reason: '超出权限' });
    const next = await trial.openTask(caseNumber, { after: task.taskId });
    await expect(refusalOf(trial.request(next, days(1)))).resolves.toBe('EXTENSION_SPENT');
  });

  it('may be asked for in working days on a path that has needed no calendar', async () => {
    const { caseNumber, task } = await begin();
    const before = dueOf(caseNumber);
    await trial.request(task, { kind: 'extension', by: { amount: 1, unit: 'workingDays' } });
    await trial.approve(caseNumber);
    expect(dueOf(caseNumber)).toBeGreaterThan(before);
  });

  it('of a part moves that part’s clock alone', async () => {
    const { caseNumber, task } = await begin({ caseClass: 'general' });
    const before = dueOf(caseNumber);
    const parts = [{ title: '清理现场', roles: ['serviceTeam' as const], areaCode: task.areaCode }];
    await trial.decide(task.workflowId, 'planParts', { taskId: task.taskId, actor: theirs(task), parts });
    const part = await trial.openTask(caseNumber, { kind: 'contribute' });
    await trial.seen(() => trial.recorder.openTasks(caseNumber).length === 2);
    await trial.request(part, days(1));
    expect(dueOf(caseNumber)).toBe(before);
    expect(trial.recorder.stepsOf(caseNumber).at(-1)?.partDueAt).toEqual({
      taskId: part.taskId,
      dueAt: new Date(Date.parse(part.dueAt) + DAY).toISOString(),
    });
    expect(trial.recorder.toldReporter(caseNumber)).toEqual([]);
    await expect(refusalOf(trial.request(part, days(1)))).resolves.toBe('EXTENSION_SPENT');
    await trial.request(task, days(1));
    expect(dueOf(caseNumber)).toBe(before + DAY);
  });
});

describe('a request', () => {
  it('is never decided by whoever made it, nor by anybody else than the level above', async () => {
    const { caseNumber, task } = await begin();
    await trial.request(task, days(3), theirs(task, 'both-hats'));
    const own = trial.approve(caseNumber, true, ofArea('townCentre', TOWN, 'both-hats'));
    await expect(refusalOf(own)).resolves.toBe('APPROVAL_OWN_REQUEST');
    await expect(refusalOf(trial.approve(caseNumber, true, somebody('villageSecretary')))).resolves.toBe('TASK_NOT_YOURS');
  });

  it('is not made again while it is open, and needs a reason', async () => {
    const { task } = await begin();
    await expect(refusalOf(trial.request(task, days(3), theirs(task), ' '))).resolves.toBe('TEXT_REQUIRED');
    await trial.request(task, days(3));
    await expect(refusalOf(trial.request(task, days(2)))).resolves.toBe('APPROVAL_PENDING');
  });

  it('is overtaken by the answer: deciding on it then is refused', async () => {
    const { caseNumber, task } = await begin();
    await trial.request(task, days(3));
    const approval = await trial.openTask(caseNumber, { kind: 'approve' });
    await trial.answer(caseNumber);
    await trial.rate(caseNumber, 'satisfied');
    const { taskId } = approval;
    const late = trial.decide(caseNumber, 'decideApproval', { taskId, actor: theirs(approval), granted: true, reason: '同意' });
    await expect(refusalOf(late)).resolves.toMatch(/workflow completed|CASE_CLOSED|TASK_CLOSED/);
    expect(trial.recorder.openTasks(caseNumber)).toEqual([]);
  });

  it('that nobody answers goes up, and is refused where nobody is left', async () => {
    const { caseNumber, task } = await begin({ caseClass: 'major' });
    const before = dueOf(caseNumber);
    const asking = theirs(task);
    await trial.request(task, days(3), asking);
    const first = await trial.openTask(caseNumber, { kind: 'approve' });
    expect(first).toMatchObject({ roles: ['countyCentre'], areaCode: COUNTY });
    await trial.pass('49 hours');
    const second = await trial.openTask(caseNumber, { kind: 'approve', after: first.taskId });
    expect(second).toMatchObject({ roles: ['leader'], areaCode: COUNTY, excludedSubjects: [asking.subject] });
    await trial.pass('49 hours');
    await trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('approvalRefused'));
    expect(trial.recorder.eventsOf(caseNumber, 'approvalMovedUp')).toHaveLength(1);
    expect(trial.recorder.openTasks(caseNumber).filter(({ kind }) => kind === 'approve')).toEqual([]);
    expect(dueOf(caseNumber)).toBe(before);
    expect(trial.recorder.noticesOf(caseNumber)).toContainEqual(
      expect.objectContaining({ type: 'requestDecided', to: expect.objectContaining({ subjects: [asking.subject] }) }),
    );
  });
});
