import { isOverdue } from '../clocks/limits.js';
import type { Rating } from '../paths/vocabulary.js';
import type { CaseFacts, FactEvent, MissedDeadline } from './facts.types.js';

/** A case as it stood at an instant. */
export interface Standing {
  round: number;
  /** The answer that stands; none while a new round is handled. */
  answer: FactEvent | null;
  firstAnswer: FactEvent | null;
  /** The latest rating of any round: what the resident said last. */
  rating: Rating | null;
  /** Of the round in which the case stands. */
  ratingOfRound: Rating | null;
  ended: string | null;
  held: 'suspended' | 'referred' | null;
  merged: boolean;
  returns: FactEvent[];
  rises: number;
  /** Units to which it was given, in their order. */
  units: string[];
  isImported: boolean;
  responded: boolean;
  missed: MissedDeadline[];
}

/** How an event moves a case on. */
const MOVES: Partial<Record<FactEvent['type'], (standing: Standing, event: FactEvent) => void>> = {
  taskOpened: (s, { unitCode }) => void addUnit(s, unitCode),
  answered(s, event) {
    Object.assign(s, { answer: event, held: null, firstAnswer: s.firstAnswer ?? event });
    addUnit(s, event.unitCode);
  },
  rated: (s, { rating = null }) => void Object.assign(s, { rating, ratingOfRound: rating }),
  newRound: (s, { round }) => void Object.assign(s, { round: round ?? s.round + 1, answer: null, ratingOfRound: null, merged: false }),
  reopened: (s) => void (s.ended = null),
  closed: (s, { as = 'closed' }) => void (s.ended = as),
  notAccepted: (s) => void (s.ended = 'notAccepted'),
  withdrawn: (s) => void (s.ended = 'withdrawn'),
  imported: (s) => void Object.assign(s, { ended: 'imported', isImported: true }),
  returned(s, event) {
    s.returns.push(event);
    addUnit(s, event.unitCode);
  },
  handedUp: (s) => void (s.rises += 1),
  movedUp: (s) => void (s.rises += 1),
  suspended: (s) => void (s.held = 'suspended'),
  resumed: (s) => void (s.held = null),
  referred: (s) => void (s.held = 'referred'),
  referralReturned: (s) => void (s.held = null),
  merged: (s) => void (s.merged = true),
  separated: (s) => void (s.merged = false),
};

function addUnit(standing: Standing, unitCode: string | undefined): void {
  if (unitCode !== undefined && !standing.units.includes(unitCode)) standing.units.push(unitCode);
}

/** How the case stood at an instant (ISO 8601, UTC): only what had happened by then, the instant itself included. */
export function standingAt(facts: CaseFacts, asOf: string): Standing {
  const by = (at: string): boolean => !isOverdue(asOf, at);
  const standing: Standing = {
    ...{ round: 1, answer: null, firstAnswer: null, rating: null, ratingOfRound: null, ended: null, held: null },
    ...{ merged: false, returns: [], rises: 0, units: [], isImported: false },
    responded: facts.firstResponseAt !== null && by(facts.firstResponseAt),
    missed: facts.missed.filter(({ dueAt }) => by(dueAt)),
  };
  for (const event of facts.events) if (by(event.at)) MOVES[event.type]?.(standing, event);
  for (const { unitCode } of standing.missed) addUnit(standing, unitCode);
  return standing;
}
