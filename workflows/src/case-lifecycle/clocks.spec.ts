import type { CaseLifecycleInput, LifecycleProgress } from '@yiwang/contracts/case-flow';
import { lateAgainstFirstPromise } from '@yiwang/domain/clocks';
import { ofArea, somebody, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const TOWN = '990121001';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const begin = async (given: Partial<CaseLifecycleInput> = {}) => {
  const life = await trial.start(given);
  return { life, caseNumber: life.workflowId, task: await trial.openTask(life.workflowId) };
};
const ms = (instant: string | undefined): number => Date.parse(instant ?? '');
const stepAt = (caseNumber: string, type: string): string | undefined =>
  trial.recorder.stepsOf(caseNumber).find(({ timeline }) => timeline.some((event) => event.type === type))?.at;

describe('the clock ledger', () => {
  it('gives, recomputed, the same instants as the timers in force', async () => {
    const { life, caseNumber } = await begin();
    const before = trial.recorder.clocksOf(caseNumber);
    const row = trial.recorder.caseRow(caseNumber);
    const progress = await life.query<LifecycleProgress>('progress');
    expect(progress.resolutionDueAt).toBe(before.resolution?.dueAt);
    expect(progress.responseDueAt).toBe(before.response?.dueAt);
    expect(row).toMatchObject({ resolutionDueAt: before.resolution?.dueAt, tierDueAt: before.tier?.dueAt });

    await trial.pass('121 hours');
    await trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('redCard'));
    const rung = {
      half: before.tier?.marks.half,
      yellowCard: before.tier?.marks.yellow,
      redCard: before.tier?.dueAt,
      responseOverdue: before.response?.dueAt,
      resolutionOverdue: before.resolution?.dueAt,
    };
    for (const [type, dueAt] of Object.entries(rung)) {
      const lag = ms(stepAt(caseNumber, type)) - ms(dueAt);
      expect([type, lag >= 0 && lag < 60_000]).toEqual([type, true]);
    }
  });

  it('is written entry by entry in the order in which the workflow keeps it, to the last stop', async () => {
    const { life, caseNumber } = await begin();
    await trial.answer(caseNumber);
    await trial.seen(() => trial.recorder.clocksOf(caseNumber).resolution?.state === 'stopped');
    const { resolvedAt } = trial.recorder.caseRow(caseNumber);
    expect(trial.recorder.clocksOf(caseNumber).resolution?.stoppedAt).toBe(resolvedAt);
    await trial.rate(caseNumber, 'satisfied');
    const { ledger } = await life.query<LifecycleProgress>('progress');
    expect(trial.recorder.ledgerOf(caseNumber)).toEqual(ledger);
    const { response, resolution, tier } = trial.recorder.clocksOf(caseNumber);
    expect([response, resolution, tier].map((clock) => clock?.state)).toEqual(['stopped', 'stopped', 'stopped']);
  });
});

describe('what a path tells of its clocks', () => {
  it('is written at once: the clock of a part, its stop, and a new holder', async () => {
    const { caseNumber, task } = await begin({ caseClass: 'general' });
    const parts = [{ title: '清理现场', roles: ['serviceTeam' as const], areaCode: task.areaCode }];
    await trial.decide(task.workflowId, 'planParts', { taskId: task.taskId, actor: theirs(task), parts });
    const part = await trial.openTask(caseNumber, { kind: 'contribute' });
    const reading = () => trial.recorder.clocksOf(caseNumber)[`unit:${part.taskId}`];
    await trial.seen(() => reading() !== undefined);
    expect(Math.abs(ms(reading()?.dueAt) - ms(part.dueAt))).toBeLessThan(60_000);
    const result = { taskId: part.taskId, actor: theirs(part), answer: '已清理', attachmentIds: [] };
    await trial.decide(part.workflowId, 'completeTask', result);
    await trial.seen(() => reading()?.state === 'stopped');
    const village = await begin();
    const { taskId, workflowId } = village.task;
    await trial.decide(workflowId, 'handUpTask', { taskId, actor: theirs(village.task), reason: '超出权限' });
    await trial.seen(() => trial.recorder.clocksOf(village.caseNumber).tier?.holder.tier === 'village');
  });
});

