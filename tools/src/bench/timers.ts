import { setTimeout as pause } from 'node:timers/promises';
import type { CpuMeter } from './cpu.js';
import { lagsOf, setDue, type Rung } from './due-instants.js';
import type { People } from './people.js';
import { report, untilOpened } from './prepared.js';
import type { RelaySwitch } from './relay-switch.js';
import { measureRestart, type Restarted } from './restart.js';
import type { TrialCases } from './trial-cases.js';

const WORKER = 'cases worker';
const DUE_A_SECOND = 20;
/** Between the last of the even ones and the burst. */
const GAP_MS = 15_000;
/** So long nothing may ring before what has not is called lost. */
const STANDSTILL_MS = 60_000;
const LOOK_MS = 1_000;
/** Opening slows down while other things happen, and nothing may fall due before it is there. */
const SLACK = 1.4;
const SLACK_MS = 25_000;

export interface TimersMeasured {
  armed: number;
  openedPerSecond: number;
  /** Of the worker, in MB: with everything armed, and the most it has held. */
  workerMb: number;
  workerPeakMb: number;
  restart: Restarted;
  even: Rung & { due: number };
  burst: Rung & { due: number };
  /** Opened only after they were due: a machine too busy for these figures. */
  late: boolean;
}

export interface TimersTrial {
  people: People;
  meter: CpuMeter;
  relay: RelaySwitch;
  cases: TrialCases;
  /** All, those among them that fall due evenly, and those that fall due at one instant. */
  timers: number;
  even: number;
  burst: number;
  say: (line: string) => void;
}

/** Many open cases with armed timers: what they hold, how the worker comes back to them, and how they ring. */
export async function measureTimers(trial: TimersTrial): Promise<TimersMeasured> {
  const { people, meter, cases, timers, even, burst, say } = trial;
  const { system } = people;
  const standing = cases.part('armed');
  const count = timers - even - burst;
  await report(system, standing, people.hotline, count);
  const opened = await untilOpened(system, standing.keys, count);
  const openedPerSecond = count / opened.seconds;
  say(`  ${count} cases were opened in ${opened.seconds.toFixed(0)} s, ${openedPerSecond.toFixed(1)} a second`);
  const workerPeakMb = meter.peakMb(WORKER);
  await people.renew();
  const restart = await measureRestart(people, meter, opened.cases);

  const [parts, firstDueAt, burstAt] = await armDue(trial, openedPerSecond);
  await Promise.all(parts.map(({ keys, due }) => untilOpened(system, keys, due)));
  const late = Date.now() > firstDueAt;
  await pause(Math.max(0, firstDueAt - Date.now()));
  const [evenly, atOnce] = parts as [DuePart, DuePart];
  const evenRung = await untilRung(system.ownerDatabase, evenly, firstDueAt + even * (1_000 / DUE_A_SECOND));
  const burstRung = await untilRung(system.ownerDatabase, atOnce, burstAt);
  return {
    ...{ armed: timers, openedPerSecond, restart, late },
    workerMb: meter.memory().find(({ part }) => part === WORKER)?.rssMb ?? 0,
    workerPeakMb: Math.max(workerPeakMb, meter.peakMb(WORKER)),
    even: { ...evenRung, due: even },
    burst: { ...burstRung, due: burst },
  };
}

interface DuePart {
  keys: string;
  due: number;
}

/** Reports the cases that are to ring, with the relay paused until their instants are set. */
async function armDue({ people, relay, cases, even, burst }: TimersTrial, perSecond: number): Promise<[DuePart[], number, number]> {
  await people.renew();
  const { system, hotline } = people;
  const [evenly, atOnce] = [cases.part('even'), cases.part('burst')];
  await relay.pause();
  await report(system, evenly, hotline, even);
  await report(system, atOnce, hotline, burst);
  const firstDueAt = Date.now() + ((even + burst) / perSecond) * 1_000 * SLACK + SLACK_MS;
  const everyMs = 1_000 / DUE_A_SECOND;
  const burstAt = firstDueAt + even * everyMs + GAP_MS;
  await setDue(system.ownerDatabase, evenly.keys, new Date(firstDueAt), everyMs);
  await setDue(system.ownerDatabase, atOnce.keys, new Date(burstAt), 0);
  await relay.resume();
  return [[{ keys: evenly.keys, due: even }, { keys: atOnce.keys, due: burst }], firstDueAt, burstAt];
}

/** Waits until all have rung, or no more do. */
async function untilRung(database: string, { keys, due }: DuePart, lastDueAt: number): Promise<Rung> {
  await pause(Math.max(0, lastDueAt - Date.now()));
  for (let [rung, changedAt] = [await lagsOf(database, keys), Date.now()]; ; ) {
    if (rung.count >= due || Date.now() - changedAt > STANDSTILL_MS) return rung;
    await pause(LOOK_MS);
    const next = await lagsOf(database, keys);
    if (next.count > rung.count) changedAt = Date.now();
    rung = next;
  }
}
