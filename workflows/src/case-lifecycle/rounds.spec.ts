import { randomUUID } from 'node:crypto';
import type { CarriedCourse, CaseLifecycleInput } from '@yiwang/contracts/case-flow';
import { refusalOf, somebody, theirs, theResident, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const TOWN = '990121001';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const dissatisfied = async (given: Partial<CaseLifecycleInput>) => {
  const { workflowId: caseNumber } = await trial.start(given);
  await trial.answer(caseNumber, 1, 'first-handler');
  await trial.rate(caseNumber, 'dissatisfied');
  return trial.openTask(caseNumber, { round: 2 });
};

describe('a new round', () => {
  it('starts round two with another handler and round three at the town, then ends', async () => {
    const life = await trial.start();
    const caseNumber = life.workflowId;
    await trial.answer(caseNumber, 1, 'first-handler');
    await expect(trial.rate(caseNumber, 'dissatisfied')).resolves.toEqual({ stage: 'dispatched', round: 2 });

    const second = await trial.openTask(caseNumber, { round: 2 });
    expect(second).toMatchObject({
      roles: ['villageSecretary', 'villagePolice', 'stationedCadre'],
      areaCode: VILLAGE,
      excludedSubjects: ['first-handler'],
    });
    const again = trial.answer(caseNumber, 2, 'first-handler');
    await expect(refusalOf(again)).resolves.toBe('TASK_NOT_YOURS');
    await trial.answer(caseNumber, 2, 'second-handler');
    await trial.rate(caseNumber, 'dissatisfied');

    const third = await trial.openTask(caseNumber, { round: 3 });
    expect(third).toMatchObject({ kind: 'lead', roles: ['townCentre'], areaCode: TOWN });
    expect(third.excludedSubjects).toEqual(['first-handler', 'second-handler']);
    await trial.answer(caseNumber, 3);
    await expect(trial.rate(caseNumber, 'dissatisfied')).resolves.toEqual({ stage: 'closed', round: 3 });
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'roundsExhausted', round: 3 });
    expect(new Set(trial.recorder.stepsOf(caseNumber).flatMap((s) => s.openedTasks.map((t) => t.taskId))).size).toBe(3);
  });

  it('gives the new round a limit of its own, which can be missed', async () => {
    const { workflowId: caseNumber } = await trial.start();
    await trial.answer(caseNumber, 1);
    await trial.pass('6 days');
    await trial.rate(caseNumber, 'dissatisfied');
    await trial.openTask(caseNumber, { round: 2 });
    await trial.pass('4 days');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('resolutionOverdue');
    await trial.pass('2 days');
    expect(trial.recorder.timelineOf(caseNumber)).toContain('resolutionOverdue');
  });

  it('keeps the records of the earlier ones, takes the answer back, and tells the reporter the new deadline', async () => {
    const { workflowId: caseNumber } = await trial.start();
    await trial.answer(caseNumber, 1);
    await trial.rate(caseNumber, 'dissatisfied');
    const task = await trial.openTask(caseNumber, { round: 2 });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ resolvedAt: null, round: 2, card: 'none', rating: 'dissatisfied' });
    expect(trial.recorder.eventsOf(caseNumber, 'answered')).toHaveLength(1);
    expect(trial.recorder.toldReporter(caseNumber)).toEqual(['caseAnswered', 'newRound', 'deadlineMoved']);
    const { resolution } = trial.recorder.clocksOf(caseNumber);
    expect(resolution).toMatchObject({ state: 'running', dueAt: task.dueAt });
    expect(Date.parse(resolution?.firstDueAt ?? '')).toBeLessThan(Date.parse(task.dueAt));
    expect(trial.recorder.clocksOf(caseNumber).response?.state).toBe('stopped');
  });

  it('goes one tier up where the policy says so', async () => {
    await expect(dissatisfied({ caseClass: 'general' })).resolves.toMatchObject({ kind: 'lead', tier: 'town' });
    const changes = { paths: { villageDirect: { nextRound: 'up' as const } } };
    await expect(dissatisfied({ policy: { version: 2, changes } })).resolves.toMatchObject({ kind: 'lead', tier: 'town' });
  });

  it('stays on the path with another handler where the policy says that', async () => {
    const changes = { paths: { cadreLed: { nextRound: 'samePath' as const } } };
    await expect(dissatisfied({ caseClass: 'general', policy: { version: 2, changes } })).resolves.toMatchObject({
      kind: 'lead',
      tier: 'village',
      excludedSubjects: ['first-handler'],
    });
  });

  it('that is the last ends with a reasoned explanation', async () => {
    const changes = { rounds: { most: 2 } };
    const { workflowId: caseNumber } = await trial.start({ policy: { version: 2, changes } });
    await trial.answer(caseNumber, 1);
    await trial.rate(caseNumber, 'dissatisfied');
    const { taskId, workflowId, ...task } = await trial.openTask(caseNumber, { round: 2 });
    const actor = theirs({ taskId, workflowId, ...task });
    const bare = trial.decide(workflowId, 'completeTask', { taskId, actor, answer: '已尽力', attachmentIds: [] });
    await expect(refusalOf(bare)).resolves.toBe('EXPLANATION_REQUIRED');
    await trial.answer(caseNumber, 2);
    await expect(trial.rate(caseNumber, 'dissatisfied')).resolves.toEqual({ stage: 'closed', round: 2 });
    const answer = trial.recorder.eventsOf(caseNumber, 'answered').at(-1);
    expect(answer?.text).toContain('Two rounds of repair');
    expect(trial.recorder.toldReporter(caseNumber).at(-1)).toBe('caseClosed');
  });

  it('at the top, where nobody stands above, shuts out whoever handled the one just ended, and lets the one before return', async () => {
    const { workflowId: caseNumber } = await trial.start({ kind: 'suggestion' });
    await trial.answer(caseNumber, 1, 'one-leader');
    await trial.rate(caseNumber, 'dissatisfied');
    await expect(trial.openTask(caseNumber, { round: 2 })).resolves.toMatchObject({ roles: ['leader'], excludedSubjects: ['one-leader'] });
    await trial.answer(caseNumber, 2, 'the-other-leader');
    await trial.rate(caseNumber, 'dissatisfied');
    await expect(trial.openTask(caseNumber, { round: 3 })).resolves.toMatchObject({ roles: ['leader'], excludedSubjects: ['the-other-leader'] });
    await trial.answer(caseNumber, 3, 'one-leader');
    await expect(trial.rate(caseNumber, 'dissatisfied')).resolves.toEqual({ stage: 'closed', round: 3 });
  });

  it('is not begun by a rating of the round before', async () => {
    const { workflowId: caseNumber } = await trial.start();
    await trial.answer(caseNumber, 1);
    await trial.rate(caseNumber, 'dissatisfied');
    await trial.answer(caseNumber, 2);
    await trial.seen(() => trial.recorder.eventsOf(caseNumber, 'answered').length === 2);
    const stale = { ratingId: randomUUID(), round: 1, rating: 'dissatisfied' as const, comment: '', actor: theResident };
    await expect(refusalOf(trial.decide(caseNumber, 'rateCase', stale))).resolves.toBe('STAGE_REFUSES');
  });
});

