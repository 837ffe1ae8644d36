import type { Measure } from './measures.js';
import { shareOf, type ScopeFigures } from './tally.js';

/** Below which somebody answers for a month: percent. */
export interface Thresholds {
  resolutionOnTime: number;
  satisfied: number;
  /** So many cases must have counted; fewer say nothing. */
  leastCases: number;
  /** After so many months running it is 约谈 instead of 通报. */
  talkAfterMonths: number;
}

export const DEFAULT_THRESHOLDS: Thresholds = { resolutionOnTime: 90, satisfied: 85, leastCases: 1, talkAfterMonths: 2 };

/** 通报: named in a circular. 约谈: called in to explain. */
export const ACCOUNTABILITY_KINDS = ['circular', 'talk'] as const;
export type AccountabilityKind = (typeof ACCOUNTABILITY_KINDS)[number];

export interface Shortfall {
  measure: Measure;
  numerator: number;
  denominator: number;
  /** Percent. */
  threshold: number;
}

/** Where a month's figures fall short. A share that is exactly the threshold is enough; nothing to measure is no fault. */
export function shortfallsOf({ figures }: Pick<ScopeFigures, 'figures'>, thresholds: Thresholds): Shortfall[] {
  return (['resolutionOnTime', 'satisfied'] as const).flatMap((measure) => {
    const { numerator, denominator } = figures[measure];
    const threshold = thresholds[measure];
    const isBelow = denominator >= Math.max(1, thresholds.leastCases) && numerator * 100 < threshold * denominator;
    return isBelow && shareOf({ numerator, denominator }) !== null ? [{ measure, numerator, denominator, threshold }] : [];
  });
}

/** What follows: 约谈 where it fell short in so many months running, this one included. */
export const accountabilityFor = (monthsRunning: number, { talkAfterMonths }: Thresholds): AccountabilityKind =>
  monthsRunning >= talkAfterMonths ? 'talk' : 'circular';
