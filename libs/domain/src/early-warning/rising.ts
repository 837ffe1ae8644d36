import { chanceOfAtLeast, UNLIKELY } from './poisson.js';

/** Reports of one category: in the last week, and in the `weeks` weeks before it. */
export interface TopicFacts {
  recent: number;
  before: number;
  weeks: number;
}

export interface RisingTopic extends TopicFacts {
  /** A week, before. */
  usual: number;
  /** How many times the usual, to a tenth; null where there were none. */
  times: number | null;
  /** How likely so many are by chance, 0 to 1. */
  probability: number;
}

/** Fewer in a week are no topic. */
export const LEAST_RISING = 3;

/** Whether a category rises: more reports than chance explains. */
export function risingTopic(facts: TopicFacts): RisingTopic | null {
  const { recent, before, weeks } = facts;
  const usual = before / weeks;
  const probability = chanceOfAtLeast(recent, usual);
  if (recent < LEAST_RISING || probability >= UNLIKELY) return null;
  return { ...facts, usual, probability, times: usual === 0 ? null : Math.round((10 * recent) / usual) / 10 };
}
