import { businessAt } from '@yiwang/domain/time';
import { graphClient } from '../bench/graph-client.js';
import { messageOf } from '../infrastructure/problem.js';
import { Agenda } from './agenda.js';
import { Chance } from './chance.js';
import { officeCalendar, readCounty } from './county.js';
import type { SimulateOptions } from './options.js';
import { planCases } from './plan.js';
import { DAY_MS, HOUR_MS } from './rhythm.js';
import type { Scene } from './scene.js';
import { Sessions } from './sessions.js';
import { Simulation, type Progress } from './simulation.js';
import type { SimulatedSystem } from './system.js';
import { Tally } from './tally.js';

/** Reads and sign-ins go beside the acts. */
const MORE_CONNECTIONS = 8;

/** Hardly anybody writes in the night: a day that is no older than this can still be the first one. */
const NIGHT_MS = 6 * HOUR_MS;

/** Midnight of the first day whose morning has not come yet. */
export function firstMidnight(wantedMs: number, nowMs: number): number {
  return wantedMs + Math.max(0, Math.ceil((nowMs - NIGHT_MS - wantedMs) / DAY_MS)) * DAY_MS;
}

/** The midnight of Asia/Shanghai before an instant. */
export const midnightBefore = (ms: number): number => ms - ((ms + 8 * HOUR_MS) % DAY_MS);

/** Everything that a run needs, before anything happens. */
export function prepare(options: SimulateOptions, system: SimulatedSystem) {
  const { time } = system;
  const nowMs = businessAt(time, Date.now());
  const beginMs = firstMidnight(options.fill ? midnightBefore(nowMs) : options.beginMs, nowMs);
  // What is filled ends where time becomes the real one.
  const endMs = time.untilEngineMs ?? beginMs + (options.days + options.tailDays) * DAY_MS;
  const days = time.untilEngineMs === undefined ? options.days : Math.max(1, Math.floor((endMs - beginMs) / DAY_MS));
  const [county, office, chance, tally] = [readCounty(), officeCalendar(), new Chance(options.seed), new Tally()];
  const plan = planCases({ chance, county, office, beginMs, days, cases: options.cases });
  const agenda = new Agenda({
    ...{ time, hands: options.hands },
    onBegin: (lateMs) => void tally.lags.push(lateMs),
    onFailure: (error) => tally.note(messageOf(error)),
  });
  const scene: Scene = {
    ...{ county, office, chance, time, agenda, tally },
    sessions: new Sessions(system.tokenUrl, system.clientSecrets),
    graph: graphClient(system.gateway, options.hands + MORE_CONNECTIONS),
    endMs,
  };
  const name = `sim-${options.seed}-${beginMs / 1_000}`;
  const run = (onProgress: (progress: Progress) => void): Simulation => new Simulation(scene, plan, name, onProgress);
  return { scene, plan, beginMs, run };
}
