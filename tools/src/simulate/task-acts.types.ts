import type { WorkingCalendar } from '@yiwang/domain/calendar';
import type { PositionRole, TaskKind } from '@yiwang/domain/paths';
import type { Chance } from './chance.js';
import type { County } from './county.js';
import type { Habits } from './habits.js';
import type { PlannedCase } from './plan.js';

/** A task as the change feed tells of its opening. */
export interface SeenTask {
  taskId: string;
  caseNumber: string;
  kind: TaskKind;
  roles: PositionRole[];
  areaCode: string;
  unitCode?: string;
  /** A part that was returned: somebody other than whoever leads is to have it. */
  part?: true;
  round: number;
  openedAtMs: number;
  dueAtMs: number;
}

/** What somebody does with a task: a mutation of the graph that takes the task, what it says, and when (business ms). */
export interface TaskAct {
  mutation: TaskMutation;
  input: Record<string, unknown>;
  atMs: number;
}

export const TASK_MUTATIONS = {
  claimTask: 'TaskReferenceInput',
  acceptTask: 'AcceptTaskArguments',
  recordContact: 'RecordContactArguments',
  completeTask: 'CompleteTaskArguments',
  answerOrder: 'CompleteTaskArguments',
  handUp: 'HandUpArguments',
  dispatchCase: 'DispatchArguments',
  delegateTask: 'DelegateArguments',
  planParts: 'PlanPartsArguments',
  assignUnits: 'AssignUnitsArguments',
  returnTask: 'ReturnTaskArguments',
  summon: 'SummonArguments',
  recordMinutes: 'RecordMinutesArguments',
  recordMediation: 'RecordMediationArguments',
  verifyTask: 'VerifyTaskArguments',
  requestApproval: 'RequestApprovalArguments',
  decideApproval: 'DecideApprovalArguments',
  answerReferral: 'AnswerReferralArguments',
} as const;
export type TaskMutation = keyof typeof TASK_MUTATIONS;

/** Each answers with the task's next version. */
export const TASK_QUERIES = Object.fromEntries(
  Object.entries(TASK_MUTATIONS).map(([name, input]) => [name, `mutation ($input: ${input}!) { ${name}(input: $input) { version } }`]),
) as Record<TaskMutation, string>;

/** All that decides on what somebody does with a task. */
export interface Doing {
  task: SeenTask;
  matter: PlannedCase;
  county: County;
  habits: Habits;
  /** When this person works. */
  hours: WorkingCalendar;
  /** A stream of this task's own. */
  chance: Chance;
}
