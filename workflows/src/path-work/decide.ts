import type { UpdateDefinition } from '@temporalio/common';
import { CancellationScope, getExternalWorkflowHandle, workflowInfo } from '@temporalio/workflow';
import type { DecisionResult, OpenedTask, PathMoved, UpdateInputs, UpdateName } from '@yiwang/contracts/case-flow';
import { pathMoved } from '../recording/messages.js';
import { onDecision as onDecisionOf, type Deciding } from '../recording/on-decision.js';
import { record, type StepContent } from '../recording/record.js';
import { inTurn } from '../recording/turns.js';
import type { Work } from './work.rules.js';

/** Registers a decision of the path. */
export const onDecision = <N extends UpdateName>(
  work: Work,
  update: UpdateDefinition<DecisionResult, [UpdateInputs[N]], N>,
  deciding: Deciding<UpdateInputs[N]>,
): void => onDecisionOf(work, () => work.input.round, update, deciding);

/** Writes a step, and only then lets the tasks that it opens and closes be so. Returns the instant with which it stands. */
export async function recordWork(work: Work, name: string, at: string, content: StepContent): Promise<string> {
  const standsAt = await record(work, name, at, content);
  for (const { taskId, state } of content.changedTasks ?? []) {
    const task = work.tasks[taskId];
    if (state === 'accepted' && task !== undefined) task.accepted = true;
    else delete work.tasks[taskId];
  }
  if (content.cancelOpenTasks) work.tasks = {};
  for (const task of content.openedTasks ?? []) work.tasks[task.taskId] = { ...task, accepted: false };
  work.tasksOpened += content.openedTasks?.length ?? 0;
  if (content.patch?.stage !== undefined) work.stage = content.patch.stage;
  return standsAt;
}

export function remember(work: Work, subject: string | undefined): void {
  if (subject !== undefined && !work.handlers.includes(subject)) work.handlers.push(subject);
}

/**
 * Lets the lifecycle know who holds the case, or that its clocks stand, and waits until it does: what people decide next
 * is asked there. A path that was started by itself, as a test may, has no lifecycle to tell.
 */
export async function tellLifecycle(work: Work, moved: PathMoved): Promise<void> {
  const { parent } = workflowInfo();
  const workflowId = work.reportTo ?? parent?.workflowId;
  if (workflowId !== undefined) await getExternalWorkflowHandle(workflowId).signal(pathMoved, moved);
}

/**
 * Lets it know of clocks on which no decision waits: whoever decided has the answer at once, and two more workflow tasks
 * pass before the next turn. It takes a turn of its own, because the engine delivers two signals that are under way
 * together in any order, and a path must not end while one is.
 */
export async function mention(work: Work, moved: PathMoved): Promise<void> {
  if (work.input.since === undefined) return tellLifecycle(work, moved);
  const told = inTurn(work, 'mention', () => CancellationScope.nonCancellable(() => tellLifecycle(work, moved)));
  // A lifecycle that is gone needs no telling.
  told.catch(() => undefined);
}

/** Parts have clocks of their own, so that lateness is charged to who was late. */
export const partClocks = (work: Work, parts: readonly OpenedTask[], at: string): NonNullable<PathMoved['entries']> =>
  parts.map(({ taskId, tier, roles, areaCode, unitCode, dueAt }) => ({
    kind: 'start',
    clock: `unit:${taskId}`,
    at,
    rule: work.input.policy.version,
    limit: { amount: Math.max(1, Math.round((Date.parse(dueAt) - Date.parse(at)) / 60_000)), unit: 'minutes' },
    holder: { tier, roles, areaCode, ...(unitCode === undefined ? {} : { unitCode }) },
  }));
