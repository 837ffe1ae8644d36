import {
  SYSTEM_ACTOR,
  type Actor,
  type CompleteTaskInput,
  type Notice,
  type OpenedTask,
  type TimelineEvent,
} from '@yiwang/contracts/case-flow';
import type { StepContent } from '../recording/record.js';
import { openingOf } from '../recording/tasks.rules.js';
import type { Work, WorkTask } from './work.rules.js';

export const toReporter = (work: Work, type: Notice['type'], data: Notice['data'] = {}): Notice => ({
  type,
  to: { kind: 'reporter' },
  data: { caseNumber: work.caseNumber, round: work.input.round, ...data },
});

/** The path's first task, with the clocks that its lifecycle has started. A case that reached it at once stays `received`. */
export function openingStep(work: Work, tasks: OpenedTask[]): StepContent {
  const { path, round, caseClass, opening } = work.input;
  const [first] = tasks;
  const opened = openingOf(work.caseNumber, tasks);
  const isHandedOver = opening.clock.some(({ entry }) => entry.kind === 'handOver');
  return {
    actor: SYSTEM_ACTOR,
    ...opened,
    // A hand-over moves the resident's deadline, and the resident is told where to.
    notices: [...opened.notices, ...(isHandedOver ? [toReporter(work, 'deadlineMoved', { dueAt: work.dueAt })] : [])],
    patch: {
      stage: work.stage,
      path,
      round,
      caseClass,
      tier: first?.tier,
      unitCode: first?.unitCode ?? null,
      ...opening.patch,
    },
    ...(opening.clock.length === 0 ? {} : { clock: opening.clock }),
  };
}

/**
 * The public nodes that an acceptance passes. A case that came straight to the grid is accepted and dispatched by the
 * same act; after a desk or in a later round only the handling begins. `data.stage` is the node that is entered.
 */
export function acceptanceEvents(work: Work, taskId: string): TimelineEvent[] {
  const handling: TimelineEvent = { type: 'accepted', taskId, data: { stage: 'handling', round: work.input.round } };
  if (work.dispatched) return [handling];
  return [
    { type: 'accepted', taskId, data: { stage: 'accepted' } },
    { type: 'dispatched', taskId, data: { stage: 'dispatched', areaCode: work.input.areaCode, byPlace: true } },
    handling,
  ];
}

/** A person takes the matter in hand. This is not yet an answer: the response clock runs on. */
export const acceptStep = (work: Work, task: WorkTask, actor: Actor): StepContent => ({
  actor,
  patch:
    task.kind === 'contribute'
      ? {}
      : { stage: 'handling', ...(actor.subject === undefined ? {} : { handlerSubject: actor.subject }) },
  timeline:
    task.kind === 'contribute'
      ? [{ type: 'accepted', taskId: task.taskId, internal: true }]
      : acceptanceEvents(work, task.taskId),
  changedTasks: [{ taskId: task.taskId, state: 'accepted' }],
});

/** The answer stands. It is the first response too where nobody reached the resident before; the earlier one is kept. */
export const answeredPatch = (work: Work, at: string, subject: string | undefined): StepContent['patch'] => ({
  stage: 'evaluating',
  resolvedAt: at,
  ...(work.input.round === 1 ? { firstResponseAt: at } : {}),
  ...(subject === undefined || subject === '' ? {} : { handlerSubject: subject }),
});

export function answerEvent(work: Work, input: CompleteTaskInput): TimelineEvent {
  const { taskId, answer, attachmentIds, explanation } = input;
  return {
    type: 'answered',
    text: explanation === undefined ? answer : `${answer}\n\n${explanation}`,
    taskId,
    data: { stage: 'evaluating', round: work.input.round, attachmentIds },
  };
}

export const completeStep = (work: Work, task: WorkTask, input: CompleteTaskInput, at: string): StepContent => ({
  actor: input.actor,
  patch: answeredPatch(work, at, input.actor.subject),
  timeline: [...(task.accepted ? [] : acceptanceEvents(work, task.taskId)), answerEvent(work, input)],
  changedTasks: [{ taskId: task.taskId, state: 'completed' }],
  notices: [toReporter(work, 'caseAnswered')],
});

/** A part is done: the people on the case read it, the resident reads the one answer. */
export const contributedStep = (input: CompleteTaskInput): StepContent => ({
  actor: input.actor,
  timeline: [
    {
      type: 'contributed',
      text: input.answer,
      taskId: input.taskId,
      internal: true,
      data: { attachmentIds: input.attachmentIds },
    },
  ],
  changedTasks: [{ taskId: input.taskId, state: 'completed', result: input.answer }],
});

/** One rung up within the path, by a person without the powers or by itself when it is too late. */
export function rungStep(work: Work, task: WorkTask, next: OpenedTask, by: { actor: Actor; reason: string; ordered?: boolean }): StepContent {
  const isLate = by.actor.kind === 'system';
  const opened = openingOf(work.caseNumber, [next]);
  return {
    ...opened,
    actor: by.actor,
    patch: { stage: 'dispatched', tier: next.tier, unitCode: next.unitCode ?? null },
    timeline: [
      ...(work.dispatched || isLate ? [] : acceptanceEvents(work, task.taskId).slice(0, 2)),
      {
        type: isLate ? 'movedUp' : 'handedUp',
        text: by.reason,
        taskId: task.taskId,
        data: { stage: 'dispatched', areaCode: next.areaCode, late: isLate && by.ordered !== true },
      },
      ...opened.timeline,
    ],
    changedTasks: [{ taskId: task.taskId, state: 'handedUp' }],
  };
}

/** The case leaves this path: up, or down by delegation. What is open here ends. */
export const leavingStep = (
  task: WorkTask | undefined,
  type: 'handedUp' | 'movedUp' | 'delegated',
  by: { actor: Actor; reason: string; to: string; ordered?: boolean },
): StepContent => ({
  actor: by.actor,
  patch: { stage: 'dispatched' },
  timeline: [
    {
      type,
      text: by.reason,
      ...(task === undefined ? {} : { taskId: task.taskId }),
      data: { stage: 'dispatched', to: by.to, late: by.actor.kind === 'system' && by.ordered !== true },
    },
  ],
  changedTasks: task === undefined ? [] : [{ taskId: task.taskId, state: 'handedUp' }],
  cancelOpenTasks: 'path',
});
