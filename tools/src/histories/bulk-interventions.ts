import type { WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import {
  BULK_PROGRESS,
  BULK_SIGNALS,
  BULK_UPDATES,
  INTERVENTION_WORKFLOW,
  interventionWorkflowId,
  type BulkInput,
  type BulkProgress,
  type CaseResult,
  type InterventionActivities,
} from '@yiwang/contracts/interventions';
import { bundleFromSources, type WorkflowTrial } from '@yiwang/testing/time-skipping';

/** What comes of a case, by the last digit of its number: done, unless said otherwise. `away` is tried until it is given up. */
const OUTCOMES: Record<string, CaseResult['outcome'] | 'away'> = { 2: 'refused', 4: 'unchanged', 0: 'away' };

/** The worker of cases, which can be held between two cases. */
class Acts {
  tries = 0;
  private gate: Promise<void> | undefined;

  readonly activities: InterventionActivities = {
    intervene: async ({ number }) => {
      this.tries += 1;
      await this.gate;
      const outcome = OUTCOMES[number.slice(-1)] ?? 'done';
      if (outcome === 'away') throw new Error('away');
      return outcome;
    },
    giveUp: () => Promise.resolve('failed'),
    recordIntervention: () => Promise.resolve(),
  };

  /** Holds every case until the returned function is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.tries = 0;
    this.gate = new Promise((resolve) => (release = resolve));
    return release;
  }
}

/** One intervention under way, and what people do with it. */
interface Bulk {
  trial: WorkflowTrial;
  acts: Acts;
  /** Over so many cases; the tenth is the first one that is away. */
  begin(count: number, given?: Partial<BulkInput>): Promise<WorkflowHandle>;
}

/** Longer than a case is tried. */
const GIVES_UP = '1 hours';

const inADay = async ({ trial }: Bulk): Promise<string> => new Date(Date.parse(await trial.now()) + 86_400_000).toISOString();
const progressOf = (bulk: WorkflowHandle): Promise<BulkProgress> => bulk.query<BulkProgress>(BULK_PROGRESS);
const stateOf = async (bulk: WorkflowHandle): Promise<BulkProgress['state']> => (await progressOf(bulk)).state;
const resultsOf = async (bulk: WorkflowHandle): Promise<number> => Object.values((await progressOf(bulk)).counts).reduce((sum, count) => sum + count);

/** Waits in real time, without letting the engine's time pass. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not happen');
}

/** Each exit of an intervention, the hold between two cases, and the run after a long one. */
const COURSES: Record<string, (by: Bulk) => Promise<WorkflowHandle>> = {
  async 'done-refused-unchanged-with-a-pause'({ acts, begin }) {
    const release = acts.hold();
    const bulk = await begin(9);
    await until(() => acts.tries === 5);
    await bulk.signal(BULK_SIGNALS.paused);
    await until(async () => (await stateOf(bulk)) === 'paused');
    release();
    await until(async () => (await resultsOf(bulk)) === 5);
    await bulk.signal(BULK_SIGNALS.resumed);
    return bulk;
  },
  async 'agreed-by-a-second-person-one-failed'(by) {
    const bulk = await by.begin(10, { approvalUntil: await inADay(by) });
    await until(async () => (await stateOf(bulk)) === 'waiting');
    await bulk.executeUpdate(BULK_UPDATES.approveIntervention, { args: [{ subject: 'second' }] });
    await by.trial.pass(GIVES_UP);
    return bulk;
  },
  async 'lapsed-without-a-second-person'(by) {
    const bulk = await by.begin(3, { approvalUntil: await inADay(by) });
    await by.trial.pass('25 hours');
    return bulk;
  },
  async 'taken-back-before-anybody-agreed'(by) {
    const bulk = await by.begin(3, { approvalUntil: await inADay(by) });
    await until(async () => (await stateOf(bulk)) === 'waiting');
    await bulk.signal(BULK_SIGNALS.cancelled);
    return bulk;
  },
  async 'ended-between-two-cases'({ acts, begin }) {
    const release = acts.hold();
    const bulk = await begin(9);
    await until(() => acts.tries === 5);
    await bulk.signal(BULK_SIGNALS.cancelled);
    release();
    return bulk;
  },
  async 'in-a-later-run-that-began-paused'({ begin }) {
    const counts = { done: 2, unchanged: 0, refused: 1, failed: 0 };
    const bulk = await begin(6, { carried: { approvedBy: 'second', done: 3, counts, isPaused: true } });
    await until(async () => (await stateOf(bulk)) === 'paused');
    await bulk.signal(BULK_SIGNALS.resumed);
    return bulk;
  },
};

/** Lives each of them to its end; answers the workflows by `course.workflow`, as their files are named. */
export async function liveBulkInterventions(trial: WorkflowTrial): Promise<Record<string, string>> {
  const acts = new Acts();
  const worker = await Worker.create({
    connection: trial.environment.nativeConnection,
    identity: 'trial',
    taskQueue: TASK_QUEUES.cases,
    workflowBundle: await bundleFromSources(),
    activities: acts.activities,
  });
  const run = worker.run();
  const lived: Record<string, string> = {};
  for (const [course, liveOn] of Object.entries(COURSES)) {
    const workflowId = interventionWorkflowId(course);
    const begin = (count: number, given: Partial<BulkInput> = {}): Promise<WorkflowHandle> => {
      const selection = Array.from({ length: count }, (_, i) => ({ number: `990121-20261126-${String(i + 1).padStart(6, '0')}`, mark: 'seen' }));
      const by = { subject: 'first', positions: [] };
      const input: BulkInput = { id: course, kind: 'urge', selection, reason: 'Do it now.', parameters: {}, by, approvalUntil: null, ...given };
      return trial.client.start(INTERVENTION_WORKFLOW, { workflowId, taskQueue: TASK_QUEUES.cases, args: [input] });
    };
    await (await liveOn({ trial, acts, begin })).result();
    lived[`${course}.${INTERVENTION_WORKFLOW}`] = workflowId;
  }
  worker.shutdown();
  await run;
  return lived;
}
