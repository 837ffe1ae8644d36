import type { CasePatch, CountedMark, LedgerEntry, OpenedTask, TaskState, TimelineType } from '../case-flow/index.js';

/**
 * What PostgreSQL must hold of a case once these steps are written; every instant ISO 8601 in UTC with milliseconds.
 * What people change without the engine is not in it: who holds a task, versions, attendance, what residents added.
 */
export interface ProjectedCase {
  caseNumber: string;
  countyCode: string;
  stepIds: string[];
  course: ProjectedCourse;
  /** By id. */
  tasks: ProjectedTask[];
  /** By place in the ledger. */
  clock: { seq: number; entry: LedgerEntry }[];
  /** By key. */
  marks: ProjectedMark[];
  /** By kind and id. */
  records: ProjectedRecord[];
  /** In the order of the steps. */
  timeline: ProjectedEntry[];
}

/** The columns of the case row that steps write. A column without a value is as intake wrote it, which no step tells. */
export interface ProjectedCourse extends CasePatch {
  stage: NonNullable<CasePatch['stage']>;
  path: NonNullable<CasePatch['path']> | null;
  round: number;
  provisional: boolean;
  paused: NonNullable<CasePatch['paused']> | null;
  reviewAt: string | null;
  card: NonNullable<CasePatch['card']>;
  mergedInto: string | null;
  /** The first promise, before anything moved it. */
  firstDueAt?: string;
  resolvedAt: string | null;
  closedAt: string | null;
  closedAs: NonNullable<CasePatch['closedAs']> | null;
  responseOverdue: boolean;
  resolutionOverdue: boolean;
}

type LeftOut = 'unitCode' | 'subjects' | 'excludedUnits' | 'title' | 'partOf' | 'data';

export interface ProjectedTask extends Omit<OpenedTask, LeftOut> {
  state: TaskState;
  unitCode: string | null;
  subjects: string[] | null;
  excludedUnits: string[];
  title: string | null;
  partOf: string | null;
  data: NonNullable<OpenedTask['data']>;
  result: string | null;
  openedAt: string;
  closedAt: string | null;
}

export interface ProjectedMark extends Omit<CountedMark, 'unitCode'> {
  unitCode: string | null;
  at: string;
}

export interface ProjectedRecord {
  kind: string;
  id: string;
  data: Record<string, unknown>;
  at: string;
  actorSubject: string | null;
}

export interface ProjectedEntry {
  type: TimelineType;
  at: string;
  actorKind: string;
  actorSubject: string | null;
  actorRole: string | null;
  text: string | null;
  taskId: string | null;
  internal: boolean;
  data: Record<string, unknown>;
}

/** Entries that services write on their own; those of the steps may carry these types too. */
export const WRITTEN_BY_SERVICES: readonly TimelineType[] = [
  'received',
  'imported',
  'claimed',
  'repaired',
  'released',
  'contacted',
  'repaired',
  'added',
  'published',
  'unpublished',
  'attended',
  'reporterRevealed',
  'retracted',
];

/** The same instant in one spelling: `2026-01-01T00:00:00Z` and `…00.000Z` are the same. */
export const sameInstant = (instant: string): string => new Date(instant).toISOString();
