import type { Path, TaskKind } from '../paths/vocabulary.js';

/** A case's running work beside the same work of finished cases of its category and path. */
export interface DriftFacts {
  /** Of the task that leads it now. */
  work: TaskKind;
  path: Path | null;
  /** For how long it has been open, ms. */
  ageMs: number;
  usual: UsualCourse;
}

export interface UsualCourse {
  /** Nine of ten took no longer, ms. */
  p90Ms: number;
  /** How many were looked at. */
  sample: number;
  /** Finished in so many last days. */
  days: number;
}

export interface DriftWarning extends DriftFacts {
  kind: 'drift';
  /** How many times the 90th percentile. */
  times: number;
}

/** Of fewer the tenth slowest is one or two, and says little. */
export const LEAST_SAMPLE = 20;

/** Whether a case has left the usual course of its kind: what leads it is open for longer than nine of ten took. */
export function driftWarning(facts: DriftFacts): DriftWarning | null {
  const { ageMs, usual } = facts;
  if (usual.sample < LEAST_SAMPLE || usual.p90Ms <= 0 || ageMs <= usual.p90Ms) return null;
  return { kind: 'drift', ...facts, times: Math.round((10 * ageMs) / usual.p90Ms) / 10 };
}
