import { ActivityFailure, allHandlersFinished, condition, continueAsNew, defineQuery, defineSignal, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { refuse } from '@yiwang/contracts/errors';
import {
  BULK_PROGRESS,
  BULK_SIGNALS,
  BULK_UPDATES,
  type ApproveInterventionInput,
  type BulkCarried,
  type BulkInput,
  type BulkProgress,
  type InterventionActivities,
  type InterventionState,
} from '@yiwang/contracts/interventions';
import { insist } from '../recording/refuse-update.js';
import { now, until } from '../recording/time.js';

const approveIntervention = defineUpdate<BulkProgress, [ApproveInterventionInput]>(BULK_UPDATES.approveIntervention);
const pausedByHand = defineSignal(BULK_SIGNALS.paused);
const resumedByHand = defineSignal(BULK_SIGNALS.resumed);
const cancelledByHand = defineSignal(BULK_SIGNALS.cancelled);
const progress = defineQuery<BulkProgress>(BULK_PROGRESS);

/** One case: a decision is waited for up to 15 s, and what follows from it is looked for. An engine or a worker that is away for minutes is waited for. */
const { intervene } = proxyActivities<InterventionActivities>({
  taskQueue: TASK_QUEUES.cases,
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds', maximumAttempts: 10 },
});
/** Tried for ever: what came of it must be known. */
const { giveUp, recordIntervention } = proxyActivities<InterventionActivities>({
  taskQueue: TASK_QUEUES.cases,
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** So many cases at once, and so many in one run: each leaves seven events, and histories stay below 5,000. */
const LANES = 5;
const A_RUN = 500;

interface Bulk extends BulkCarried {
  input: BulkInput;
  time: BulkInput['time'];
  state: InterventionState;
  isCancelled: boolean;
  /** States are written one after the other: of two that were on their way the later might come first. */
  writing: Promise<void>;
}

/**
 * One intervention over a frozen selection: waits for the second person where one has to agree, then takes case after
 * case, five beside each other. Each case's result is its own; one that is refused or fails holds nobody up.
 */
export async function bulkIntervention(input: BulkInput): Promise<BulkProgress> {
  const bulk = begin(input);
  registerHandlers(bulk);
  if (!(await isAgreed(bulk))) return end(bulk, bulk.isCancelled ? 'cancelled' : 'lapsed');
  if (input.carried === undefined || bulk.state !== 'paused') await enter(bulk, bulk.isPaused ? 'paused' : 'running');

  const ends = Math.min(bulk.done + A_RUN, input.selection.length);
  const taken = { next: bulk.done };
  await Promise.all(Array.from({ length: LANES }, () => lane(bulk, taken, ends)));
  if (bulk.isCancelled) return end(bulk, 'cancelled');
  if (ends === input.selection.length) return end(bulk, 'done');

  await condition(allHandlersFinished);
  // Somebody may have ended it meanwhile.
  if (bulk.isCancelled) return end(bulk, 'cancelled');
  const { approvedBy, done, counts, isPaused } = bulk;
  return continueAsNew<typeof bulkIntervention>({ ...input, carried: { approvedBy, done, counts, isPaused } });
}

const begin = (input: BulkInput): Bulk => ({
  ...(input.carried ?? { approvedBy: null, done: 0, counts: { done: 0, unchanged: 0, refused: 0, failed: 0 }, isPaused: false }),
  ...{ input, time: input.time, state: input.approvalUntil === null || input.carried ? 'running' : 'waiting', isCancelled: false, writing: Promise.resolve() },
});

function registerHandlers(bulk: Bulk): void {
  const mayApprove = ({ subject }: ApproveInterventionInput) => {
    if (subject === bulk.input.by.subject) return refuse('INTERVENTION_OWN');
    return bulk.state === 'waiting' && !bulk.isCancelled ? { ok: true as const } : refuse('INTERVENTION_STATE_REFUSES', { actual: bulk.state });
  };
  setHandler(progress, () => progressOf(bulk));
  setHandler(
    approveIntervention,
    ({ subject }) => {
      insist(mayApprove({ subject }));
      bulk.approvedBy = subject;
      bulk.state = 'running';
      return progressOf(bulk);
    },
    { validator: (given) => insist(mayApprove(given)) },
  );
  setHandler(pausedByHand, () => hold(bulk, true));
  setHandler(resumedByHand, () => hold(bulk, false));
  setHandler(cancelledByHand, () => {
    bulk.isCancelled = true;
  });
}

/** Whoever pauses before the second person has agreed pauses what then begins. */
async function hold(bulk: Bulk, isPaused: boolean): Promise<void> {
  if (bulk.isPaused === isPaused || bulk.isCancelled) return;
  bulk.isPaused = isPaused;
  if (bulk.state === 'running' || bulk.state === 'paused') await enter(bulk, isPaused ? 'paused' : 'running');
}

/** Whether it may begin: at once, or when somebody else has agreed in time. */
async function isAgreed(bulk: Bulk): Promise<boolean> {
  const { approvalUntil } = bulk.input;
  if (approvalUntil === null || bulk.input.carried !== undefined) return !bulk.isCancelled;
  await until(bulk, () => bulk.approvedBy !== null || bulk.isCancelled, approvalUntil);
  return bulk.approvedBy !== null && !bulk.isCancelled;
}

/** Takes the next case until there is none; between two cases it may be held or ended. */
async function lane(bulk: Bulk, taken: { next: number }, ends: number): Promise<void> {
  for (;;) {
    await condition(() => !bulk.isPaused || bulk.isCancelled);
    const selected = bulk.input.selection[taken.next];
    if (bulk.isCancelled || selected === undefined || taken.next >= ends) return;
    taken.next += 1;
    const { id, kind, reason, by } = bulk.input;
    const { number, mark, own } = selected;
    const one = { id, number, mark, kind, reason, by, parameters: own ?? bulk.input.parameters };
    const outcome = await intervene(one).catch((error: unknown) => {
      if (error instanceof ActivityFailure) return giveUp({ id, number });
      throw error;
    });
    bulk.counts[outcome] += 1;
    bulk.done += 1;
  }
}

async function enter(bulk: Bulk, state: InterventionState): Promise<void> {
  bulk.state = state;
  const { approvedBy } = bulk;
  const written = { id: bulk.input.id, state, at: now(bulk), ...(approvedBy === null ? {} : { approvedBy }) };
  bulk.writing = bulk.writing.then(() => recordIntervention(written));
  await bulk.writing;
}

async function end(bulk: Bulk, state: InterventionState): Promise<BulkProgress> {
  await enter(bulk, state);
  await condition(allHandlersFinished);
  return progressOf(bulk);
}

const progressOf = ({ state, input, counts, approvedBy }: Bulk): BulkProgress => ({ state, total: input.selection.length, counts, approvedBy });
