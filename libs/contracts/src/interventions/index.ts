/** What services, the workflow and the worker have agreed on interventions in bulk. Plain JSON; instants ISO 8601 in UTC. */
import type { ActBehind, Intervention } from '@yiwang/domain/interventions';
import type { TimeMap } from '@yiwang/domain/time';
import type { Limit, PartOf, Path, PositionRole } from '../case-flow/index.js';
import type { ErrorCode, ErrorDetails } from '../errors/index.js';

export const INTERVENTION_WORKFLOW = 'bulkIntervention';
export const interventionWorkflowId = (id: string): string => `intervention-${id}`;
/** With which key one case's decision is put to its workflow: the same however often it is tried. */
export const interventionKey = (id: string, caseNumber: string): string => `intervention/${id}/${caseNumber}`;

export const INTERVENTION_STATES = ['waiting', 'running', 'paused', 'done', 'cancelled', 'lapsed', 'notStarted'] as const;
export type InterventionState = (typeof INTERVENTION_STATES)[number];

/** `unchanged`: what was wanted stood already. `failed`: it was tried again and again and is not known to stand. */
export const INTERVENTION_OUTCOMES = ['waiting', 'done', 'unchanged', 'refused', 'failed', 'left'] as const;
export type InterventionOutcome = (typeof INTERVENTION_OUTCOMES)[number];

/** What a kind needs beside its reason. */
export interface InterventionParameters {
  path?: Path;
  by?: Limit;
  reviewAt?: string;
  to?: PartOf;
  reset?: ChosenReset;
}

/** `reset`: to which point a workflow of the case goes back, and what the engine said of it when somebody chose it. */
export interface ChosenReset {
  workflowId: string;
  runId: string;
  /** The completed workflow task at which it goes on anew. */
  eventId: number;
  /** Of that task, by the engine's clock; empty where it is no point. */
  at: string;
  /** Whoever acted after it hears that their acts are carried out again. */
  tellThem: boolean;
  /** It was a point of that run, and the run went on. */
  isThere: boolean;
  /** What people did after it. */
  acts: ActBehind[];
}

/** Whoever steps in, in the positions that they held when they did. */
export interface Intervener {
  subject: string;
  positions: { id: string; role: PositionRole; areaCode: string; unitCode: string | null; actingForId?: string | null }[];
}

/** One case of the frozen selection. */
export interface SelectedCase {
  number: string;
  /** How it stood when it was selected; another mark later is another case than the one that was seen. */
  mark: string;
  /** Its own, where an undoing gives each case back what it had. */
  own?: InterventionParameters;
}

export interface BulkInput {
  id: string;
  kind: Intervention;
  selection: SelectedCase[];
  reason: string;
  parameters: InterventionParameters;
  by: Intervener;
  /** A second person has to agree by then, and it lapses otherwise; null: nobody has to. */
  approvalUntil: string | null;
  time?: TimeMap;
  /** After continuing as new. */
  carried?: BulkCarried;
}

export interface BulkCarried {
  approvedBy: string | null;
  /** How many of the selection have their result. */
  done: number;
  counts: BulkCounts;
  isPaused: boolean;
}

export type BulkCounts = Record<Exclude<InterventionOutcome, 'waiting' | 'left'>, number>;

export interface BulkProgress {
  state: InterventionState;
  total: number;
  counts: BulkCounts;
  approvedBy: string | null;
}

export interface CaseIntervention {
  id: string;
  number: string;
  mark: string;
  kind: Intervention;
  reason: string;
  parameters: InterventionParameters;
  by: Intervener;
}

export interface CaseResult {
  outcome: keyof BulkCounts;
  code: ErrorCode | null;
  details: ErrorDetails;
  /** What an undoing gives back. */
  before: InterventionParameters;
}

/** On the queue of cases. */
export interface InterventionActivities {
  /** Does it to one case, looks whether it stands, and writes the result down; a case that has one is answered with it. */
  intervene(one: CaseIntervention): Promise<CaseResult['outcome']>;
  /** It was tried as often as it is worth: what is not known to stand has failed. */
  giveUp(one: Pick<CaseIntervention, 'id' | 'number'>): Promise<CaseResult['outcome']>;
  recordIntervention(at: { id: string; state: InterventionState; at: string; approvedBy?: string }): Promise<void>;
}

export const BULK_UPDATES = { approveIntervention: 'approveIntervention' } as const;
export interface ApproveInterventionInput {
  subject: string;
}
export const BULK_SIGNALS = { paused: 'interventionPaused', resumed: 'interventionResumed', cancelled: 'interventionCancelled' } as const;
export const BULK_PROGRESS = 'interventionProgress';
