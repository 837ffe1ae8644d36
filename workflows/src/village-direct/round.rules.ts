import type {
  AcceptTaskInput,
  CompleteTaskInput,
  HandUpTaskInput,
  OpenedTask,
  Stage,
  UpdateName,
  VillageDirectInput,
} from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { townOf } from '@yiwang/domain/areas';
import { mayAccept, mayComplete, mayHandUp, nextHandlers, type TaskSituation } from '@yiwang/domain/paths';
import type { StepWriter } from '../recording/record.js';
import { checkTaskIsOpen, checkTaskIsTheirs, firstRefusal, taskIdOf, type Verdict } from '../recording/tasks.rules.js';

/** One round of the village path: plain JSON, changed only when a step is recorded. */
export interface Round extends StepWriter {
  input: VillageDirectInput;
  workflowId: string;
  stage: Stage;
  /** A desk or an earlier round has accepted the case and said where it belongs. */
  dispatched: boolean;
  task: OpenedTask | null;
  taskAccepted: boolean;
  tasksOpened: number;
  /** The decision that is being recorded; meanwhile every other one is refused. */
  deciding: UpdateName | null;
  answer: { handlerSubject: string; answeredAt: string } | null;
}

/** A round at its beginning. Tasks opened before it mean that the case has been accepted and dispatched already. */
export const beginRound = (input: VillageDirectInput, workflowId: string): Round => ({
  input,
  workflowId,
  caseNumber: input.caseNumber,
  countyCode: input.countyCode,
  stage: input.tasksOpened > 0 ? 'dispatched' : 'received',
  dispatched: input.tasksOpened > 0,
  task: null,
  taskAccepted: false,
  tasksOpened: input.tasksOpened,
  deciding: null,
  answer: null,
});

/** The round's first task: the grid member's, in round two the village's officials', from round three the town's. */
export const firstTaskOf = ({ input, workflowId }: Round): OpenedTask => ({
  ...nextHandlers(input.round, input.areaCode, input.excludedSubjects),
  taskId: taskIdOf(input.caseNumber, input.tasksOpened + 1),
  workflowId,
  round: input.round,
  dueAt: input.dueAt,
});

/** The town's task after a hand-up: the same clock, the town centre answers. */
export const townTaskOf = (round: Round, handedUp: OpenedTask): OpenedTask => ({
  ...handedUp,
  taskId: taskIdOf(round.caseNumber, round.tasksOpened + 1),
  kind: 'townDesk',
  roles: ['townCentre'],
  areaCode: townOf(handedUp.areaCode) ?? handedUp.areaCode,
});

/** The task as the rules see it: what is just being completed or handed up counts as closed already. */
function situationOf({ answer, deciding, taskAccepted }: Round, task: OpenedTask): TaskSituation {
  const leaving = answer !== null || deciding === 'completeTask' || deciding === 'handUpTask';
  const state = leaving ? 'completed' : taskAccepted ? 'accepted' : 'open';
  return { kind: task.kind, areaCode: task.areaCode, state };
}

/** What every decision on this path is asked first, and then the rule of the decision itself. */
function checkDecision(round: Round, input: AcceptTaskInput, rule: (task: TaskSituation) => Verdict): Verdict {
  const { task } = round;
  if (task === null) return refuse('TASK_CLOSED');
  return firstRefusal(
    () => checkTaskIsOpen(round.caseNumber, task, input.taskId),
    () => checkTaskIsTheirs(task, input.actor),
    () => rule(situationOf(round, task)),
    () => (round.deciding === null ? { ok: true } : refuse('STAGE_REFUSES', { actual: round.stage })),
  );
}

/** Whether the task may be accepted now; a task is accepted once. */
export const checkAccept = (round: Round, input: AcceptTaskInput): Verdict =>
  checkDecision(round, input, (task) => mayAccept(round.stage, task));

/** Whether the task may be completed now; one not yet accepted is accepted with it (现场直办). */
export const checkComplete = (round: Round, input: CompleteTaskInput): Verdict =>
  firstRefusal(
    () => checkDecision(round, input, (task) => mayComplete(round.stage, task)),
    () => (input.answer.trim() === '' ? refuse('TEXT_REQUIRED') : { ok: true }),
  );

/** Whether the task may be handed up now; above the town's desk there is nobody on this path. */
export const checkHandUp = (round: Round, input: HandUpTaskInput): Verdict =>
  checkDecision(round, input, (task) => mayHandUp(round.stage, task, input.reason));
