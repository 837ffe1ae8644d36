import type { PositionRole, Stage, TaskKind, TaskState } from '../paths/vocabulary.js';

/** A UTC instant, ISO 8601. */
type Instant = string;

/** Everything that is known of an open case when somebody asks why it does not move. Business instants throughout. */
export interface CaseFacts {
  now: Instant;
  stage: Stage;
  /** When it came into that stage. */
  stageSince: Instant;
  /** Of the tier that holds it, or of the case; none where no clock runs. */
  dueAt: Instant | null;
  paused: { kind: 'waitingForResident' | 'suspended'; since: Instant; until: Instant | null } | null;
  /** The leading case of the same event. */
  mergedInto: string | null;
  /** Open ones alone. */
  tasks: readonly TaskFacts[];
  /** Since the county last decided bindingly. */
  returns: { count: number; lastAt: Instant | null };
  ratingUntil: Instant | null;
  machine: MachineFacts;
}

export interface TaskFacts {
  id: string;
  kind: TaskKind;
  state: Extract<TaskState, 'open' | 'accepted'>;
  roles: readonly PositionRole[];
  areaCode: string;
  unitCode: string | null;
  holder: string | null;
  openedAt: Instant;
  dueAt: Instant;
}

/** What the engine, its workers and our own loops say of the case; each part is absent where nothing is wrong. */
export interface MachineFacts {
  /** Its workflow ended although the case did not. */
  lost?: { since: Instant; as: 'terminated' | 'failed' | 'timedOut' | 'missing' };
  /** The engine does not answer. */
  engineAway?: { since: Instant };
  workflowTask?: Failing;
  step?: Failing;
  /** Nobody polls the queue of its workflow. */
  noWorker?: { since: Instant };
  /** Its start lies in the outbox. */
  start?: Failing;
  /** Started, and its workflow has recorded nothing yet. */
  unopened?: { since: Instant };
  /** A deadline passed and left no mark: no timer was armed for it, or none that fires. */
  unmarked?: { dueAt: Instant };
  /** PostgreSQL may say something else than its workflow. */
  doubt?: { since: Instant; tries: number };
  /** Notices or calls that the other side does not take. */
  delivery?: Failing & { isRefused: boolean };
}

export interface Failing {
  since: Instant;
  /** How often it was tried; 0: not yet. */
  attempts: number;
  /** Kind of the last failure, without personal data. */
  failure: string | null;
  nextTryAt: Instant | null;
}
