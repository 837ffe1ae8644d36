import { setTimeout as pause } from 'node:timers/promises';
import { StartProblem } from '../infrastructure/problem.js';
import type { CpuMeter } from './cpu.js';
import { overGraph } from './decisions.js';
import { graphClient } from './graph-client.js';
import { quantilesOf } from './measure.js';
import type { People } from './people.js';
import type { PreparedCase } from './prepared.js';

const USUAL_OF = 20;
/** So many decisions in a row as quick as usual, and work is steady again. */
const STEADY_OF = 5;
const BETWEEN_MS = 100;
const GIVE_UP_MS = 180_000;

export interface Restarted {
  /** What a decision took before, in milliseconds. */
  usualMs: number;
  usualP95Ms: number;
  /** From the kill until the first decision was answered, and until they were answered as quickly as before. */
  firstAnswerMs: number;
  steadyMs: number;
}

/** Kills the worker without warning; its supervisor starts it again. */
export async function measureRestart(people: People, meter: CpuMeter, cases: PreparedCase[]): Promise<Restarted> {
  const client = graphClient(people.system.gateway, 4);
  const decide = overGraph(client, people);
  const left = [...cases];
  const acceptNext = async (): Promise<number | null> => {
    const one = left.shift();
    if (one === undefined) throw new StartProblem('The bench has no cases left to decide on while the worker comes back');
    const startedAt = performance.now();
    const isDone = await decide(one, 'accept').then(
      () => true,
      () => false,
    );
    return isDone ? performance.now() - startedAt : null;
  };
  try {
    const usual: number[] = [];
    for (let i = 0; i < USUAL_OF; i++) {
      const ms = await acceptNext();
      if (ms !== null) usual.push(ms);
      await pause(BETWEEN_MS);
    }
    if (usual.length === 0) throw new StartProblem('No decision is taken, so there is nothing that the worker could come back to');
    const { p50: usualMs, p95: usualP95Ms } = quantilesOf(usual);
    for (const pid of meter.pidsOf('cases worker')) process.kill(pid, 'SIGKILL');
    const killedAt = performance.now();
    let firstAnswerMs: number | null = null;
    for (let [quick, quickFrom] = [0, 0]; performance.now() - killedAt < GIVE_UP_MS; await pause(BETWEEN_MS)) {
      const ms = await acceptNext();
      const answeredMs = performance.now() - killedAt;
      if (ms !== null) firstAnswerMs ??= answeredMs;
      if (ms === null || ms > usualP95Ms * 1.5) quick = 0;
      else if (++quick === 1) quickFrom = answeredMs;
      if (quick >= STEADY_OF) return { usualMs, usualP95Ms, firstAnswerMs: firstAnswerMs ?? answeredMs, steadyMs: quickFrom };
    }
    return { usualMs, usualP95Ms, firstAnswerMs: firstAnswerMs ?? GIVE_UP_MS, steadyMs: GIVE_UP_MS };
  } finally {
    client.close();
  }
}
