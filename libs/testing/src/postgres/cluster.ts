import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PREFIX = 'yiwang-test-postgres-';
const START_LIMIT_MS = 90_000;

/** The test run's own process: Jest's workers are its children and talk to it; without workers it is this one. */
const testRunId = (): number => (process.env.JEST_WORKER_ID && process.send ? process.ppid : process.pid);

const folderOf = (runId: number): string => join(tmpdir(), `${PREFIX}${runId}`);

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Stops and removes what a run left behind that was killed together with its keeper. */
async function sweepLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const runId = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : NaN;
    if (!Number.isInteger(runId) || isAlive(runId)) continue;
    const folder = folderOf(runId);
    const keeper = Number(await readFile(join(folder, 'keeper.pid'), 'utf8').catch(() => 'NaN'));
    if (Number.isInteger(keeper) && isAlive(keeper)) continue;
    const [postmaster] = (await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (postmaster && isAlive(Number(postmaster))) process.kill(Number(postmaster), 'SIGINT');
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function startKeeper(folder: string, runId: number): Promise<void> {
  await sweepLeftovers();
  // PostgreSQL may run as another user, who has to be able to walk down to its data.
  await chmod(folder, 0o755);
  const keeper = fileURLToPath(new URL('../../src/postgres/keeper.mjs', import.meta.url));
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_OPTIONS'));
  const child = spawn(process.execPath, [keeper, folder, String(runId)], { detached: true, stdio: 'ignore', env });
  child.unref();
  await writeFile(join(folder, 'keeper.pid'), String(child.pid));
}

/**
 * The administrator's URL of a PostgreSQL shared by everything in this test run: the first caller starts it, the others
 * wait for it, and its keeper stops it after the run.
 */
export async function sharedCluster(): Promise<string> {
  const runId = testRunId();
  const folder = folderOf(runId);
  const isFirst = await mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  if (isFirst) await startKeeper(folder, runId);

  const ready = join(folder, 'ready.json');
  const until = Date.now() + START_LIMIT_MS;
  while (!existsSync(ready)) {
    if (Date.now() > until) throw new Error(`PostgreSQL for the tests did not come up in ${START_LIMIT_MS / 1000} s`);
    await pause(50);
  }
  const answer = JSON.parse(await readFile(ready, 'utf8')) as { url?: string; error?: string };
  if (!answer.url) throw new Error(`PostgreSQL for the tests did not start: ${answer.error}`);
  return answer.url;
}