describe('dissatisfaction found after the close', () => {
  it('opens a new round under the same number, with the handlers known and the clocks going on', async () => {
    const life = await trial.start();
    const caseNumber = life.workflowId;
    await trial.answer(caseNumber, 1, 'first-handler');
    await trial.rate(caseNumber, 'satisfied');
    const { course } = (await life.result()) as { course: CarriedCourse['course'] };
    const reopen = { reason: '回访发现未解决', subject: 'caller-back', role: 'countyCentre' as const };
    await trial.start({ caseNumber, carried: { course, reopen } });
    const task = await trial.openTask(caseNumber, { round: 2 });
    expect(task).toMatchObject({ tier: 'village', excludedSubjects: ['first-handler'] });
    expect(trial.recorder.eventsOf(caseNumber, 'reopened')).toMatchObject([{ text: '回访发现未解决' }]);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ closedAs: null, closedAt: null, round: 2, stage: 'dispatched' });
    expect(trial.recorder.clocksOf(caseNumber).resolution).toMatchObject({ state: 'running', dueAt: task.dueAt });
    await trial.answer(caseNumber, 2);
    await expect(trial.rate(caseNumber, 'satisfied')).resolves.toEqual({ stage: 'closed', round: 2 });
  });
});

describe('after the reasoned explanation of the last round', () => {
  /** A case that was closed after three rounds, with what its lifecycle left. */
  async function exhausted() {
    const life = await trial.start();
    const caseNumber = life.workflowId;
    for (const round of [1, 2, 3]) {
      await trial.answer(caseNumber, round);
      await trial.rate(caseNumber, 'dissatisfied');
    }
    const { course } = (await life.result()) as { course: CarriedCourse['course'] };
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ closedAs: 'roundsExhausted', round: 3 });
    return { caseNumber, course };
  }

  it('a resident opens no fourth round', async () => {
    const { caseNumber, course } = await exhausted();
    const before = trial.recorder.stepsOf(caseNumber).length;
    const again = await trial.start({ caseNumber, carried: { course, reopen: { reason: '还是不满意' } } });
    await expect(again.result()).resolves.toMatchObject({ closedAs: 'roundsExhausted', round: 3 });
    expect(trial.recorder.stepsOf(caseNumber)).toHaveLength(before);
  });

  it('the county decides on one with a reason, and it is counted apart', async () => {
    const { caseNumber, course } = await exhausted();
    const reopen = { reason: '出现新证据，县中心决定再办', subject: 'centre', role: 'countyCentre' as const };
    await trial.start({ caseNumber, carried: { course, reopen } });
    await trial.openTask(caseNumber, { round: 4 });
    expect(trial.recorder.eventsOf(caseNumber, 'reopened')).toMatchObject([{ text: reopen.reason, data: { round: 4, beyondRounds: true } }]);
  });
});

describe('two keys', () => {
  it('keep whoever handled it from verifying it', async () => {
    const { workflowId: caseNumber } = await trial.start({ caseClass: 'major' });
    await trial.answer(caseNumber, 1, 'the-lead');
    const verify = await trial.openTask(caseNumber, { kind: 'verify' });
    const { taskId, workflowId } = verify;
    const look = (subject?: string) =>
      trial.decide(workflowId, 'verifyTask', {
        taskId,
        actor: theirs(verify, subject),
        passed: true,
        findings: '已修好',
        attachmentIds: [],
      });
    await expect(refusalOf(look('the-lead'))).resolves.toBe('VERIFIER_HANDLED');
    await expect(look()).resolves.toMatchObject({ stage: 'evaluating' });
  });

  it('keep whoever handled any round of it from rating it', async () => {
    const { workflowId: caseNumber } = await trial.start();
    await trial.answer(caseNumber, 1, 'first-handler');
    await trial.rate(caseNumber, 'dissatisfied');
    await trial.answer(caseNumber, 2, 'second-handler');
    for (const subject of ['first-handler', 'second-handler']) {
      const rated = trial.rate(caseNumber, 'satisfied', somebody('gridMember', subject));
      await expect(refusalOf(rated)).resolves.toBe('HANDLER_MAY_NOT_RATE');
    }
  });
});
