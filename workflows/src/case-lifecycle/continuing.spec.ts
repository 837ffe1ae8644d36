import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError } from '@temporalio/client';
import { SIGNALS } from '@yiwang/contracts/case-flow';
import { somebody, theirs, theResident, WorkflowTrial } from '@yiwang/testing/time-skipping';

const TOWN = '990121001';
/** Each is an event; four thousand are passed before these are spent. */
const MOST = 6_000;
/** What a lifecycle hears at once, beside a decision. */
const BURST = 200;

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

/** The trial's server, unlike the engine, refuses a signal between the end of one run and the start of the next. */
const unlessBetweenRuns = (error: unknown): void => {
  if (!(error instanceof WorkflowNotFoundError)) throw error;
};

const runIdOf = async (workflowId: string): Promise<string> => (await trial.client.getHandle(workflowId).describe()).runId;

/** Urges, and lets the path say that nothing has changed, until the lifecycle has gone on in a new run. */
async function urgeUntilNewRun(caseNumber: string): Promise<void> {
  const actor = { ...somebody('townCentre'), areaCode: TOWN };
  const urge = () => trial.decide(caseNumber, 'superviseCase', { actor, act: 'urge', reason: '请抓紧办理' }, randomUUID());
  const hear = () => trial.client.getHandle(caseNumber).signal(SIGNALS.pathMoved, {}).catch(unlessBetweenRuns);
  const firstRun = await runIdOf(caseNumber);
  for (let done = 0; done < MOST && (await runIdOf(caseNumber)) === firstRun; done += BURST) {
    await Promise.all([urge(), ...Array.from({ length: BURST }, hear)]);
  }
  expect(await runIdOf(caseNumber)).not.toBe(firstRun);
}

describe('a lifecycle whose history grows long', () => {
  it('continues as new while its path runs, and hears of the answer all the same', async () => {
    const { workflowId: caseNumber } = await trial.start();
    const task = await trial.openTask(caseNumber);
    await urgeUntilNewRun(caseNumber);

    await trial.decide(task.workflowId, 'completeTask', {
      taskId: task.taskId,
      actor: theirs(task),
      answer: '已修复',
      attachmentIds: [],
    });
    await expect(trial.rate(caseNumber, 'satisfied')).resolves.toEqual({ stage: 'closed', round: 1 });
    expect(trial.recorder.ledgerOf(caseNumber).filter(({ kind }) => kind === 'start')).toHaveLength(3);
  }, 240_000);

  it('can still be withdrawn from the path that an earlier run started', async () => {
    const { workflowId: caseNumber } = await trial.start();
    await trial.openTask(caseNumber);
    await urgeUntilNewRun(caseNumber);
    await expect(
      trial.decide(caseNumber, 'withdrawCase', { actor: theResident, reason: '已自行解决' }),
    ).resolves.toEqual({ stage: 'withdrawn', round: 1 });
    expect(trial.recorder.openTasks(caseNumber)).toEqual([]);
  }, 240_000);
});
