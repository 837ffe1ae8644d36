/**
 * What the case workflows, the services that drive them and the activities that record them have agreed.
 * Everything here is plain JSON: instants are ISO 8601 strings in UTC.
 */
import type { CaseKind, Channel, Path, PositionRole, Rating, Stage, TaskKind, TaskState } from '@yiwang/domain/paths';

export {
  CASE_KINDS,
  CHANNELS,
  PATHS,
  POSITION_ROLES,
  RATINGS,
  STAGES,
  TASK_KINDS,
  TASK_STATES,
  type CaseKind,
  type Channel,
  type Path,
  type PositionRole,
  type Rating,
  type Stage,
  type TaskKind,
  type TaskState,
} from '@yiwang/domain/paths';

/** Who did something: a person or client in a position, a resident, or the system itself when a clock rang. */
export interface Actor {
  kind: 'person' | 'client' | 'resident' | 'system';
  /** Keycloak subject for a person or client; absent for an anonymous resident and for the system. */
  subject?: string;
  positionId?: string;
  role?: PositionRole;
}

export const SYSTEM_ACTOR: Actor = { kind: 'system' };

/** The limits a case began with. A running case stays on the version it began with. */
export interface CasePolicy {
  version: number;
  responseLimitHours: number;
  resolutionLimitDays: number;
  ratingWindowDays: number;
  maxRounds: number;
}

export interface CaseLifecycleInput {
  caseNumber: string;
  countyCode: string;
  /** County (6), town (9), village (12) or grid (15 digits): as exact as the report allowed. */
  areaCode: string;
  kind: CaseKind;
  channel: Channel;
  /** When the case entered the network; every clock of the resident runs from here. */
  receivedAt: string;
  policy: CasePolicy;
}

export interface VillageDirectInput {
  caseNumber: string;
  countyCode: string;
  /** Village or grid. */
  areaCode: string;
  round: number;
  /** Tasks opened so far, so that task ids stay unique over rounds. */
  tasksOpened: number;
  /** People who handled an earlier round and must not handle this one. */
  excludedSubjects: string[];
  /** When the resolution of this round is due. */
  dueAt: string;
}

export interface VillageDirectResult {
  outcome: 'answered';
  handlerSubject: string;
  answeredAt: string;
  tasksOpened: number;
}

// ── Updates: what people decide. Imperative names; each goes to the workflow that owns the step. ──

interface Decision {
  actor: Actor;
  /** The caller's key, kept in the history so that who did what with which key can be read there. */
  idempotencyKey: string;
}

export interface AcceptTaskInput extends Decision {
  taskId: string;
}
export interface CompleteTaskInput extends Decision {
  taskId: string;
  answer: string;
  attachmentIds: string[];
}
export interface HandUpTaskInput extends Decision {
  taskId: string;
  reason: string;
}
/** A desk decides where a case belongs, or with a reason the resident sees that it is not accepted. */
export interface DispatchCaseInput extends Decision {
  taskId: string;
  decision: { kind: 'dispatch'; areaCode: string } | { kind: 'notAccept'; reason: string };
}
export interface RateCaseInput extends Decision {
  ratingId: string;
  /** The round that is rated: a rating that arrives late must not count for the next one. */
  round: number;
  rating: Rating;
  comment: string;
}
export interface WithdrawCaseInput extends Decision {
  reason: string;
}

/** What every decision answers with: where the case now is. */
export interface DecisionResult {
  stage: Stage;
  round: number;
}

export const WORKFLOWS = { caseLifecycle: 'caseLifecycle', villageDirect: 'villageDirect' } as const;

/** Which workflow owns which decision: `lifecycle` is the parent, `path` the running child. */
export const UPDATES = {
  dispatchCase: 'lifecycle',
  rateCase: 'lifecycle',
  withdrawCase: 'lifecycle',
  acceptTask: 'path',
  completeTask: 'path',
  handUpTask: 'path',
} as const;
export type UpdateName = keyof typeof UPDATES;

