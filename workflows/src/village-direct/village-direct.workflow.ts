import { allHandlersFinished, CancellationScope, condition, isCancellation, workflowInfo } from '@temporalio/workflow';
import type { VillageDirectInput, VillageDirectResult } from '@yiwang/contracts/case-flow';
import { now, record } from '../recording/record.js';
import { beginRound, firstTaskOf, type Round } from './round.rules.js';
import { openingStep } from './steps.rules.js';
import { registerDecisions } from './updates.js';

/**
 * One round on the village path (现场直办): the grid member answers, or hands up to the town centre, which answers.
 * The lifecycle owns the resident's clocks and cancels the round when the case is withdrawn.
 */
export async function villageDirect(input: VillageDirectInput): Promise<VillageDirectResult> {
  const round = beginRound(input, workflowInfo().workflowId);
  registerDecisions(round);

  await openFirstTask(round);
  await untilAnswered(round);

  if (round.answer === null) throw new Error('The round ended without an answer');
  return { outcome: 'answered', ...round.answer, tasksOpened: round.tasksOpened };
}

async function openFirstTask(round: Round): Promise<void> {
  const task = firstTaskOf(round);
  await record(round, 'opened', now(), openingStep(round, task));
  round.task = task;
  round.tasksOpened += 1;
}

/** A withdrawal cancels the wait, not a decision that is just being recorded: that one ends first. */
async function untilAnswered(round: Round): Promise<void> {
  try {
    await condition(() => round.answer !== null);
  } catch (error) {
    if (!isCancellation(error)) throw error;
    round.task = null;
    await CancellationScope.nonCancellable(() => condition(allHandlersFinished));
    throw error;
  }
  await condition(allHandlersFinished);
}
