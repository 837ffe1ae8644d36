/** How a step is recorded: local activities in the worker that hosts the workflow, one transaction a step. */
import type { CaseClass, Path, PositionRole, Rating, Stage, TaskKind, TaskState, Tier } from '@yiwang/domain/paths';
import type { Actor } from './decisions.js';
import type { LedgerEntry, WorkingCalendarData } from './ledger.js';

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
  'movedUp',
  'delegated',
  'reclassified',
  'planned',
  'partCancelled',
  'reassigned',
  'contributed',
  'assigned',
  'returned',
  'arbitrated',
  'summoned',
  'attended',
  'minutesRecorded',
  'mediated',
  'instructed',
  'verified',
  'verificationFailed',
  'approvalRequested',
  'approvalGranted',
  'approvalRefused',
  'approvalMovedUp',
  'extended',
  'paused',
  'suspended',
  'resumed',
  'referred',
  'referralReturned',
  'urged',
  'orderIssued',
  'orderAnswered',
  'orderOverdue',
  'orderLifted',
  'half',
  'yellowCard',
  'redCard',
  'callBackMissed',
  'partOverdue',
  'merged',
  'joined',
  'separated',
  'deadlineRecomputed',
  'reporterRevealed',
  'added',
  /** By whoever reported it, after a deadline has passed. */
  'residentUrged',
  /** Neighbours can see it, under a title of its own; and no longer. */
  'published',
  'unpublished',
  'rated',
  'newRound',
  'reopened',
  'notRated',
  'closed',
  'notAccepted',
  'withdrawn',
  'responseOverdue',
  'resolutionOverdue',
  'imported',
  /** Somebody has put right what the machine could not. */
  'repaired',
  /** An earlier entry does not hold: what it tells was written and never became part of the course. */
  'retracted',
] as const;
export type TimelineType = (typeof TIMELINE_TYPES)[number];

export interface TimelineEvent {
  type: TimelineType;
  /** Who did it, where that is not whoever the step is by: an answer that somebody else has verified. */
  actor?: Actor;
  /** What the resident may read, such as the answer or the reason. */
  text?: string;
  taskId?: string;
  /** True: for the people who work on it, not for the resident. */
  internal?: true;
  data?: Record<string, string | number | boolean | string[]>;
}

export interface OpenedTask {
  taskId: string;
  kind: TaskKind;
  /** The workflow that owns the task's decisions. */
  workflowId: string;
  tier: Tier;
  roles: PositionRole[];
  areaCode: string;
  /** Only people of this unit. */
  unitCode?: string;
  /** Only these persons. */
  subjects?: string[];
  excludedSubjects: string[];
  excludedUnits?: string[];
  round: number;
  dueAt: string;
  /** What is to be done, where the kind alone does not say it. */
  title?: string;
  /** The leading task of which this is a part. */
  partOf?: string;
  /** For `approve`: what is asked for; for `verify` and others what the form needs. */
  data?: Record<string, string | number | boolean | string[]>;
}

export interface ChangedTask {
  taskId: string;
  state: Exclude<TaskState, 'open'>;
  /** What came of it: the part's result, the verdict. */
  result?: string;
}

/** A mark of lateness or a card, counted to whoever was late. */
export interface CountedMark {
  /** Once in the case: clock, run and mark. */
  key: string;
  mark: 'half' | 'yellow' | 'red' | 'callBackMissed' | 'responseOverdue' | 'resolutionOverdue' | 'partOverdue' | 'orderOverdue' | 'movedUpLate';
  clock: string;
  dueAt: string;
  tier: Tier;
  roles: PositionRole[];
  areaCode: string;
  unitCode?: string;
}

