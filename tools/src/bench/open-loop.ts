import { setTimeout as pause } from 'node:timers/promises';
import type { CpuMeter } from './cpu.js';
import { quantilesOf, type Measured } from './measure.js';

export interface Arrivals {
  /** How many come a second, at random as people do, whether or not the ones before have been served. */
  aSecond: number;
  warmMs: number;
  windowMs: number;
}

/** Exponential: the time to the next of many people who know nothing of each other. */
const untilNextMs = (aSecond: number): number => (-Math.log(1 - Math.random()) / aSecond) * 1_000;

/**
 * Begins `once` at the instants at which people come, and times each from the instant at which it should have begun, so
 * that a system that stalls is charged with everybody who waits.
 */
export async function measureArrivals(
  { aSecond, warmMs, windowMs }: Arrivals,
  meter: CpuMeter,
  once: () => Promise<number>,
): Promise<Measured> {
  const begin = performance.now() + warmMs;
  const end = begin + windowMs;
  const failures: Record<string, number> = {};
  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  const serve = async (dueAt: number): Promise<void> => {
    try {
      await once();
      if (dueAt >= begin) latencies.push(performance.now() - dueAt);
    } catch (error) {
      const code = error instanceof Error ? error.message : String(error);
      failures[code] = (failures[code] ?? 0) + 1;
    }
  };
  const metering = pause(warmMs).then(async () => {
    const before = meter.sample();
    await pause(end - performance.now());
    return meter.between(before, meter.sample());
  });
  for (let dueAt = performance.now(); dueAt < end; dueAt += untilNextMs(aSecond)) {
    const leftMs = dueAt - performance.now();
    if (leftMs > 0) await pause(leftMs);
    underWay.push(serve(dueAt));
  }
  await Promise.all(underWay);
  const [count, seconds] = [latencies.length, windowMs / 1_000];
  return { perSecond: count / seconds, count, seconds, ...quantilesOf(latencies), cpu: await metering, failures };
}
