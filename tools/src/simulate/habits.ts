import type { Chance } from './chance.js';

/** How somebody works: shares from 0 to 1 of what comes to them, hours of their own working time. */
export interface Habits {
  /** Until they take a task in hand, and from there until it is done. */
  reactsAfterHours: number;
  worksForHours: number;
  /** Lets it lie past the deadline. */
  late: number;
  /** Never does it at all: somebody else has to. */
  forgets: number;
  /** Calls the resident before anything else. */
  calls: number;
  claims: number;
  handsUp: number;
  returns: number;
  asksExtension: number;
  asksPause: number;
  asksSuspension: number;
  summons: number;
  plansParts: number;
  /** As a verifier or an approver: says yes. */
  agrees: number;
}

/** Of how many people each kind is; the slow ones make most of the lateness. */
export const KINDS_OF_PEOPLE = { quick: 35, steady: 50, slow: 15 } as const;

const LATE = { quick: 0.01, steady: 0.03, slow: 0.16 } as const;
const FORGETS = { quick: 0.002, steady: 0.008, slow: 0.05 } as const;
const PACE = { quick: 0.55, steady: 1, slow: 2.2 } as const;

/** The same person has the same habits in every run with the same seed. */
export function habitsOf(chance: Chance, username: string): Habits & { kind: keyof typeof KINDS_OF_PEOPLE } {
  const own = chance.of('habits', username);
  const kind = own.weighted(KINDS_OF_PEOPLE);
  const about = (share: number): number => share * (0.5 + own.fraction());
  return {
    kind,
    reactsAfterHours: 2.2 * PACE[kind] * (0.7 + 0.6 * own.fraction()),
    worksForHours: 7 * PACE[kind] * (0.7 + 0.6 * own.fraction()),
    late: LATE[kind],
    forgets: FORGETS[kind],
    calls: 0.8 + 0.2 * own.fraction(),
    claims: about(0.2),
    handsUp: about(0.05),
    returns: about(0.12),
    asksExtension: about(0.06),
    asksPause: about(0.03),
    asksSuspension: about(0.012),
    summons: about(0.35),
    plansParts: about(0.6),
    agrees: 0.8 + 0.15 * own.fraction(),
  };
}