/** The case row's fields that a step changes; a field left out stays as it is. */
export interface CasePatch {
  stage?: Stage;
  path?: Path | null;
  round?: number;
  areaCode?: string;
  caseClass?: CaseClass;
  tier?: Tier;
  unitCode?: string | null;
  resolutionDueAt?: string;
  /** Of the tier that holds it now. */
  tierDueAt?: string | null;
  provisional?: boolean;
  paused?: 'waitingForResident' | 'suspended' | null;
  reviewAt?: string | null;
  card?: 'none' | 'yellow' | 'red';
  mergedInto?: string | null;
  firstResponseAt?: string;
  /** Null when a new round takes the answer back. */
  resolvedAt?: string | null;
  /** Null when a closed case is opened again. */
  closedAt?: string | null;
  /** `terminated`: ended from outside, where nothing else was left. */
  closedAs?: 'rated' | 'notRated' | 'notAccepted' | 'withdrawn' | 'roundsExhausted' | 'terminated' | null;
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
  'deadlineMoved',
  'casePaused',
  'caseResumed',
  'caseSuspended',
  'caseReferred',
  'yellowCard',
  'redCard',
  'urged',
  'residentUrged',
  'halfTime',
  'requestDecided',
  'summoned',
  'merged',
  'patrolMissed',
  /** Something over many cases waits for a second person. */
  'secondPersonWanted',
  /** What they did after a point to which a workflow goes back is carried out again. */
  'actsRepeated',
  /** Ended from outside, as the last resort. */
  'caseTerminated',
] as const;
/** Who is told what; the text is made from templates where it is sent. */
export interface Notice {
  type: (typeof NOTICE_TYPES)[number];
  to:
    | { kind: 'reporter' }
    | { kind: 'position'; roles: PositionRole[]; areaCode: string; unitCode?: string; subjects?: string[] };
  data: Record<string, string | number>;
}

export interface CaseStep {
  caseNumber: string;
  countyCode: string;
  /** Names the decision or what the system did, once in the case; a step recorded before is skipped. */
  stepId: string;
  /** The step that the same run of the workflow wrote before: where another follows it already, the engine has lost that one. */
  follows?: string;
  at: string;
  actor: Actor;
  /** The decision that led to the step, for the audit; absent where a clock rang or a path went on by itself. */
  cause?: { operation: string; updateId: string };
  patch: CasePatch;
  timeline: TimelineEvent[];
  openedTasks: OpenedTask[];
  changedTasks: ChangedTask[];
  /** Cancel whatever is still open: the case left its path. `path` leaves the lifecycle's own tasks (approvals, orders). */
  cancelOpenTasks?: boolean | 'path';
  /** The deadline of whoever leads was moved: their open tasks (`handle`, `lead`, `coordinate`) are due then. */
  leadDueAt?: string;
  /** The deadline of one part was moved. */
  partDueAt?: { taskId: string; dueAt: string };
  /** New entries of the clock ledger, each with its place in the case's ledger. */
  clock?: { seq: number; entry: LedgerEntry }[];
  marks?: CountedMark[];
  /** A record with a form of its own: meeting, minutes, mediation, verification, approval, order, instruction. */
  records?: { kind: string; id: string; data: Record<string, unknown> }[];
  notices: Notice[];
}

/** The step with its own instant, wherever it stands in it, replaced by the one with which it was written. */
export const restamped = (step: CaseStep, at: string): CaseStep =>
  JSON.parse(JSON.stringify(step).replaceAll(JSON.stringify(step.at), JSON.stringify(at))) as CaseStep;

export interface CaseActivities {
  /**
   * Writes one step: case row, tasks, timeline, clocks, marks, notices, in one transaction; once per `stepId`. Answers
   * the instant (ISO 8601, UTC) with which the step stands: its own, or that of an earlier try.
   */
  recordStep(step: CaseStep): Promise<string>;
  /** When a person first answered or reached the resident, or null: asked when the response clock rings. */
  firstResponseAt(caseNumber: string): Promise<string | null>;
  /** The working calendar in force for a county, or with a unit's own periods over it; asked once by a path that needs it. */
  workingCalendar(county: { countyCode: string; unitCode?: string }): Promise<WorkingCalendarData>;
}
