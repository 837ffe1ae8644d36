import type { CaseStep } from '@yiwang/contracts/case-flow';
import { QUERIES } from '@yiwang/contracts/engine';
import { theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const writerOf = ({ stepId }: CaseStep): string => stepId.split('#')[0] ?? '';

describe('the steps that a workflow writes', () => {
  it('each name the one that the same workflow wrote before, so that a lost one shows', async () => {
    const { workflowId: caseNumber } = await trial.start();
    await trial.answer(caseNumber, 1, 'first-handler');
    await trial.rate(caseNumber, 'dissatisfied');
    await trial.answer(caseNumber, 2, 'second-handler');
    await trial.rate(caseNumber, 'satisfied');
    const last = new Map<string, string>();
    const steps = trial.recorder.stepsOf(caseNumber);
    for (const step of steps) {
      expect(step.follows).toBe(last.get(writerOf(step)));
      last.set(writerOf(step), step.stepId);
    }
    expect(last.size).toBeGreaterThan(2);
    expect(steps.filter(({ follows }) => follows !== undefined).length).toBeGreaterThan(3);
  });

  it('stand with one instant, also where one takes longer than a workflow task and its history is replayed', async () => {
    await trial.stopWorker();
    await trial.startWorker({ isForgetful: true });
    const { workflowId: caseNumber } = await trial.start();
    const task = await trial.openTask(caseNumber);
    // What opened the task is through: else its own workflow task would be held too, and run again before the decision.
    await trial.hasRun(task.workflowId);
    const release = trial.recorder.hold();
    const accepting = trial.decide(task.workflowId, 'acceptTask', { taskId: task.taskId, actor: theirs(task) });
    // Longer than a worker keeps a workflow task without a word, shorter than one try of a step.
    await new Promise((resolve) => setTimeout(resolve, 9_200));
    release();
    await accepting;
    const replayed = await trial.client.getHandle(task.workflowId).query<CaseStep[]>(QUERIES.recordedSteps);
    const written = trial.recorder.stepsOf(caseNumber).filter((step) => writerOf(step) === task.workflowId);
    expect(written).toHaveLength(2);
    expect(replayed.map(({ stepId, at }) => [stepId, at])).toEqual(written.map(({ stepId, at }) => [stepId, at]));
  }, 90_000);
});
