import type { CaseClass, CaseKind, Channel, Path, Rating, Tier } from '../paths/vocabulary.js';

/** Something that happened to a case and that a figure may ask for. `at` is when it was so (ISO 8601, UTC). */
export interface FactEvent {
  type: FactEventType;
  at: string;
  round?: number;
  /** Of the task that was answered, given out or returned: who that was. */
  tier?: Tier;
  unitCode?: string;
  areaCode?: string;
  /** Of an answer: when it was given, where somebody verified it before the resident was told. */
  givenAt?: string;
  rating?: Rating;
  /** How it closed. */
  as?: string;
  /** Answered together with the leading case of the same event. */
  withLeading?: boolean;
}

export const FACT_EVENTS = [
  'taskOpened',
  'answered',
  'rated',
  'notRated',
  'newRound',
  'reopened',
  'closed',
  'notAccepted',
  'withdrawn',
  'imported',
  'returned',
  'handedUp',
  'movedUp',
  'suspended',
  'resumed',
  'referred',
  'referralReturned',
  'merged',
  'separated',
] as const;
export type FactEventType = (typeof FACT_EVENTS)[number];

/** A deadline that was missed, and who was late. */
export interface MissedDeadline {
  clock: 'response' | 'resolution';
  dueAt: string;
  tier: Tier;
  areaCode: string;
  unitCode?: string;
}

/**
 * What figures are made of: the case as cases tells it, without anything personal. Events are in the order in which they
 * were recorded. Instants ISO 8601, UTC.
 */
export interface CaseFacts {
  caseNumber: string;
  countyCode: string;
  areaCode: string;
  kind: CaseKind;
  caseClass: CaseClass | null;
  categoryCode: string | null;
  channel: Channel;
  path: Path | null;
  receivedAt: string;
  responseDueAt: string;
  firstResponseAt: string | null;
  /** The first promise, and the deadline in force. */
  firstDueAt: string;
  dueAt: string;
  /** An exact copy of an earlier report. */
  isCopy: boolean;
  events: readonly FactEvent[];
  missed: readonly MissedDeadline[];
}
