import type { Rating } from '../paths/vocabulary.js';

/** What a call came to. */
export type CallOutcome =
  | { reached: false; tryAgainAt: string | null }
  | { reached: true; solved: boolean; rating: Rating };

export interface CallBackStanding {
  state: CallBackState;
  attempts: number;
}

/** due: to be called; later: a second try is arranged; done: reached; unreachable: tried in vain; overtaken: opened again before. */
export const CALL_BACK_STATES = ['due', 'later', 'done', 'unreachable', 'overtaken'] as const;
export type CallBackState = (typeof CALL_BACK_STATES)[number];

const MOST_ATTEMPTS = 2;

/**
 * Where a call-back stands after a call. Whoever was not reached is tried a second time; in vain again, it ends
 * unreachable and counts as nothing. Not solved, or dissatisfied, opens a new round.
 */
export function afterCall(
  { attempts }: CallBackStanding,
  outcome: CallOutcome,
): { state: CallBackState; attempts: number; opensRound: boolean } {
  const tried = attempts + 1;
  if (outcome.reached) return { state: 'done', attempts: tried, opensRound: !outcome.solved || outcome.rating === 'dissatisfied' };
  return { state: tried >= MOST_ATTEMPTS ? 'unreachable' : 'later', attempts: tried, opensRound: false };
}

export const isCallOpen = (state: CallBackState): boolean => state === 'due' || state === 'later';
