import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isIdentity, type TimeMap } from '@yiwang/domain/time';
import { findSystem, type System } from '../bench/system.js';
import { CHECKOUT } from '../infrastructure/folders.js';
import { StartProblem } from '../infrastructure/problem.js';
import { readSecrets } from '../infrastructure/secrets.js';
import type { Screen } from '../start/screen.js';
import { startStack } from '../start/stack.js';
import { timeLineOf } from '../start/time-line.js';
import { freeOffset, withoutOutsideServers } from '../test/journey-stack.js';
import type { SimulateOptions } from './options.js';

export interface SimulatedSystem extends System {
  time: TimeMap;
  payloadKeys: string;
  /** Secrets of the demonstration's clients, by name. */
  clientSecrets: Map<string, string>;
  /** Ends it and removes its data, where it is our own. */
  stop(): Promise<void>;
}

/** About how long a system takes to come up: the first day begins after that. */
const COMES_UP_MS = 75_000;

/** The system that is simulated: our own beside whatever else runs here, or the one that runs at `url`. */
export async function systemFor(options: SimulateOptions, rate: number, screen: Screen): Promise<SimulatedSystem> {
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
    async stop() {
      await stack.stop();
      if (!keep) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function runningSystem(url: string): Promise<SimulatedSystem> {
  const system = await findSystem();
  if (!system.gateway.startsWith(url.replace(/\/(graphql)?$/, '')))
    throw new StartProblem(`The system on ${system.dataDir} answers at ${system.gateway}, not at ${url}: set YIWANG_DATA to the other's folder`);
  const time = await timeLineOf({ dataDir: system.dataDir, wish: null, nowMs: Date.now(), environment: 'development' });
  if (isIdentity(time))
    throw new StartProblem('That system lives in real time, where a month takes a month: start it with "npm start -- --time 1440"');
  return { ...(await described(system)), time, stop: () => Promise.resolve() };
}

async function described(system: System): Promise<Omit<SimulatedSystem, 'time' | 'stop'>> {
  const realm = await readFile(join(CHECKOUT, 'deploy', 'keycloak', 'yiwang-realm.json'), 'utf8');
  const { clients } = JSON.parse(realm) as { clients: { clientId: string; secret?: string }[] };
  const clientSecrets = new Map(clients.flatMap(({ clientId, secret }) => (secret ? [[clientId, secret] as const] : [])));
  const { payloadKeys } = await readSecrets(system.dataDir);
  return { ...system, payloadKeys, clientSecrets };
}
