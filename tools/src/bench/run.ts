import { setTimeout as pause } from 'node:timers/promises';
import { CpuMeter } from './cpu.js';
import type { BenchOptions, Part } from './options.js';
import { People } from './people.js';
import { decisionsPart, intakePart, livesPart, timersPart, type Run } from './run-parts.js';
import { RelaySwitch } from './relay-switch.js';
import { describeMachine, describeMemory } from './report.js';
import type { System } from './system.js';
import { TrialCases } from './trial-cases.js';
import { describeLeft, describeVerdict } from './verdict.js';

/** The whole run, one part after the other so that none disturbs the next; answers every figure. */
export async function runBench(system: System, options: BenchOptions, say: (line: string) => void) {
  const startedAt = new Date();
  const meter = new CpuMeter(system.pid, system.postmaster);
  const people = new People(system);
  await people.renew();
  const relay = await RelaySwitch.connect(system.casesDatabase);
  const run: Run = { system, options, meter, cases: new TrialCases(), relay, people, say };
  const machine = await describeMachine(meter, options.restMs);
  say(machine.text);
  const before = meter.memory();

  // Lives leave nothing behind; intake leaves the worker busy for a while.
  const isWanted = (part: Part): boolean => options.only === null || options.only === part;
  const lives = isWanted('lives') ? await livesPart(run) : null;
  const decisions = isWanted('decisions') ? await decisionsPart(run) : null;
  const timers = isWanted('timers') && options.timers > 0 ? await timersPart(run) : null;
  const intake = isWanted('intake') ? await intakePart(run) : null;

  await pause(2_000);
  const memory = { before, after: meter.memory() };
  const waiting = await relay.waiting();
  await relay.close();
  say(describeMemory(memory));
  say(describeVerdict({ intake, lives, decisions, timers, memory }));
  const removed = [intake, decisions, timers].reduce((sum, part) => sum + (part?.removed ?? 0), 0);
  say(describeLeft({ removed, unsettled: intake?.unsettled ?? 0, waiting, keep: options.keep }));
  return { startedAt, machine: machine.facts, intake, lives, decisions, timers, memory, waiting };
}