export interface UpdateInputs {
  dispatchCase: DispatchCaseInput;
  rateCase: RateCaseInput;
  withdrawCase: WithdrawCaseInput;
  acceptTask: AcceptTaskInput;
  completeTask: CompleteTaskInput;
  handUpTask: HandUpTaskInput;
}

export interface LifecycleProgress {
  stage: Stage;
  path: Path | null;
  round: number;
  responseDueAt: string;
  resolutionDueAt: string;
  responseOverdue: boolean;
  resolutionOverdue: boolean;
}

// ── Activities: how a step is recorded. Local, in the worker that hosts the workflow, one transaction a step. ──

export const TIMELINE_TYPES = [
  'received',
  'accepted',
  'dispatched',
  'taskOpened',
  'claimed',
  'released',
  'contacted',
  'answered',
  'handedUp',
  'added',
  'rated',
  'newRound',
  'notRated',
  'closed',
  'notAccepted',
  'withdrawn',
  'responseOverdue',
  'resolutionOverdue',
  'imported',
] as const;
export type TimelineType = (typeof TIMELINE_TYPES)[number];

export interface TimelineEvent {
  type: TimelineType;
  /** What the resident may read, such as the answer or the reason. */
  text?: string;
  taskId?: string;
  data?: Record<string, string | number | boolean | string[]>;
}

export interface OpenedTask {
  taskId: string;
  kind: TaskKind;
  /** The workflow that owns the task's decisions. */
  workflowId: string;
  roles: PositionRole[];
  areaCode: string;
  excludedSubjects: string[];
  round: number;
  dueAt: string;
}

export interface ChangedTask {
  taskId: string;
  state: Exclude<TaskState, 'open'>;
}

/** The case row's fields that a step changes; a field left out stays as it is. */
export interface CasePatch {
  stage?: Stage;
  path?: Path | null;
  round?: number;
  areaCode?: string;
  resolutionDueAt?: string;
  firstResponseAt?: string;
  /** Null when a new round takes the answer back. */
  resolvedAt?: string | null;
  closedAt?: string;
  closedAs?: 'rated' | 'notRated' | 'notAccepted' | 'withdrawn' | 'roundsExhausted';
  responseOverdue?: boolean;
  resolutionOverdue?: boolean;
  handlerSubject?: string;
  rating?: Rating;
}

export const NOTICE_TYPES = [
  'caseFiled',
  'caseAnswered',
  'caseClosed',
  'caseNotAccepted',
  'caseWithdrawn',
  'newRound',
  'taskOpened',
  'overdue',
] as const;
/** Who is told what; the text is made from templates where it is sent. */
export interface Notice {
  type: (typeof NOTICE_TYPES)[number];
  to: { kind: 'reporter' } | { kind: 'position'; roles: PositionRole[]; areaCode: string };
  data: Record<string, string | number>;
}

export interface CaseStep {
  caseNumber: string;
  countyCode: string;
  /** Names the decision or what the system did, once in the case; a step recorded before is skipped. */
  stepId: string;
  at: string;
  actor: Actor;
  /** The decision that led to the step, for the audit; absent where a clock rang or a path went on by itself. */
  cause?: { operation: string; updateId: string };
  patch: CasePatch;
  timeline: TimelineEvent[];
  openedTasks: OpenedTask[];
  changedTasks: ChangedTask[];
  /** Cancel whatever is still open: the case left its path. */
  cancelOpenTasks?: boolean;
  notices: Notice[];
}

export interface CaseActivities {
  /** Writes one step: case row, tasks, timeline, notices, in one transaction; once per `stepId`. */
  recordStep(step: CaseStep): Promise<void>;
  /** When a person first answered or reached the resident, or null: asked when the response clock rings. */
  firstResponseAt(caseNumber: string): Promise<string | null>;
}
