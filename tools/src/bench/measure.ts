import { setTimeout as pause } from 'node:timers/promises';
import type { CpuMeter, CpuUse } from './cpu.js';

export interface Window {
  /** How many are under way at once; each begins the next when it ends. */
  concurrency: number;
  /** Runs without being counted first. */
  warmMs: number;
  windowMs: number;
}

export interface Measured {
  /** Of what one call does: cases, lives, rows. */
  perSecond: number;
  count: number;
  seconds: number;
  /** Of one call, in milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  cpu: CpuUse;
  /** What did not go well, by code. */
  failures: Record<string, number>;
}

/**
 * Runs `once` over and over by `concurrency` at a time, and counts what ended within the window. `once` answers how many
 * cases, lives or rows it did.
 */
export async function measure(window: Window, meter: CpuMeter, once: () => Promise<number>): Promise<Measured> {
  const begin = performance.now() + window.warmMs;
  const end = begin + window.windowMs;
  const latencies: number[] = [];
  const failures: Record<string, number> = {};
  let count = 0;

  const runner = async (): Promise<void> => {
    while (performance.now() < end) {
      const startedAt = performance.now();
      const done = await once().catch((error: unknown) => {
        const code = error instanceof Error ? error.message : String(error);
        failures[code] = (failures[code] ?? 0) + 1;
        return 0;
      });
      const endedAt = performance.now();
      if (done === 0) await pause(20);
      if (done === 0 || endedAt < begin || endedAt > end) continue;
      count += done;
      latencies.push(endedAt - startedAt);
    }
  };
  const metering = (async () => {
    await pause(window.warmMs);
    const before = meter.sample();
    await pause(end - performance.now());
    return meter.between(before, meter.sample());
  })();
  const [cpu] = await Promise.all([metering, ...Array.from({ length: window.concurrency }, runner)]);

  const seconds = window.windowMs / 1_000;
  return { perSecond: count / seconds, count, seconds, ...quantilesOf(latencies), cpu, failures };
}

/** Of any values, 0 where there are none. */
export function quantilesOf(values: readonly number[]): Pick<Measured, 'p50' | 'p95' | 'p99'> {
  const sorted = [...values].sort((a, b) => a - b);
  const quantile = (q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
  return { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) };
}
