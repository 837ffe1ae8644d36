/** Starts, decisions and ratings of an ordinary case. */
export const ACTS_PER_CASE = 6;
/** How many of them two cores take in a second beside the timers, when office hours bring more than twice the average. */
export const ACTS_PER_SECOND = 3;
const SLOWEST = 60;
const FASTEST = 3_600;

/** How many times as fast time may run so that the system is busy and not behind. */
export function rateFor(cases: number, days: number): number {
  const seconds = (cases * ACTS_PER_CASE) / ACTS_PER_SECOND;
  return Math.round(Math.min(FASTEST, Math.max(SLOWEST, (days * 86_400) / seconds)));
}

export interface Lag {
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
}

export function quantiles(values: readonly number[]): Lag {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95), maxMs: sorted.at(-1) ?? 0 };
}

/** The shortest promise of the field is 24 hours; what the machine adds should be small against it. */
export const TOLERABLE_LAG_HOURS = 1;

/** Whether the machine kept up: what it added to each act, in business time, was little for nearly all of them. */
export const keptUp = (lag: Lag, latency: Lag, rate: number): boolean =>
  ((lag.p95Ms + latency.p95Ms) * rate) / 3_600_000 <= TOLERABLE_LAG_HOURS;
