/**
 * What the accountability workflow (通报、约谈 → 整改 → 验收), the evaluations service that opens it and its activities
 * have agreed. Plain JSON; instants are ISO 8601 in UTC.
 */
import type { AccountabilityKind, Answerable, RectificationState, Scope, Shortfall } from '@yiwang/domain/figures';
import type { TimeMap } from '@yiwang/domain/time';
import type { Actor } from '../case-flow/index.js';

export const ACCOUNTABILITY_WORKFLOW = 'accountability';

/** Once a scope and month: the same figures open nothing twice. */
export const accountabilityWorkflowId = (countyCode: string, month: string, { kind, code }: Scope): string =>
  `accountability/${countyCode}/${month}/${kind}/${code}`;

export interface AccountabilityInput {
  id: string;
  countyCode: string;
  kind: AccountabilityKind;
  /** `2026-11`. */
  month: string;
  scope: Scope;
  shortfalls: Shortfall[];
  answerable: Answerable;
  accepts: Answerable;
  /** Working days from the notice to the rectification, and from there to its acceptance. */
  limits: { rectificationDays: number; acceptanceDays: number };
  time?: TimeMap;
}

export interface SubmitRectificationInput {
  actor: Actor;
  idempotencyKey: string;
  text: string;
}

export interface DecideRectificationInput {
  actor: Actor;
  idempotencyKey: string;
  accepted: boolean;
  /** What was found, or what is still lacking. */
  reason: string;
}

export const ACCOUNTABILITY_UPDATES = {
  submitRectification: 'submitRectification',
  decideRectification: 'decideRectification',
} as const;

/** Where it stands after a decision. */
export interface AccountabilityProgress {
  state: RectificationState;
  /** How often it was handed in. */
  attempts: number;
  dueAt: string | null;
}

export const ACCOUNTABILITY_EVENTS = ['noticed', 'submitted', 'returned', 'accepted', 'rectificationOverdue', 'acceptanceOverdue'] as const;
export type AccountabilityEventType = (typeof ACCOUNTABILITY_EVENTS)[number];

/** One step, recorded once by its id. */
export interface AccountabilityStep extends AccountabilityProgress {
  id: string;
  countyCode: string;
  stepId: string;
  at: string;
  actor: Actor;
  /** The decision behind it, for the audit; absent where a deadline passed. */
  cause?: { operation: string; updateId: string };
  event: AccountabilityEventType;
  text: string;
  provisional: boolean;
}

/** On the queue of evaluations, in whose tables it is recorded. */
export interface AccountabilityActivities {
  recordAccountability(step: AccountabilityStep): Promise<void>;
}
