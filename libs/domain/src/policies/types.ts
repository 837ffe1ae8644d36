import type { Limit } from '../clocks/ledger.types.js';
import type { ApprovalKind, CaseClass, Channel, Path, PositionRole, Tier } from '../paths/vocabulary.js';

/** What a county may set for one path; what makes the path the path is code. */
export interface PathRules {
  /** How long the leading unit may take to accept, where the path has such a limit. */
  accept: Limit | null;
  resolution: Limit;
  /** The sub-limit of a part (sub-task, assisting department) where the lead names none. */
  part: Limit;
  extension: { most: Limit; automaticUpTo: Limit };
  /** After the red mark, before the task moves up by itself. */
  grace: Limit;
  /** Who holds it in turn: each rung the roles of one tier; the last one hands up to `up`. */
  ladder: readonly { tier: Tier; roles: readonly PositionRole[] }[];
  /** Where it goes when this path has no authority or is too late. `city` is the referral. */
  up: Path | 'city';
  /** Classes whose answer is verified on site before the resident is asked; by the tier above or another grid member. */
  verifyClasses: readonly CaseClass[];
  /** Where a dissatisfied resident's next round goes. */
  nextRound: 'samePath' | 'up';
}

/** A county's policy (规则版本): versioned data. A running case stays on the version it began with. */
export interface PolicyRules {
  response: Limit;
  callBack: { limit: Limit; channels: readonly Channel[] };
  /** How long a desk may take to say where a case belongs. */
  desk: { town: Limit; county: Limit };
  paths: Readonly<Record<Path, PathRules>>;
  /** Shares of the running clock; red is always 1. */
  marks: { half: number; yellow: number };
  /** How long a supervision order (督办单) may go without feedback. */
  orderFeedback: Limit;
  pause: { mostForResident: Limit; automaticUpTo: Limit };
  suspension: { mostDays: number };
  /** Who decides on what is asked for, one level up unless `fixed`; unanswered for `patience` it goes a level further. */
  approvals: { patience: Limit; fixed: Partial<Record<ApprovalKind, Tier>> };
  returns: { bindingAfter: number };
  rating: { windowDays: number };
  rounds: { most: number };
  /** Years after a case was closed for which it is kept who reported it; what was done is kept for ten. */
  retention: { personalYears: number };
  /** Above so many cases at once a second person has to agree. */
  interventions: { secondPersonAbove: number };
  routing: {
    byClass: Readonly<Record<CaseClass, Path>>;
    /** The longest prefix of the category's code that is named here gives the class. */
    byCategory: Readonly<Record<string, CaseClass>>;
  };
}
