import { chanceOfAtMost, UNLIKELY } from './poisson.js';

/** What came from one grid. */
export interface SilenceFacts {
  /** Reports in the `usualWeeks` weeks before the last ones. */
  usual: number;
  usualWeeks: number;
  /** Reports in the `lastWeeks` last weeks. */
  reports: number;
  lastWeeks: number;
  /** Rounds of patrol made in the last weeks; null where that is not known. */
  patrols: number | null;
}

export interface SilenceWarning extends SilenceFacts {
  kind: 'silence';
  /** What would have been usual in the last weeks. */
  expected: number;
  /** How likely so few are by chance, 0 to 1. */
  probability: number;
}

/** Whether a grid falls silent: so few reports that chance hardly explains it, and nobody patrolled either. */
export function silenceWarning(facts: SilenceFacts): SilenceWarning | null {
  const { usual, usualWeeks, reports, lastWeeks, patrols } = facts;
  const expected = (usual / usualWeeks) * lastWeeks;
  const probability = chanceOfAtMost(reports, expected);
  if (probability >= UNLIKELY || (patrols ?? 0) > 0) return null;
  return { kind: 'silence', ...facts, expected, probability };
}
