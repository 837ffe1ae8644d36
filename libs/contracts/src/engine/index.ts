/** Names that the engine, the services and the start script must agree on. */

export const TASK_QUEUES = { cases: 'cases', grids: 'grids', evaluations: 'evaluations', departments: 'departments' } as const;

/**
 * The advisory lock that pauses the relay: while anybody holds `pg_advisory_lock(hashtext(…))` of this name on the
 * database of cases, no workflow is started and cases wait durably. It ends with its holder's connection.
 */
export const RELAY_PAUSE_LOCK = 'yiwang-relay-pause';

/** Custom search attributes: only what the engine's own lists need. People's lists read PostgreSQL. */
export const SEARCH_ATTRIBUTES = {
  yiwangCounty: 'Keyword',
  yiwangArea: 'Keyword',
  yiwangUnit: 'Keyword',
  yiwangPath: 'Keyword',
  yiwangRound: 'Int',
  yiwangDueAt: 'Datetime',
  yiwangOverdue: 'Bool',
} as const;

/** The case number is the workflow id: one case, one lifecycle. */
export const lifecycleWorkflowId = (caseNumber: string): string => caseNumber;

/** One child per run of a path; the lifecycle's id is its prefix, so that the engine's lists sort together. */
export const pathWorkflowId = (caseNumber: string, path: string, run: number): string => `${caseNumber}/${path}/${run}`;

/** Queries that every case workflow answers. */
export const QUERIES = {
  progress: 'progress',
  pathProgress: 'pathProgress',
  /** What happens to the case by itself if nobody does anything. */
  coming: 'coming',
  /** All steps that this run of the workflow has recorded, in order: what a projection is rebuilt from. */
  recordedSteps: 'recordedSteps',
} as const;

/**
 * Who decides what with which key: the id of an Update, so that a repeated call gets the first one's result. The engine
 * looks at the id alone, so the decision's name is part of it.
 */
export const updateIdOf = (name: string, actor: { subject?: string; kind: string }, idempotencyKey: string): string =>
  `${name}:${actor.subject ?? actor.kind}:${idempotencyKey}`;

/** The step that records a decision, by the workflow that took it: known also to whoever asks whether it was taken. */
export const decisionStepId = (workflowId: string, name: string, updateId: string): string =>
  `${workflowId}#${name}:${updateId}`;
