import {
  CancellationScope,
  currentUpdateInfo,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { restamped, type CaseActivities, type CaseStep } from '@yiwang/contracts/case-flow';
import { decisionStepId } from '@yiwang/contracts/engine';
import { recordedSteps } from './messages.js';
import type { Timed } from './time.js';

/**
 * Local activities: the worker that decides also writes, so that a step costs one workflow task and one transaction.
 * They are tried for ever, because a decision that the engine took must reach PostgreSQL. Up to 10 s between tries
 * are waited for inside the worker; after that the server keeps a timer, so that an outage of the database holds no
 * workflow task. `recordStep` must therefore fail in a way that can be retried, always.
 */
const { recordStep, firstResponseAt, workingCalendar } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '10 seconds',
  localRetryThreshold: '10 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

export { firstResponseAt, workingCalendar };

/** The case that a workflow writes for. */
export interface StepWriter extends Timed {
  caseNumber: string;
  countyCode: string;
}

/** One step without what the writer adds; lists left out are empty. */
export type StepContent = Pick<CaseStep, 'actor' | 'timeline'> &
  Partial<Omit<CaseStep, 'caseNumber' | 'countyCode' | 'stepId' | 'at' | 'cause' | 'actor' | 'timeline'>>;

/** What this run has recorded, for the rebuilding of a projection; not state, and not carried over. */
const RECORDED = new WeakMap<StepWriter, CaseStep[]>();
/** The step that this run began to write last. */
const LAST = new WeakMap<StepWriter, string>();

/** Answers the query from which a lost projection is rebuilt. */
export function registerRecordedSteps(writer: StepWriter): void {
  RECORDED.set(writer, []);
  setHandler(recordedSteps, () => RECORDED.get(writer) ?? []);
}

/**
 * Records one step and returns, once it is written, the instant with which it stands: an earlier one than `at` where it
 * was written before and the engine never heard of it. A cancelled workflow still finishes what it has begun to write.
 *
 * The step's id names the decision, by its update, or what the system does (`name`), and counts nothing: should the
 * worker die after writing and before the engine hears of it, the engine runs the step again, perhaps in another order
 * or, for a decision whose caller gave up, never. A counter would then give its number to another step, which would be
 * taken for written.
 */
export async function record(writer: StepWriter, name: string, at: string, content: StepContent): Promise<string> {
  const update = currentUpdateInfo();
  const { workflowId } = workflowInfo();
  const stepId = update === undefined ? `${workflowId}#${name}` : decisionStepId(workflowId, name, update.id);
  const follows = LAST.get(writer);
  LAST.set(writer, stepId);
  const step: CaseStep = {
    caseNumber: writer.caseNumber,
    countyCode: writer.countyCode,
    stepId,
    ...(follows === undefined ? {} : { follows }),
    at,
    ...(update === undefined ? {} : { cause: { operation: name, updateId: update.id } }),
    patch: {},
    openedTasks: [],
    changedTasks: [],
    notices: [],
    ...content,
  };
  // The answer also where it is this try's own: a step that takes longer than a workflow task is begun again at another
  // instant when its history is replayed. Histories from before it was always given have none.
  const standsAt = ((await CancellationScope.nonCancellable(() => recordStep(step))) as string | undefined) ?? at;
  RECORDED.get(writer)?.push(standsAt === at ? step : restamped(step, standsAt));
  return standsAt;
}
