import type { ProjectedCourse } from '@yiwang/contracts/projection';

/** Where the case row keeps what steps write of the course: column and type. */
export const COURSE_COLUMNS = {
  stage: ['stage', 'text'],
  path: ['path', 'text'],
  round: ['round', 'int'],
  areaCode: ['area_code', 'text'],
  caseClass: ['case_class', 'text'],
  tier: ['tier', 'text'],
  unitCode: ['unit_code', 'text'],
  resolutionDueAt: ['resolution_due_at', 'timestamptz'],
  firstDueAt: ['first_due_at', 'timestamptz'],
  tierDueAt: ['tier_due_at', 'timestamptz'],
  provisional: ['provisional', 'boolean'],
  paused: ['paused', 'text'],
  reviewAt: ['review_at', 'timestamptz'],
  card: ['card', 'text'],
  mergedInto: ['merged_into', 'text'],
  firstResponseAt: ['first_response_at', 'timestamptz'],
  resolvedAt: ['resolved_at', 'timestamptz'],
  closedAt: ['closed_at', 'timestamptz'],
  closedAs: ['closed_as', 'text'],
  responseOverdue: ['response_overdue', 'boolean'],
  resolutionOverdue: ['resolution_overdue', 'boolean'],
  handlerSubject: ['handler_subject', 'text'],
  rating: ['rating', 'text'],
} as const satisfies Record<keyof ProjectedCourse, readonly [string, string]>;

/** A table whose rows steps write, with the names of the projection for its columns. */
interface RowTable {
  name: string;
  /** Columns that tell a case's rows apart, after the case number. */
  key: readonly string[];
  columns: Readonly<Record<string, readonly [column: string, type: string]>>;
  /** Closed to changes: a wrong row is taken out and written anew. */
  onlyGrows?: true;
}

export const TASK_TABLE = {
  name: 'task',
  key: ['id'],
  columns: {
    taskId: ['id', 'text'],
    kind: ['kind', 'text'],
    state: ['state', 'text'],
    workflowId: ['workflow_id', 'text'],
    tier: ['tier', 'text'],
    roles: ['roles', 'text[]'],
    areaCode: ['area_code', 'text'],
    unitCode: ['unit_code', 'text'],
    subjects: ['subjects', 'text[]'],
    excludedSubjects: ['excluded_subjects', 'text[]'],
    excludedUnits: ['excluded_units', 'text[]'],
    round: ['round', 'int'],
    dueAt: ['due_at', 'timestamptz'],
    title: ['title', 'text'],
    partOf: ['part_of', 'text'],
    data: ['data', 'jsonb'],
    result: ['result', 'text'],
    openedAt: ['opened_at', 'timestamptz'],
    closedAt: ['closed_at', 'timestamptz'],
  },
} as const satisfies RowTable;

export const CLOCK_TABLE = {
  name: 'clock_entry',
  onlyGrows: true,
  key: ['seq'],
  columns: { seq: ['seq', 'int'], entry: ['entry', 'jsonb'] },
} as const satisfies RowTable;

export const MARK_TABLE = {
  name: 'case_mark',
  onlyGrows: true,
  key: ['key'],
  columns: {
    key: ['key', 'text'],
    mark: ['mark', 'text'],
    clock: ['clock', 'text'],
    dueAt: ['due_at', 'timestamptz'],
    at: ['at', 'timestamptz'],
    tier: ['tier', 'text'],
    roles: ['roles', 'text[]'],
    areaCode: ['area_code', 'text'],
    unitCode: ['unit_code', 'text'],
  },
} as const satisfies RowTable;

export const RECORD_TABLE = {
  name: 'case_record',
  key: ['kind', 'id'],
  columns: {
    kind: ['kind', 'text'],
    id: ['id', 'text'],
    data: ['data', 'jsonb'],
    at: ['at', 'timestamptz'],
    actorSubject: ['actor_subject', 'text'],
  },
} as const satisfies RowTable;

export const TIMELINE_COLUMNS = {
  type: ['type', 'text'],
  at: ['at', 'timestamptz'],
  actorKind: ['actor_kind', 'text'],
  actorSubject: ['actor_subject', 'text'],
  actorRole: ['actor_role', 'text'],
  text: ['text', 'text'],
  taskId: ['task_id', 'text'],
  internal: ['internal', 'boolean'],
  data: ['data', 'jsonb'],
} as const;

export type { RowTable };

/** `column as "name", …` for a select. */
export const selected = (columns: RowTable['columns']): string =>
  Object.entries(columns)
    .map(([name, [column]]) => `${column} as "${name}"`)
    .join(', ');
