import type { Measure } from './measures.js';
import { compositeOf, type Weights } from './composite.js';
import { shareOf, type ScopeFigures } from './tally.js';
import type { Scope } from './scopes.js';

/** By what is ranked: 综合得分、来件数、办复数、办复率. */
export const RANKED_BY = ['composite', 'messages', 'replies', 'replyRate'] as const;
export type RankedBy = (typeof RANKED_BY)[number];

export interface Ranked {
  scope: Scope;
  /** From 1; the same for equals, and the next place is left out. None where it cannot be measured. */
  rank: number | null;
  tied: boolean;
  value: number | null;
  /** What could not be measured. */
  missing: Measure[];
  messages: number;
  replies: number;
  replyRate: number | null;
  score: number | null;
}

/** Scores are compared as they are shown: two decimals. */
const shown = (value: number): number => Math.round(value * 1e4) / 1e4;

function entryOf(one: ScopeFigures, by: RankedBy, weights: Weights): Omit<Ranked, 'rank' | 'tied'> {
  const { replied } = one.figures;
  const { score, missing } = compositeOf(one.figures, weights);
  const replyRate = shareOf(replied);
  const values: Record<RankedBy, number | null> = {
    composite: score,
    messages: one.cases,
    replies: replied.numerator,
    replyRate,
  };
  const value = values[by];
  const lacks: Measure[] = value !== null ? [] : by === 'composite' ? missing : ['replied'];
  return {
    scope: one.scope,
    value: value === null ? null : shown(value),
    missing: lacks,
    messages: one.cases,
    replies: replied.numerator,
    replyRate,
    score,
  };
}

/**
 * Ranks villages, towns or departments, the best first. Equals share a place (并列) and are told so; whoever has nothing
 * to be measured by comes last without a place, never with a zero.
 */
export function rank(scopes: readonly ScopeFigures[], by: RankedBy, weights: Weights): Ranked[] {
  const entries = scopes
    .map((one) => entryOf(one, by, weights))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.scope.code < b.scope.code ? -1 : 1));
  const places = entries.map(({ value }) => (value === null ? null : 1 + entries.filter((other) => (other.value ?? -1) > value).length));
  return entries.map((entry, index) => ({
    ...entry,
    rank: places[index] ?? null,
    tied: entry.value !== null && entries.filter(({ value }) => value === entry.value).length > 1,
  }));
}
