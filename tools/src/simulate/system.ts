import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TimeMap } from '@yiwang/domain/time';
import { findSystem, type System } from '../bench/system.js';
import { dataFolder } from '../infrastructure/folders.js';
import { StartProblem } from '../infrastructure/problem.js';
import { readSecrets } from '../infrastructure/secrets.js';
import { readPortOffset } from '../start/options.js';
import type { Screen } from '../start/screen.js';
import { startStack } from '../start/stack.js';
import { isReal, timeLineOf } from '../start/time-line.js';
import { freeOffset, withoutOutsideServers } from '../test/journey-stack.js';
import type { SimulateOptions } from './options.js';
import { DAY_MS } from './rhythm.js';
import { demoClientSecrets } from './sessions.js';

export interface SimulatedSystem extends System {
  time: TimeMap;
  payloadKeys: string;
  /** Secrets of the demonstration's clients, by name. */
  clientSecrets: Map<string, string>;
  /** Ends it, where it is our own, and removes its data unless somebody is to look at them. */
  stop(keepsData: boolean): Promise<void>;
}

/** About how long services take to come up once the rest is there: the first day begins after that. */
const COMES_UP_MS = 25_000;

/** The system that is simulated: our own beside whatever else runs here, or the one that runs at `url`. */
export async function systemFor(options: SimulateOptions, rate: number, screen: Screen): Promise<SimulatedSystem> {
  if (options.fill) return demonstration(options, rate, screen);
  return options.url === null ? ownSystem(options, rate, screen) : runningSystem(options.url);
}

async function ownSystem({ beginMs, keep }: SimulateOptions, rate: number, screen: Screen): Promise<SimulatedSystem> {
  const dataDir = await mkdtemp(join(tmpdir(), 'yiwang-simulation-'));
  // PostgreSQL may run as another user, who has to be able to walk down to its data.
  await chmod(dataDir, 0o755);
  screen.line(`Starting a system of its own (data in ${dataDir}); time runs ${rate} times as fast there`);
  const stack = await startStack({
    ...{ dataDir, portOffset: await freeOffset(), demo: true, env: withoutOutsideServers(process.env) },
    time: { rate, businessStartMs: beginMs - COMES_UP_MS * rate },
    postgresSettings: { fsync: 'off' },
    narrator: screen,
  });
  return {
    ...(await described(await findSystem({ YIWANG_DATA: dataDir }))),
    time: stack.time,
    async stop(keepsData) {
      await stack.stop();
      if (keep || keepsData) screen.line(`Its data and logs stay in ${dataDir}`);
      else await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The demonstration itself, lived through the days before now on a data folder that holds nothing yet. */
async function demonstration({ days }: SimulateOptions, rate: number, screen: Screen): Promise<SimulatedSystem> {
  const dataDir = await dataFolder(screen);
  if (existsSync(join(dataDir, 'secrets.json')))
    throw new StartProblem(`${dataDir} holds a system already, and what has happened there stays: name another folder with YIWANG_DATA, or remove it`);
  screen.line(`Living the last ${days} days of the demonstration county in ${dataDir}, ${rate} times as fast`);
  const historyMs = days * DAY_MS + COMES_UP_MS * rate;
  const time = { rate, businessStartMs: null, historyMs };
  const stack = await startStack({ dataDir, portOffset: readPortOffset(process.env), demo: true, time, narrator: screen });
  return { ...(await described(await findSystem())), time: stack.time, stop: () => stack.stop() };
}

async function runningSystem(url: string): Promise<SimulatedSystem> {
  const system = await findSystem();
  if (!system.gateway.startsWith(url.replace(/\/(graphql)?$/, '')))
    throw new StartProblem(`The system on ${system.dataDir} answers at ${system.gateway}, not at ${url}: set YIWANG_DATA to the other's folder`);
  const time = await (await timeLineOf({ dataDir: system.dataDir, wish: null, environment: 'development' }))(Date.now());
  if (isReal(time, Date.now()))
    throw new StartProblem('That system lives in real time, where a month takes a month: start it with "npm start -- --time 1440"');
  return { ...(await described(system)), time, stop: () => Promise.resolve() };
}

async function described(system: System): Promise<Omit<SimulatedSystem, 'time' | 'stop'>> {
  const [clientSecrets, { payloadKeys }] = await Promise.all([demoClientSecrets(), readSecrets(system.dataDir)]);
  return { ...system, payloadKeys, clientSecrets };
}
