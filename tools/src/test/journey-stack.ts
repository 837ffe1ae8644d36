import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPortFree, portsFor } from '../infrastructure/ports.js';
import { Screen } from '../start/screen.js';
import { startStack } from '../start/stack.js';

const OFFSETS = Array.from({ length: 20 }, (_, i) => 20_000 + i * 150);

export interface JourneyStack {
  /** Where the parts answer, for the tests' environment. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * The whole system beside whatever else runs on this machine: its own ports, its own data in a temporary folder, never
 * an outside server that the environment happens to name.
 */
export async function startJourneyStack(): Promise<JourneyStack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'yiwang-journey-'));
  // PostgreSQL may run as another user, who has to be able to walk down to its data.
  await chmod(dataDir, 0o755);
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  try {
    const stack = await startStack({
      dataDir,
      portOffset: await freeOffset(),
      demo: true,
      env: withoutOutsideServers(process.env),
      postgresSettings: { fsync: 'off' },
      narrator: new Screen(process.stderr),
    });
    return {
      env: {
        YIWANG_JOURNEY_GATEWAY: `${stack.gateway}/graphql`,
        YIWANG_JOURNEY_KEYCLOAK: stack.keycloak ?? '',
        YIWANG_JOURNEY_TEMPORAL: stack.temporal ?? '',
        YIWANG_JOURNEY_DATA: dataDir,
      },
      async stop() {
        await stack.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

export async function freeOffset(): Promise<number> {
  for (const offset of OFFSETS) {
    const free = await Promise.all(Object.values(portsFor(offset)).map(isPortFree));
    if (free.every(Boolean)) return offset;
  }
  throw new Error('No free range of ports for the journey was found');
}

export function withoutOutsideServers(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, KEYCLOAK_URL: _keycloak, YIWANG_ENV: _env, ...rest } = env;
  return rest;
}
