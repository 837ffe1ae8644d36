import type { Path, PositionRole, Tier } from '../paths/vocabulary.js';

/** A length of time as the rules of the field say it. Calendar days are 24 hours; working ones need a calendar. */
export interface Limit {
  amount: number;
  unit: 'minutes' | 'hours' | 'calendarDays' | 'workingHours' | 'workingDays';
}

/**
 * The clocks of a case. `response`: first recorded contact or answer by a person. `callBack`: the 30 minutes of some
 * channels. `resolution`: the resident's own clock, which never restarts. `tier`: of whoever holds the case now.
 * `unit:<taskId>`: a sub-limit of one unit's or person's part.
 */
export type ClockName = 'response' | 'callBack' | 'resolution' | 'tier' | `unit:${string}`;

/** Whose time runs: to whom lateness is charged. */
export interface Holder {
  tier: Tier;
  roles: readonly PositionRole[];
  areaCode: string;
  unitCode?: string;
}

interface Entry {
  /** ISO 8601, UTC. */
  at: string;
  /** Version of the policy that the entry was made under. */
  rule: number;
}

/** The clock ledger (时限台账): entries are only added; every deadline is recomputed from them. */
export type LedgerEntry = Entry &
  (
    | { kind: 'start'; clock: ClockName; limit: Limit; holder: Holder; path?: Path }
    /** The answer is there, or the part is done. */
    | { kind: 'stop'; clock: ClockName }
    /** A stop is taken back, as when verification fails: the clock goes on as if it had never stopped. */
    | { kind: 'reopen'; clock: ClockName }
    /** All running clocks stand. */
    | { kind: 'pause'; reason: 'waitingForResident' | 'suspended' }
    | { kind: 'resume' }
    /** More time for the resident's and the tier's clock (`clock` left out), or for one unit's part. */
    | { kind: 'extend'; by: Limit; clock?: ClockName }
    /** The matter is of another class on the same path: the limits are those from the start of the clocks. */
    | { kind: 'reclassify'; limit: Limit; path: Path }
    /** Another path, tier or round holds it: the resident's deadline becomes this instant plus the limit. */
    | { kind: 'handOver'; limit: Limit; holder: Holder; path: Path; round: number }
    /** Within a path another tier holds it: only the tier's clock starts anew, with the limit given or what is left. */
    | { kind: 'holder'; holder: Holder; limit?: Limit }
  );

export type Mark = 'half' | 'yellow' | 'red';

/** One clock as the ledger has made it. Instants are ISO 8601, UTC. */
export interface ClockReading {
  clock: ClockName;
  holder: Holder;
  startedAt: string;
  /** The first promise, before anything moved it: still shown, still counted. */
  firstDueAt: string;
  dueAt: string;
  state: 'running' | 'paused' | 'stopped';
  stoppedAt: string | null;
  /** Since when it stands, where it is paused. */
  pausedSince?: string;
  /** It crosses dates that the calendar does not cover. */
  provisional: boolean;
  extensions: number;
  /** When 50, 80 and 100 per cent of the running time have passed, as things stand; pauses do not run. */
  marks: Readonly<Record<Mark, string>>;
  /** Rises each time the clock is started or handed over, so that a mark of one run is not taken for another's. */
  run: number;
}

export interface Reckoning {
  clocks: Partial<Record<ClockName, ClockReading>>;
  paused: { reason: 'waitingForResident' | 'suspended'; since: string } | null;
  /** Milliseconds spent waiting for the resident, suspensions apart; up to the last entry or `now`. */
  waitedForResidentMs: number;
  suspendedMs: number;
}
