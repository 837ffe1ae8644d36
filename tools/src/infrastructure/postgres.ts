import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { endForeignProcess, baseEnvironment, startChild, type Child } from './child.js';
import { requireFreePorts } from './ports.js';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { messageOf, StartProblem } from './problem.js';
import { processIdentity } from './process-identity.js';
import { withDatabase } from './provision.js';
import type { Narrator, Running } from './running.js';
import { waitUntil } from './wait.js';

const SUPERUSER = 'postgres';
const START_LIMIT_MS = 120_000;
const STOP_GRACE_MS = 30_000;

/** Sized for a county on a small machine. `fsync` and `synchronous_commit` stay on: an accepted case is never lost. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  wal_buffers: '16MB',
  min_wal_size: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  shared_preload_libraries: 'pg_stat_statements',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] %u@%d ',
};

export interface PostgresOptions {
  /** The cluster lies in `<dataDir>/postgres`. */
  dataDir: string;
  port: number;
  password: string;
  narrator: Narrator;
  /** For throw-away clusters of tests, such as `{ fsync: 'off' }`. */
  settings?: Record<string, string>;
}

export interface RunningPostgres extends Running {
  child: Child;
  version: string;
}

/** Starts the embedded PostgreSQL; `address` is its administrator's connection string. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir, port, narrator } = options;
  const binaries = await findPostgresBinaries(narrator);
  const cluster = join(dataDir, 'postgres');
  await stopLeftOver(cluster, narrator);
  await requireFreePorts([{ port, user: 'PostgreSQL' }]);
  if (!(await isMade(cluster))) await makeCluster(cluster, binaries, options.password);

  const settings = Object.entries({ ...SETTINGS, ...options.settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = await startChild({
    name: 'postgres',
    command: binaries.postgres,
    args: ['-D', cluster, '-p', String(port), ...settings],
    env: { LC_MESSAGES: 'C' },
    dataDir,
    cwd: cluster,
    ...binaries.user,
    // "Fast": ends sessions, writes everything, leaves nothing to recover.
    stopSignal: 'SIGINT',
    graceMs: STOP_GRACE_MS,
  });
  const address = `postgres://${SUPERUSER}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  try {
    const answers = (): Promise<boolean> =>
      withDatabase(address, (client) => client.query('SELECT 1')).then(() => true);
    await waitUntil(answers, { what: 'PostgreSQL', child, limitMs: START_LIMIT_MS, narrator, everyMs: 100 });
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { address, child, version: binaries.version, stop: () => child.stop() };
}

const isMade = (cluster: string): Promise<boolean> =>
  readFile(join(cluster, 'PG_VERSION'), 'utf8').then(
    () => true,
    () => false,
  );

async function makeCluster(cluster: string, binaries: PostgresBinaries, password: string): Promise<void> {
  // A first start that was cut short leaves a folder that initdb refuses.
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  const passwordFolder = await mkdtemp(join(tmpdir(), 'yiwang-'));
  const passwordFile = join(passwordFolder, 'password');
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    const { uid, gid } = binaries.user;
    if (uid !== undefined && gid !== undefined)
      for (const path of [cluster, passwordFolder, passwordFile]) await chown(path, uid, gid);
    await promisify(execFile)(binaries.initdb, initdbArguments(cluster, passwordFile), {
      ...binaries.user,
      cwd: cluster,
      env: { ...baseEnvironment(), LC_MESSAGES: 'C' },
    });
  } catch (error) {
    throw new StartProblem(`The PostgreSQL cluster could not be made in ${cluster}: ${messageOf(error).trim()}`);
  } finally {
    await rm(passwordFolder, { recursive: true, force: true });
  }
}

/**
 * Characters are classified as UTF-8 everywhere (pg_trgm sees no Chinese letters under the plain C type), and sorted by
 * code point, so that an index made on one machine is right on another.
 */
const initdbArguments = (cluster: string, passwordFile: string): string[] => [
  `--pgdata=${cluster}`,
  `--username=${SUPERUSER}`,
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
];

/** A supervisor that was killed leaves its server running, which blocks the folder: end it properly first. */
async function stopLeftOver(cluster: string, narrator: Narrator): Promise<void> {
  const file = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pidText = '', folder = ''] = file.split('\n');
  const pid = Number(pidText);
  if (folder !== cluster || !(await isPostgres(pid))) return;
  const identity = processIdentity(pid);
  if (!identity) return;
  narrator.note(`PostgreSQL was left running by an earlier start (pid ${pid}); ending it first`);
  await endForeignProcess(pid, identity, 'SIGINT', STOP_GRACE_MS);
}

async function isPostgres(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (process.platform === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('postgres');
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.includes('postgres');
}
