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

/**
 * Measures several things by turns, a slice of each window after the other, so that whatever else the machine does
 * meanwhile falls on all of them alike and their ratios hold.
 */
export async function measureByTurns<K extends string>(
  window: Window,
  meter: CpuMeter,
  slices: number,
  all: Record<K, () => Promise<number>>,
): Promise<Record<K, Measured>> {
  const names = Object.keys(all) as K[];
  const parts = new Map<K, Measured[]>(names.map((name) => [name, []]));
  const slice = { ...window, warmMs: window.warmMs / slices, windowMs: window.windowMs / slices };
  for (let i = 0; i < slices; i++)
    for (const name of names) parts.get(name)?.push(await measure(slice, meter, all[name]));
  return Object.fromEntries([...parts].map(([name, measured]) => [name, together(measured)])) as Record<K, Measured>;
}

/** Quantiles of slices cannot be added; their mean, weighted by count, stands for them. */
function together(slices: readonly Measured[]): Measured {
  const sum = (of: (one: Measured) => number): number => slices.reduce((total, one) => total + of(one), 0);
  const [count, seconds] = [sum((one) => one.count), sum((one) => one.seconds)];
  const mean = (of: (one: Measured) => number): number => sum((one) => of(one) * one.count) / Math.max(count, 1);
  const parts: Record<string, number> = {};
  const failures: Record<string, number> = {};
  for (const one of slices) {
    for (const [part, ms] of Object.entries(one.cpu.parts)) parts[part] = (parts[part] ?? 0) + ms;
    for (const [code, times] of Object.entries(one.failures)) failures[code] = (failures[code] ?? 0) + times;
  }
  const cpu = { parts, others: sum(({ cpu: { others } }) => others) / slices.length };
  const [p50, p95, p99] = [mean((one) => one.p50), mean((one) => one.p95), mean((one) => one.p99)];
  return { perSecond: count / seconds, count, seconds, p50, p95, p99, cpu, failures };
}

/** Of any values, 0 where there are none. */
export function quantilesOf(values: readonly number[]): Pick<Measured, 'p50' | 'p95' | 'p99'> {
  const sorted = [...values].sort((a, b) => a - b);
  const quantile = (q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
  return { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) };
}
