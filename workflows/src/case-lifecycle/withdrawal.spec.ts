import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { DecisionResult } from '@yiwang/contracts/case-flow';
import { refusalOf, somebody, theResident, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const TOWN = '990121001';
const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

describe('a withdrawal', () => {
  it('ends the path that runs and cancels what is open', async () => {
    const life = await trial.start();
    const caseNumber = life.workflowId;
    const { taskId, workflowId } = await trial.openTask(caseNumber);
    await trial.decide(workflowId, 'acceptTask', { taskId, actor: somebody('gridMember') });
    await expect(
      trial.decide(caseNumber, 'withdrawCase', { actor: theResident, reason: 'It stopped by itself.' }),
    ).resolves.toEqual({ stage: 'withdrawn', round: 1 });
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'withdrawn' });
    expect(trial.recorder.openTasks(caseNumber)).toEqual([]);
    expect(trial.recorder.noticesOf(caseNumber).at(-1)).toMatchObject({
      type: 'caseWithdrawn',
      to: { kind: 'position', roles: ['gridMember'] },
    });
    await expect(trial.client.getHandle(workflowId).result()).resolves.toMatchObject({ outcome: 'left' });
  });

  it.each([COUNTY, TOWN])('works while the case lies at the desk of %s', async (areaCode) => {
    const life = await trial.start({ areaCode });
    await trial.openTask(life.workflowId);
    await trial.decide(life.workflowId, 'withdrawCase', { actor: theResident, reason: '已自行解决' });
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'withdrawn' });
    expect(trial.recorder.noticesOf(life.workflowId).at(-1)).toMatchObject({ type: 'caseWithdrawn', to: { areaCode } });
  });

  const withTheFirstTask = async (areaCode: string): Promise<[WorkflowHandle, Promise<DecisionResult>]> => {
    await trial.stopWorker();
    const life = await trial.start({ areaCode });
    const withdrawn = trial.decide(life.workflowId, 'withdrawCase', { actor: theResident, reason: '已自行解决' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await trial.startWorker();
    return [life, withdrawn];
  };

  it('leaves nothing behind although it is there before the path is started', async () => {
    const [life, withdrawn] = await withTheFirstTask(VILLAGE);
    await expect(withdrawn).resolves.toEqual({ stage: 'withdrawn', round: 1 });
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'withdrawn' });
    expect(trial.recorder.openTasks(life.workflowId)).toEqual([]);
  });

  it('waits for the desk whose opening must be recorded again', async () => {
    trial.recorder.failNext(1);
    const [life, withdrawn] = await withTheFirstTask(COUNTY);
    await expect(withdrawn).resolves.toEqual({ stage: 'withdrawn', round: 1 });
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'withdrawn' });
    expect(trial.recorder.timelineOf(life.workflowId)).toEqual(['taskOpened', 'withdrawn']);
    expect(trial.recorder.openTasks(life.workflowId)).toEqual([]);
  });

  it('comes too late once the case is answered: then it is rated', async () => {
    const life = await trial.start();
    await trial.answer(life.workflowId);
    const late = trial.decide(life.workflowId, 'withdrawCase', { actor: theResident, reason: '已自行解决' }, randomUUID());
    await expect(refusalOf(late)).resolves.toBe('STAGE_REFUSES');
    await trial.rate(life.workflowId, 'satisfied');
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'rated' });
  });
});
