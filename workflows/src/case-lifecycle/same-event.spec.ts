import { ofArea, refusalOf, somebody, theirs, theResident, WorkflowTrial } from '@yiwang/testing/time-skipping';

const actor = ofArea('townCentre', '990121001');

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const begin = async () => {
  const { workflowId: caseNumber } = await trial.start();
  return { caseNumber, task: await trial.openTask(caseNumber) };
};
const merge = (caseNumber: string, into: string, reason = '同一事件') =>
  trial.decide(caseNumber, 'mergeCase', { actor, into, reason });
const join = (into: string, caseNumber: string, act: 'join' | 'leave' = 'join') =>
  trial.decide(into, 'groupMember', { actor, caseNumber, act });

/** Two cases of one event, the second merged into the first. */
async function group() {
  const [leading, member] = [await begin(), await begin()];
  await join(leading.caseNumber, member.caseNumber);
  await merge(member.caseNumber, leading.caseNumber);
  return { leading, member };
}

describe('the same event reported by many', () => {
  it('is handled once: the merged case leaves its path, its reporter is told, its clock runs on', async () => {
    const { leading, member } = await group();
    expect(trial.recorder.openTasks(member.caseNumber)).toEqual([]);
    expect(trial.recorder.caseRow(member.caseNumber)).toMatchObject({ mergedInto: leading.caseNumber, stage: 'handling' });
    expect(trial.recorder.eventsOf(member.caseNumber, 'merged')).toMatchObject([{ text: '同一事件' }]);
    expect(trial.recorder.toldReporter(member.caseNumber)).toEqual(['merged']);
    expect(trial.recorder.clocksOf(member.caseNumber).resolution?.state).toBe('running');
    expect(trial.recorder.eventsOf(leading.caseNumber, 'joined')).toMatchObject([{ data: { caseNumber: member.caseNumber } }]);
    expect(trial.recorder.openTasks(leading.caseNumber)).toHaveLength(1);
  });

  it('is answered together, at the instant of the one answer; each reporter rates for themselves', async () => {
    const { leading, member } = await group();
    await trial.answer(leading.caseNumber, 1, 'the-handler');
    await trial.seen(() => trial.recorder.timelineOf(member.caseNumber).includes('answered'));
    const { resolvedAt } = trial.recorder.caseRow(leading.caseNumber);
    expect(trial.recorder.caseRow(member.caseNumber)).toMatchObject({ stage: 'evaluating', resolvedAt });
    expect(trial.recorder.eventsOf(member.caseNumber, 'answered')).toMatchObject([
      { text: 'Mended this morning.', data: { leadingCase: leading.caseNumber } },
    ]);
    expect(trial.recorder.toldReporter(member.caseNumber)).toEqual(['merged', 'caseAnswered']);
    const byHandler = trial.rate(member.caseNumber, 'satisfied', somebody('gridMember', 'the-handler'));
    await expect(refusalOf(byHandler)).resolves.toBe('HANDLER_MAY_NOT_RATE');
    await expect(trial.rate(leading.caseNumber, 'satisfied')).resolves.toMatchObject({ stage: 'closed' });
    await expect(trial.rate(member.caseNumber, 'dissatisfied')).resolves.toEqual({ stage: 'dispatched', round: 2 });

    const second = await trial.openTask(member.caseNumber, { round: 2 });
    expect(second.excludedSubjects).toEqual(['the-handler']);
    expect(trial.recorder.caseRow(member.caseNumber)).toMatchObject({ mergedInto: null });
    const by = { amount: 1, unit: 'calendarDays' as const };
    await expect(trial.request(second, { kind: 'extension', by })).resolves.toMatchObject({ round: 2 });
  });

  it('can be separated again, and the case goes its own way with its own deadline', async () => {
    const { leading, member } = await group();
    const { resolutionDueAt } = trial.recorder.caseRow(member.caseNumber);
    await join(leading.caseNumber, member.caseNumber, 'leave');
    await trial.decide(member.caseNumber, 'separateCase', { actor, reason: '不是同一处' });
    const task = await trial.openTask(member.caseNumber, { after: member.task.taskId });
    expect(task).toMatchObject({ kind: 'handle', dueAt: resolutionDueAt });
    expect(trial.recorder.eventsOf(member.caseNumber, 'separated')).toMatchObject([{ text: '不是同一处' }]);
    await trial.answer(leading.caseNumber);
    await trial.rate(leading.caseNumber, 'satisfied');
    expect(trial.recorder.openTasks(member.caseNumber)).toHaveLength(1);
    await expect(trial.answer(member.caseNumber)).resolves.toMatchObject({ stage: 'evaluating' });
  });

  it('goes on for the others when the leading report is withdrawn', async () => {
    const { leading, member } = await group();
    await trial.decide(leading.caseNumber, 'withdrawCase', { actor: theResident, reason: '误报' });
    const task = await trial.openTask(member.caseNumber, { after: member.task.taskId });
    expect(task).toMatchObject({ kind: 'handle' });
    expect(trial.recorder.caseRow(member.caseNumber)).toMatchObject({ mergedInto: null });
  });

  it('may be withdrawn by one reporter, and the other is answered', async () => {
    const { leading, member } = await group();
    await expect(
      trial.decide(member.caseNumber, 'withdrawCase', { actor: theResident, reason: '已解决' }),
    ).resolves.toMatchObject({ stage: 'withdrawn' });
    await expect(trial.answer(leading.caseNumber)).resolves.toMatchObject({ stage: 'evaluating' });
    await expect(trial.rate(leading.caseNumber, 'satisfied')).resolves.toMatchObject({ stage: 'closed' });
  });
});

describe('a merge', () => {
  it('is refused into itself, twice, of a case that leads others, and after the answer', async () => {
    const { leading, member } = await group();
    const other = await begin();
    await expect(refusalOf(merge(other.caseNumber, other.caseNumber))).resolves.toBe('MERGE_REFUSED');
    await expect(refusalOf(merge(member.caseNumber, other.caseNumber))).resolves.toBe('MERGE_REFUSED');
    await expect(refusalOf(merge(leading.caseNumber, other.caseNumber))).resolves.toBe('MERGE_REFUSED');
    await expect(refusalOf(join(member.caseNumber, other.caseNumber))).resolves.toBe('MERGE_REFUSED');
    await expect(refusalOf(merge(other.caseNumber, leading.caseNumber, ' '))).resolves.toBe('TEXT_REQUIRED');
    const separated = trial.decide(other.caseNumber, 'separateCase', { actor, reason: '不是同一处' });
    await expect(refusalOf(separated)).resolves.toBe('MERGE_REFUSED');
    await trial.answer(other.caseNumber);
    await trial.seen(() => trial.recorder.stagesOf(other.caseNumber).includes('evaluating'));
    await expect(refusalOf(merge(other.caseNumber, leading.caseNumber))).resolves.toBe('MERGE_REFUSED');
  });

  it('takes the case from whoever had it: deciding on their task then is refused', async () => {
    const { member } = await group();
    const { taskId, workflowId } = member.task;
    const late = trial.decide(workflowId, 'acceptTask', { taskId, actor: theirs(member.task) });
    await expect(refusalOf(late)).resolves.toBe('workflow completed');
  });
});
