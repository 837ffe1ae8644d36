import type { Measure } from './measures.js';
import { shareOf, type Figure } from './tally.js';

/** What the composite score is made of: 响应、处置、满意, in percent. */
export interface Weights {
  response: number;
  resolution: number;
  satisfaction: number;
}

export const DEFAULT_WEIGHTS: Weights = { response: 30, resolution: 35, satisfaction: 35 };

export const PART_OF: Record<keyof Weights, Measure> = {
  response: 'responseOnTime',
  resolution: 'resolutionOnTime',
  satisfaction: 'satisfied',
};
export const PARTS = ['response', 'resolution', 'satisfaction'] as const;

export type WeightsInvalid = { ok: false; code: 'WEIGHTS_INVALID'; details: { field: string; expected: number; actual: number } };

/** Whether weights (percent, each from 0, at most two decimals) come to 100. */
export function checkWeights(weights: Weights, field = 'weights'): { ok: true; weights: Weights } | WeightsInvalid {
  const hundredths = PARTS.map((part) => Math.round(weights[part] * 100));
  const sum = hundredths.reduce((all, one) => all + one, 0);
  const isExact = PARTS.every((part, index) => Math.abs(weights[part] * 100 - (hundredths[index] ?? 0)) < 1e-6 && weights[part] >= 0);
  const { response, resolution, satisfaction } = weights;
  if (isExact && sum === 10_000) return { ok: true, weights: { response, resolution, satisfaction } };
  return { ok: false, code: 'WEIGHTS_INVALID', details: { field, expected: 100, actual: sum / 100 } };
}

/** A score from 0 to 100; none where one of its parts with a weight has nothing to divide by, and which that is. */
export type Score = { score: number; missing: [] } | { score: null; missing: Measure[] };

/** The composite score (综合得分): each share times its weight. What cannot be measured is neither 0 nor 100. */
export function compositeOf(figures: Record<Measure, Pick<Figure, 'numerator' | 'denominator'>>, weights: Weights): Score {
  const counted = PARTS.filter((part) => weights[part] > 0);
  const missing = counted.map((part) => PART_OF[part]).filter((measure) => figures[measure].denominator === 0);
  if (missing.length > 0) return { score: null, missing };
  const score = counted.reduce((sum, part) => sum + weights[part] * (shareOf(figures[PART_OF[part]]) ?? 0), 0);
  return { score: Math.round(score * 1e6) / 1e6, missing: [] };
}
