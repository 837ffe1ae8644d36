import {
  SYSTEM_ACTOR,
  type AcceptTaskInput,
  type CompleteTaskInput,
  type HandUpTaskInput,
  type OpenedTask,
  type TimelineEvent,
} from '@yiwang/contracts/case-flow';
import type { StepContent } from '../recording/record.js';
import { announceTask } from '../recording/tasks.rules.js';
import type { Round } from './round.rules.js';

/** The first task of the round. A case whose place was known stays `received` until a person accepts it. */
export function openingStep(round: Round, task: OpenedTask): StepContent {
  const { timeline, notice } = announceTask(round.caseNumber, task);
  return {
    actor: SYSTEM_ACTOR,
    patch: { stage: round.stage, path: 'villageDirect', round: round.input.round },
    timeline: [timeline],
    openedTasks: [task],
    notices: [notice],
  };
}

/**
 * The public nodes that an acceptance passes. A case that came straight to the grid is accepted and dispatched by the
 * same act; after a desk or in a later round only the handling begins. `data.stage` is the node that is entered.
 */
function acceptanceEvents(round: Round, taskId: string): TimelineEvent[] {
  const handling: TimelineEvent = { type: 'accepted', taskId, data: { stage: 'handling', round: round.input.round } };
  if (round.dispatched) return [handling];
  return [
    { type: 'accepted', taskId, data: { stage: 'accepted' } },
    { type: 'dispatched', taskId, data: { stage: 'dispatched', areaCode: round.input.areaCode, byPlace: true } },
    handling,
  ];
}

/** A person takes the matter in hand. This is not yet an answer: the response clock runs on. */
export const acceptStep = (round: Round, { actor, taskId }: AcceptTaskInput): StepContent => ({
  actor,
  patch: { stage: 'handling', ...(actor.subject === undefined ? {} : { handlerSubject: actor.subject }) },
  timeline: acceptanceEvents(round, taskId),
  changedTasks: [{ taskId, state: 'accepted' }],
});

/** The answer. It is the first response too where nobody reached the resident before; the recorder keeps the earlier. */
export function completeStep(round: Round, input: CompleteTaskInput, at: string): StepContent {
  const { actor, taskId, answer, attachmentIds } = input;
  const { round: number } = round.input;
  return {
    actor,
    patch: {
      stage: 'evaluating',
      resolvedAt: at,
      ...(number === 1 ? { firstResponseAt: at } : {}),
      ...(actor.subject === undefined ? {} : { handlerSubject: actor.subject }),
    },
    timeline: [
      ...(round.taskAccepted ? [] : acceptanceEvents(round, taskId)),
      { type: 'answered', text: answer, taskId, data: { stage: 'evaluating', round: number, attachmentIds } },
    ],
    changedTasks: [{ taskId, state: 'completed' }],
    notices: [
      {
        type: 'caseAnswered',
        to: { kind: 'reporter' },
        data: { caseNumber: round.caseNumber, round: number },
      },
    ],
  };
}

/** No authority for it here: the case waits at the town's desk, owned and under its clock. */
export function handUpStep(round: Round, input: HandUpTaskInput, townTask: OpenedTask): StepContent {
  const { actor, taskId, reason } = input;
  const { timeline, notice } = announceTask(round.caseNumber, townTask);
  return {
    actor,
    patch: { stage: 'dispatched' },
    timeline: [
      ...(round.dispatched ? [] : acceptanceEvents(round, taskId).slice(0, 2)),
      { type: 'handedUp', text: reason, taskId, data: { stage: 'dispatched', areaCode: townTask.areaCode } },
      timeline,
    ],
    openedTasks: [townTask],
    changedTasks: [{ taskId, state: 'handedUp' }],
    notices: [notice],
  };
}
