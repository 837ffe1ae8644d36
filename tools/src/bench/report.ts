import { setTimeout as pause } from 'node:timers/promises';
import { CORES, type CpuMeter, type Memory } from './cpu.js';
import type { IntakeRow } from './intake.js';
import type { Measured } from './measure.js';
import type { TimersMeasured } from './timers.js';

type Row = Omit<IntakeRow, 'through' | 'relay'> & { through: string; relay: string };

export const right = (value: string | number, width: number): string => String(value).padStart(width);
export const whole = (value: number): string => Math.round(value).toLocaleString('en');

export const LIVES_HEAD =
  '\nWhole village lives                         a second     p50     p95     p99 ms   CPU in ms a life, and others\' cores';
export const DECISIONS_HEAD =
  '\nDecisions on cases that stand                a second     p50     p95     p99 ms   CPU in ms a decision, and others\' cores';
export const TIMERS_HEAD = '\nArmed timers';
export const INTAKE_HEAD =
  '\nCases accepted                              a second     p50     p95     p99 ms   CPU in ms a case, and others\' cores';

/** How the CPU of a window divides, per case or life; parts below one percent of a core are left out. */
function cpuOf({ cpu, count, seconds }: Measured): string {
  const parts = Object.entries(cpu.parts)
    .filter(([, ms]) => ms > seconds * 10)
    .sort(([, a], [, b]) => b - a)
    .map(([part, ms]) => `${part} ${(ms / Math.max(count, 1)).toFixed(2)}`);
  return `${parts.join(', ')}; others ${cpu.others.toFixed(1)}`;
}

const timesOf = ({ p50, p95, p99 }: Measured): string => [p50, p95, p99].map((ms) => right(whole(ms), 7)).join(' ');

const failuresOf = ({ failures }: Measured): string => {
  const list = Object.entries(failures).map(([code, times]) => `${code} ${times}×`);
  return list.length > 0 ? `\n    not done: ${list.join(', ')}` : '';
};

export function describeIntake({ kind, through, relay, measured }: Row): string {
  const name = [kind === 'single' ? 'one by one' : 'batches of 200', through, relay && `relay ${relay}`].filter(Boolean).join(', ');
  return `  ${name.padEnd(40)} ${right(whole(measured.perSecond), 9)} ${timesOf(measured)}      ${cpuOf(measured)}${failuresOf(measured)}`;
}

export function describeLives(name: string, measured: Measured & { steps?: Record<string, number> }): string {
  const line = `  ${name.padEnd(40)} ${right(measured.perSecond.toFixed(1), 9)} ${timesOf(measured)}      ${cpuOf(measured)}`;
  const steps = Object.entries(measured.steps ?? {}).map(([step, ms]) => `${step} ${whole(ms)}`);
  return `${line}${steps.length > 0 ? `\n    medians in ms: ${steps.join(', ')}` : ''}${failuresOf(measured)}`;
}

const inSeconds = (ms: number): string => (ms / 1_000).toFixed(1);

export function describeTimers({ armed, workerMb, workerPeakMb, restart, even, burst, late }: TimersMeasured): string {
  const { usualMs, usualP95Ms, firstAnswerMs, steadyMs } = restart;
  const rang = ({ count, due, doubled, p50, p99, last }: TimersMeasured['even']): string =>
    `${whole(count)} of ${whole(due)} rang, ${doubled === 0 ? 'none twice' : `${doubled} TWICE`}; ` +
    `seconds after they were due: p50 ${inSeconds(p50)}, p99 ${inSeconds(p99)}, the last ${inSeconds(last)}`;
  return [
    `  the worker holds ${whole(workerMb)} MB with ${whole(armed)} armed, ${whole(workerPeakMb)} at most`,
    `  killed, it answers again after ${inSeconds(firstAnswerMs)} s and as usual after ${inSeconds(steadyMs)} s (usual: p50 ${whole(usualMs)}, p95 ${whole(usualP95Ms)} ms)`,
    `  20 due a second: ${rang(even)}`,
    `  due at one instant: ${rang(burst)}`,
    ...(late ? ['  some were opened only after they were due: the machine is too busy for these figures'] : []),
  ].join('\n');
}

/** A system that does less than this, in cores, is at rest. */
const AT_REST = 0.25;
const SAMPLE_MS = 1_500;

/** Waits until the system has done what it had under way. */
export async function untilAtRest(meter: CpuMeter, limitMs: number): Promise<{ idle: number; others: number }> {
  for (let attempt = 1; ; attempt++) {
    const before = meter.sample();
    await pause(SAMPLE_MS);
    const { parts, others } = meter.between(before, meter.sample());
    const idle = Object.entries(parts).reduce((sum, [part, ms]) => (part === 'bench' ? sum : sum + ms), 0) / SAMPLE_MS;
    if (idle < AT_REST || attempt * SAMPLE_MS >= limitMs) return { idle, others };
  }
}

/** How quiet the machine is before anything is measured. */
export async function describeMachine(meter: CpuMeter, limitMs: number) {
  const { idle, others } = await untilAtRest(meter, limitMs);
  const facts = { cores: CORES, node: process.version, othersCoresBefore: others, systemCoresAtRest: idle };
  const busy = idle >= AT_REST ? ' — the system is still at work on something else' : '';
  const noisy = others > 0.2 ? ' — not quiet: compare ratios and CPU a case rather than rates' : '';
  const text = `Yiwang bench: ${CORES} cores, Node ${process.version}; at rest the system uses ${idle.toFixed(2)} cores, others ${others.toFixed(2)}${busy}${noisy}`;
  return { facts, text };
}

export const totalOf = (memory: readonly Memory[], field: 'rssMb' | 'pssMb'): number =>
  memory.reduce((total, each) => total + each[field], 0);

export function describeMemory({ before, after }: { before: Memory[]; after: Memory[] }): string {
  const rows = before.map(({ part, rssMb }, i) => `  ${part.padEnd(16)} ${right(whole(rssMb), 7)} ${right(whole(after[i]?.rssMb ?? 0), 7)}`);
  const totals = [totalOf(before, 'rssMb'), totalOf(after, 'rssMb')];
  const shared = [totalOf(before, 'pssMb'), totalOf(after, 'pssMb')];
  return [
    '\nResident memory of our Node processes, MB   before load, after',
    ...rows,
    `  ${'together'.padEnd(16)} ${totals.map((mb) => right(whole(mb), 7)).join(' ')}   (shared pages counted once: ${shared.map(whole).join(', ')})`,
  ].join('\n');
}
