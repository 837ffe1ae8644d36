import { removeWaiting, removeWithWorkflows } from './clean-up.js';
import type { CpuMeter } from './cpu.js';
import { compareDecisions, measureAtRate, type DecisionsMeasured } from './decisions.js';
import { measureInserts, type InsertFloor } from './floor-insert.js';
import { Floor } from './floor-lives.js';
import { BATCHES_AT_ONCE, measureIntake, type IntakeRow, type IntakeTrial } from './intake.js';
import { Lives, type LivesMeasured } from './lives.js';
import { measureByTurns, type Measured, type Window } from './measure.js';
import type { BenchOptions } from './options.js';
import type { People } from './people.js';
import { report, untilOpened, type PreparedCase } from './prepared.js';
import type { RelaySwitch } from './relay-switch.js';
import { DECISIONS_HEAD, describeIntake, describeLives, describeTimers, INTAKE_HEAD, LIVES_HEAD, TIMERS_HEAD, untilAtRest } from './report.js';
import type { System } from './system.js';
import { measureTimers, type TimersMeasured } from './timers.js';
import type { TrialCases } from './trial-cases.js';
import { DECISIONS } from './turns.js';

export interface Run {
  system: System;
  options: BenchOptions;
  meter: CpuMeter;
  cases: TrialCases;
  relay: RelaySwitch;
  people: People;
  say: (line: string) => void;
}

export interface IntakeFigures {
  rows: IntakeRow[];
  inserts: InsertFloor;
  /** Cases taken away again, and those that the worker has not come to yet. */
  removed: number;
  unsettled: number;
}

export interface LivesFigures {
  lives: LivesMeasured;
  floor: Measured;
}

export interface DecisionsFigures {
  atRate: DecisionsMeasured;
  throughGraph: DecisionsMeasured;
  atEngine: DecisionsMeasured;
  floor: Measured;
  removed: number;
}

export interface TimersFigures extends TimersMeasured {
  removed: number;
}

export async function intakePart(run: Run): Promise<IntakeFigures> {
  const { system, options, meter, cases, relay, people, say } = run;
  await people.renew();
  const trial: IntakeTrial = { system, meter, cases, token: people.hotline, ...options };
  say(INTAKE_HEAD);
  await relay.pause();
  const paused = await measureIntake(trial, 'paused', (row) => say(describeIntake(row)));
  const window = { warmMs: options.warmMs, windowMs: options.insertMs };
  const inserts = await measureInserts(
    system,
    meter,
    { single: { ...window, concurrency: options.connections }, batch: { ...window, concurrency: BATCHES_AT_ONCE } },
    cases.keys,
  );
  say(describeIntake({ kind: 'single', through: 'bare insert', relay: '', measured: inserts.single }));
  say(describeIntake({ kind: 'batch', through: 'bare insert', relay: '', measured: inserts.batch }));
  await relay.resume();
  // What was accepted meanwhile waits, so that the relay has all it can do.
  const running = await measureIntake(trial, 'running', (row) => say(describeIntake(row)));
  await relay.pause();
  const removed = options.keep ? 0 : await removeWaiting(system.ownerDatabase, cases.keys);
  await relay.resume();
  const unsettled = await relay.withoutTask(cases.keys);
  return { rows: [...paused, ...running], inserts, removed, unsettled };
}

export async function livesPart({ system, options, meter, cases, relay, people, say }: Run): Promise<LivesFigures> {
  const window = { concurrency: options.lives, warmMs: 2_500, windowMs: options.livesMs };
  say(LIVES_HEAD);
  await people.renew();
  const { hotline, member } = people;
  const real = new Lives({ system, hotline, member, cases, cursor: await relay.cursor(), concurrency: options.lives });
  try {
    return await withFloor(system, meter, async (bare) => {
      const by = { lives: () => real.one(), floor: () => bare.life() };
      const { lives, floor } = await measureByTurns(window, meter, LIFE_SLICES, by);
      say(describeLives('whole lives, real parts', { ...lives, steps: real.medians() }));
      say(describeLives('whole lives, bare floor', floor));
      return { lives: { ...lives, steps: real.medians() }, floor };
    });
  } finally {
    await real.stop();
  }
}

/** Every row has cases of its own, so that all begin alike; what is left of them goes when the part has ended. */
export async function decisionsPart(run: Run): Promise<DecisionsFigures> {
  const { system, options, meter, people, say } = run;
  const { atRate: arrivals, decisionsMs: windowMs, warmMs, restMs } = options;
  const window: Window = { concurrency: options.lives, warmMs, windowMs };
  say(DECISIONS_HEAD);
  const ownCases = async (name: string, count: number): Promise<PreparedCase[]> => {
    await people.renew();
    const part = run.cases.part(name);
    await report(system, part, people.hotline, count);
    const { cases } = await untilOpened(system, part.keys, count);
    await untilAtRest(meter, restMs);
    return cases;
  };
  const some = Math.ceil((arrivals.aSecond * (arrivals.warmMs + arrivals.windowMs)) / 1_000 / DECISIONS.length) + arrivals.aSecond * 3;
  const many = Math.ceil((options.mostDecisionsASecond * (warmMs + windowMs)) / 1_000 / DECISIONS.length);
  const arriving = await ownCases('rate', some);
  await people.renew();
  const atRate = await measureAtRate(people, arriving, meter, arrivals);
  say(describeLives(`as they come, ${arrivals.aSecond} a second`, atRate));
  const [throughGraph, atEngine] = [await ownCases('graph', many), await ownCases('engine', many)];
  const compared = await withFloor(system, meter, async (bare) => {
    const floor = await bare.prepared(many * 2);
    await untilAtRest(meter, restMs);
    await people.renew();
    return compareDecisions({ people, meter, window, slices: SLICES, throughGraph, atEngine, floor });
  });
  say(describeLives(`${options.lives} at a time, through the graph`, compared.throughGraph));
  say(describeLives(`${options.lives} at a time, put to the engine`, compared.atEngine));
  say(describeLives(`${options.lives} at a time, bare floor`, compared.floor));
  return { atRate, ...compared, removed: await removeParts(run, ['rate', 'graph', 'engine']) };
}

export async function timersPart(run: Run): Promise<TimersFigures> {
  const { options, meter, people, relay, cases, say } = run;
  say(TIMERS_HEAD);
  await people.renew();
  const { timers, even, burst } = options;
  const measured = await measureTimers({ people, meter, relay, cases, timers, even, burst, say }).catch(async (error: unknown) => {
    await relay.resume();
    await removeParts(run, TIMER_PARTS);
    throw error;
  });
  say(describeTimers(measured));
  const removed = await removeParts(run, TIMER_PARTS);
  await untilAtRest(meter, options.restMs);
  return { ...measured, removed };
}

/** What is compared takes turns so often. */
const SLICES = 4;
/** A life takes long enough that the edges of a slice count. */
const LIFE_SLICES = 2;
const TIMER_PARTS = ['armed', 'even', 'burst'];

async function removeParts({ options, system, cases }: Run, parts: string[]): Promise<number> {
  let removed = 0;
  for (const part of options.keep ? [] : parts)
    removed += await removeWithWorkflows(system.ownerDatabase, system.temporal, cases.part(part).keys);
  return removed;
}

async function withFloor<T>(system: System, meter: CpuMeter, work: (floor: Floor) => Promise<T>): Promise<T> {
  const floor = await Floor.start(system.temporal, meter);
  try {
    return await work(floor);
  } finally {
    await floor.stop();
  }
}
