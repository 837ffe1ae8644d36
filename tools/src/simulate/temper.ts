import type { Rating } from '@yiwang/domain/paths';
import type { Chance } from './chance.js';

/** What a resident will do about their own case; hours are of their own waking day. */
export interface Temper {
  /** For each round: how they rate it and after how long, or not at all. */
  rates: ({ rating: Rating; afterHours: number } | null)[];
  /** Takes it back after so many hours, if it is not answered yet. */
  withdrawsAfterHours: number | null;
  addsAfterHours: number | null;
  /** Answers when somebody waits for their word. */
  repliesAfterHours: number | null;
  /** Comes back after it was closed. */
  reopensAfterHours: number | null;
}

export const TEMPER_SHARES = { rates: 0.72, withdraws: 0.025, adds: 0.05, replies: 0.75, reopens: 0.015 } as const;

const ROUNDS = 4;
const RATINGS: Record<Rating, number> = { satisfied: 66, mostlySatisfied: 21, dissatisfied: 13 };
/** Whoever was let down once is harder to please. */
const RATINGS_LATER: Record<Rating, number> = { satisfied: 45, mostlySatisfied: 30, dissatisfied: 25 };

export function temperOf(chance: Chance): Temper {
  const { rates, withdraws, adds, replies, reopens } = TEMPER_SHARES;
  const after = (share: number, medianHours: number): number | null => {
    const does = chance.happens(share);
    const hours = chance.spread(medianHours);
    return does ? hours : null;
  };
  const willRate = chance.happens(rates);
  return {
    rates: Array.from({ length: ROUNDS }, (_, round) => {
      const rating = chance.weighted(round === 0 ? RATINGS : RATINGS_LATER);
      const afterHours = chance.spread(9);
      return willRate ? { rating, afterHours } : null;
    }),
    withdrawsAfterHours: after(withdraws, 14),
    addsAfterHours: after(adds, 10),
    repliesAfterHours: after(replies, 12),
    reopensAfterHours: after(reopens, 40),
  };
}