describe('the first response', () => {
  it('stops at a recorded contact: the ledger has its instant, and nothing is marked', async () => {
    const { caseNumber } = await begin();
    const contactAt = await trial.now();
    trial.recorder.contact(caseNumber, contactAt);
    await trial.pass('61 hours');
    await trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('half'));
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('responseOverdue');
    expect(trial.recorder.clocksOf(caseNumber).response).toMatchObject({ state: 'stopped', stoppedAt: contactAt });
  });

  it('does not stop at an acceptance', async () => {
    const { caseNumber, task } = await begin();
    await trial.decide(task.workflowId, 'acceptTask', { taskId: task.taskId, actor: somebody('gridMember') });
    await trial.pass('25 hours');
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ responseOverdue: true });
    expect(trial.recorder.marksOf(caseNumber)).toContainEqual(
      expect.objectContaining({ mark: 'responseOverdue', tier: 'grid', roles: ['gridMember'] }),
    );
  });
});

describe('the call-back within 30 minutes', () => {
  const policy: CaseLifecycleInput['policy'] = { version: 7, changes: { callBack: { channels: ['qr', 'phone'] } } };
  const missed = (caseNumber: string) => trial.recorder.timelineOf(caseNumber).includes('callBackMissed');

  it('is asked where the policy names the channel, and its miss is counted and told above', async () => {
    const { caseNumber } = await begin({ policy, channel: 'qr' });
    await trial.pass('1 hours');
    await trial.seen(() => missed(caseNumber));
    expect(trial.recorder.marksOf(caseNumber)).toEqual([expect.objectContaining({ mark: 'callBackMissed', clock: 'callBack' })]);
    expect(trial.recorder.noticesOf(caseNumber)).toContainEqual({
      type: 'overdue',
      to: { kind: 'position', roles: ['townCentre'], areaCode: TOWN },
      data: expect.objectContaining({ clock: 'callBack' }),
    });
    expect(trial.recorder.caseRow(caseNumber)).not.toHaveProperty('responseOverdue');
    expect(trial.recorder.ledgerOf(caseNumber).every(({ rule }) => rule === 7)).toBe(true);
  });

  it('is kept by a contact within it, and is not asked on other channels or where no channel is named', async () => {
    const kept = await begin({ policy, channel: 'phone' });
    trial.recorder.contact(kept.caseNumber, await trial.now());
    const other = await begin({ policy, channel: 'web' });
    const unnamed = await begin({ channel: 'qr' });
    await trial.pass('2 hours');
    for (const { caseNumber } of [kept, other, unnamed]) expect(missed(caseNumber)).toBe(false);
    expect(trial.recorder.clocksOf(other.caseNumber).callBack).toBeUndefined();
  });
});

