import { setTimeout as pause } from 'node:timers/promises';
import { removeWaiting } from './clean-up.js';
import { CpuMeter } from './cpu.js';
import { measureInserts, type InsertFloor } from './floor-insert.js';
import { measureFloorLives } from './floor-lives.js';
import { BATCHES_AT_ONCE, measureIntake, type IntakeRow, type IntakeTrial } from './intake.js';
import { measureLives, type LivesMeasured } from './lives.js';
import type { Measured } from './measure.js';
import type { BenchOptions } from './options.js';
import { RelaySwitch } from './relay-switch.js';
import { describeIntake, describeLives, describeMachine, describeMemory, INTAKE_HEAD, LIVES_HEAD, untilAtRest } from './report.js';
import { hotlineToken, personToken, type System } from './system.js';
import { GRID_MEMBER, TrialCases } from './trial-cases.js';
import { describeLeft, describeVerdict } from './verdict.js';

interface Run {
  system: System;
  options: BenchOptions;
  meter: CpuMeter;
  cases: TrialCases;
  relay: RelaySwitch;
  hotline: string;
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

/** The whole run, one part after the other so that none disturbs the next; answers every figure. */
export async function runBench(system: System, options: BenchOptions, say: (line: string) => void) {
  const startedAt = new Date();
  const meter = new CpuMeter(system.pid, system.postmaster);
  const hotline = await hotlineToken(system);
  const relay = await RelaySwitch.connect(system.casesDatabase);
  const run: Run = { system, options, meter, cases: new TrialCases(), relay, hotline, say };
  const machine = await describeMachine(meter, options.restMs);
  say(machine.text);
  const before = meter.memory();

  // Lives leave nothing behind; intake leaves the worker busy for a while.
  const lives = options.only === 'intake' ? null : await livesPart(run);
  const intake = options.only === 'lives' ? null : await intakePart(run);

  await pause(2_000);
  const memory = { before, after: meter.memory() };
  const waiting = await relay.waiting();
  await relay.close();
  say(describeMemory(memory));
  if (intake && lives) say(describeVerdict(intake, lives, memory));
  say(describeLeft({ removed: intake?.removed ?? 0, unsettled: intake?.unsettled ?? 0, waiting, keep: options.keep }));
  return { startedAt, machine: machine.facts, intake, lives, memory, waiting };
}

async function intakePart(run: Run): Promise<IntakeFigures> {
  const { system, options, meter, cases, relay, hotline, say } = run;
  const trial: IntakeTrial = { system, meter, cases, token: hotline, ...options };
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

async function livesPart({ system, options, meter, cases, relay, hotline, say }: Run): Promise<LivesFigures> {
  const window = { concurrency: options.lives, warmMs: 2_500, windowMs: options.livesMs };
  say(LIVES_HEAD);
  const member = await personToken(system, GRID_MEMBER);
  const lives = await measureLives({ system, meter, cases, hotline, member, cursor: await relay.cursor(), window });
  say(describeLives('whole lives, real parts', lives));
  await untilAtRest(meter, options.restMs);
  const floor = await measureFloorLives(system.temporal, meter, window);
  say(describeLives('whole lives, bare floor', floor));
  return { lives, floor };
}
