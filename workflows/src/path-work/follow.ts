import {
  allHandlersFinished,
  CancellationScope,
  condition,
  getExternalWorkflowHandle,
  isCancellation,
  setDefaultUpdateHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { goesBy, inTheGraph, SYSTEM_ACTOR, type OpenedTask, type PathInput, type PathResult } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { pathEnded } from '../recording/messages.js';
import { registerRecordedSteps } from '../recording/record.js';
import { insist } from '../recording/refuse-update.js';
import { now } from '../recording/time.js';
import { inTurn } from '../recording/turns.js';
import { recordWork } from './decide.js';
import { openingStep } from './steps.rules.js';
import { moveUp, registerTaskDecisions } from './task-decisions.js';
import { beginWork, leadTask, rulesFor, type Work } from './work.rules.js';

const NOT_HERE = '这种办理方式没有此项决定 / a decision that this path has';

/** What makes a path the path: whose task comes first, and what may be decided on it beside the common decisions. */
export interface PathShape {
  first(work: Work): OpenedTask[];
  decisions: readonly ((work: Work) => void)[];
  /** Where the path itself goes on above whoever holds it; left out, by its ladder and off it. */
  moveUp?(work: Work, by: NonNullable<Work['escalation']>): Promise<void>;
}

/**
 * The line that all four paths share: the first tasks, then whatever people decide, until there is an answer, the path
 * is left upward or downward, or its lifecycle takes the case away.
 */
export async function followPath(input: PathInput, shape: PathShape): Promise<PathResult> {
  const work = beginWork(input, workflowInfo().workflowId);
  registerRecordedSteps(work);
  registerTaskDecisions(work);
  for (const register of shape.decisions) register(work);
  setDefaultUpdateHandler((name) => insist(refuse('PATH_REFUSES', { field: inTheGraph(name), expected: NOT_HERE })));

  await inTurn(work, 'opening', () => recordWork(work, 'opened', now(work), openingStep(work, shape.first(work))));
  try {
    while (work.outcome === null) {
      await condition(() => work.outcome !== null || work.escalation !== null);
      if (work.escalation !== null) await inTurn(work, 'moveUp', () => escalate(work, shape));
    }
  } catch (error) {
    if (!isCancellation(error)) throw error;
  }
  return CancellationScope.nonCancellable(() => end(work));
}

/** Too late, or ordered from above: it moves up by itself, unless it was answered meanwhile or the county holds it. */
async function escalate(work: Work, shape: PathShape): Promise<void> {
  const { escalation } = work;
  work.escalation = null;
  const isSettled = work.outcome !== null || work.pendingAnswer !== null || work.held !== null;
  if (escalation === null || isSettled) return;
  if (shape.moveUp !== undefined && goesBy(work.input, '2026-11-owners')) return shape.moveUp(work, escalation);
  if (rulesFor(work).up === 'city') return;
  const { reason, subject } = escalation;
  const by = { actor: SYSTEM_ACTOR, reason, ordered: subject !== undefined };
  await moveUp(work, leadTask(work), by, `moveUp:${work.rung}`, now(work));
}

/** A withdrawal cancels the wait, not a decision that is just being recorded: that one ends first. */
async function end(work: Work): Promise<PathResult> {
  work.outcome ??= { outcome: 'left' };
  await condition(() => work.deciding === null && allHandlersFinished());
  const result: PathResult = { ...work.outcome, tasksOpened: work.tasksOpened, handlers: work.handlers };
  const run = Number(work.workflowId.split('/').at(-1));
  if (work.reportTo !== null) await getExternalWorkflowHandle(work.reportTo).signal(pathEnded, { ...result, run });
  return result;
}