describe('the resident’s deadline', () => {
  it('stays within a path, whoever holds it: only the tier’s clock has a new holder', async () => {
    const { caseNumber, task } = await begin();
    const { resolutionDueAt } = trial.recorder.caseRow(caseNumber);
    await trial.decide(task.workflowId, 'handUpTask', { taskId: task.taskId, actor: theirs(task), reason: '超出权限' });
    const next = await trial.openTask(caseNumber, { after: task.taskId });
    expect(next).toMatchObject({ tier: 'village', dueAt: resolutionDueAt });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ tier: 'village', resolutionDueAt });
    expect(trial.recorder.toldReporter(caseNumber)).toEqual([]);
  });

  it('becomes the hand-over plus the new path’s limit, with an entry, a word to the reporter, and the first promise kept', async () => {
    const { caseNumber, task } = await begin({ caseClass: 'general' });
    const first = trial.recorder.caseRow(caseNumber).resolutionDueAt;
    await trial.pass('24 hours');
    await trial.decide(task.workflowId, 'handUpTask', { taskId: task.taskId, actor: theirs(task), reason: '超出权限' });
    await trial.openTask(caseNumber, { after: task.taskId, kind: 'lead' });

    const { resolution, tier } = trial.recorder.clocksOf(caseNumber);
    const entry = trial.recorder.ledgerOf(caseNumber).find(({ kind }) => kind === 'handOver');
    expect(entry).toMatchObject({ path: 'villageTownJoint', limit: { amount: 10, unit: 'workingDays' } });
    expect(ms(resolution?.dueAt)).toBeGreaterThan(ms(entry?.at) + 10 * DAY - HOUR);
    expect(resolution).toMatchObject({ firstDueAt: first, dueAt: trial.recorder.caseRow(caseNumber).resolutionDueAt });
    expect(tier?.dueAt).toBe(resolution?.dueAt);
    const moved = trial.recorder.noticesOf(caseNumber).filter(({ type }) => type === 'deadlineMoved');
    expect(moved).toEqual([
      { type: 'deadlineMoved', to: { kind: 'reporter' }, data: { caseNumber, round: 1, dueAt: resolution?.dueAt } },
    ]);
    expect(resolution && lateAgainstFirstPromise(resolution, ms(first) + 1)).toBe(true);
  });

  it('follows a reclassification to another path, by somebody above and with one word to the reporter', async () => {
    const { caseNumber, task } = await begin();
    await trial.decide(caseNumber, 'reclassifyCase', {
      actor: ofArea('townCentre', TOWN),
      caseClass: 'major',
      path: 'villageTownJoint',
      reason: '涉及面广',
    });
    const lead = await trial.openTask(caseNumber, { after: task.taskId, kind: 'lead' });
    const { resolution } = trial.recorder.clocksOf(caseNumber);
    expect(lead.dueAt).toBe(resolution?.dueAt);
    expect(trial.recorder.eventsOf(caseNumber, 'reclassified')).toMatchObject([
      { text: '涉及面广', data: { caseClass: 'major', path: 'villageTownJoint' } },
    ]);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ caseClass: 'major', path: 'villageTownJoint' });
    const told = trial.recorder.noticesOf(caseNumber).filter(({ type }) => type === 'deadlineMoved');
    expect(told.map(({ data }) => data['dueAt'])).toEqual([resolution?.dueAt]);
    expect(trial.recorder.openTasks(caseNumber)).toHaveLength(1);
  });

  it('is that from the start of the clocks when only the class changes', async () => {
    const { caseNumber, task } = await begin({ caseClass: 'major' });
    const first = trial.recorder.caseRow(caseNumber).resolutionDueAt;
    await trial.pass('48 hours');
    const actor = ofArea('countyCentre', '990121');
    await trial.decide(caseNumber, 'reclassifyCase', { actor, caseClass: 'general', path: 'villageTownJoint', reason: '事项较轻' });
    expect(trial.recorder.ledgerOf(caseNumber).at(-1)).toMatchObject({ kind: 'reclassify' });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ caseClass: 'general', resolutionDueAt: first });
    expect(trial.recorder.openTasks(caseNumber).map(({ taskId }) => taskId)).toContain(task.taskId);
  });
});

describe('lateness', () => {
  it('is judged by when the answer was given, not by when it is verified', async () => {
    const { caseNumber, task } = await begin({ caseClass: 'major' });
    trial.recorder.contact(caseNumber, await trial.now());
    await trial.pass('9 days');
    await trial.answer(caseNumber, 1);
    const verify = await trial.openTask(caseNumber, { kind: 'verify' });
    await trial.pass('4 days');
    const { taskId, workflowId } = verify;
    await trial.decide(workflowId, 'verifyTask', { taskId, actor: theirs(verify), passed: true, findings: '已修好', attachmentIds: [] });
    await trial.rate(caseNumber, 'satisfied');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('resolutionOverdue');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('redCard');
    expect(task.kind).toBe('lead');
  });

  it('is marked once, and the answer that follows takes it neither back nor counts it again', async () => {
    const { caseNumber } = await begin();
    await trial.pass('121 hours');
    await trial.answer(caseNumber);
    await trial.rate(caseNumber, 'satisfied');
    const late = trial.recorder.marksOf(caseNumber).filter(({ mark }) => mark.endsWith('Overdue'));
    expect(late.map(({ mark }) => mark).sort()).toEqual(['resolutionOverdue', 'responseOverdue']);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ responseOverdue: true, resolutionOverdue: true });
  });
});
