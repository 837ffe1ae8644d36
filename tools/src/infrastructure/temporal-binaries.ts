import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { ask, isExecutable, onPath, runLong } from './commands.js';
import { messageOf, StartProblem } from './problem.js';
import type { Narrator } from './running.js';
import {
  compareVersions,
  goVersionIn,
  serverVersionIn,
  TEMPORAL_UI_VERSION,
  TEMPORAL_VERSION,
  TEMPORAL_WANTED,
} from './versions.js';

/** `server`: the real server on PostgreSQL, as in production. `command`: the command-line tool's own small server. */
export type TemporalProgram =
  | { kind: 'server'; server: string; sqlTool: string; ui: string | null; version: string }
  | { kind: 'command'; command: string; version: string };

const BUILD_LIMIT_MS = 30 * 60_000;
const LOOKUP_LIMIT_MS = 4_000;
const DOWNLOAD_LIMIT_MS = 5 * 60_000;
/** Older Go cannot fetch by itself the newer one that the server asks for. */
const GO_WANTED = '1.21.0';

interface Search {
  cache: string;
  narrator: Narrator;
}

/**
 * In this order: a server in our cache; a `temporal` on the PATH, then the download that Temporal's SDKs use, each if
 * new enough; a build with Go into the cache; last an older `temporal`, saying what is lost.
 */
export async function findTemporal(search: Search): Promise<TemporalProgram> {
  const cached = await cachedServer(search);
  if (cached) return cached;
  const installed = await installedCommand();
  if (installed && isRecent(installed)) return installed;
  const downloaded = await cachedCommand(search.cache).then((found) => found ?? download(search));
  if (downloaded && isRecent(downloaded)) return downloaded;
  const go = await onPath('go');
  if (go) return build(go, search);
  const older = installed ?? downloaded;
  if (older) {
    search.narrator.note(
      `Temporal ${older.version} is older than ${TEMPORAL_WANTED}: the list of workflows that report problems, pausing a ` +
        'workflow and time skipping do not work with it; install Go and start again to have the newer server built',
    );
    return older;
  }
  throw new StartProblem(
    'No Temporal server: none is in the cache or on the PATH and temporal.download does not answer; install Go ' +
      `${GO_WANTED} or newer (go.dev/dl), so that it can be built, or set TEMPORAL_ADDRESS`,
  );
}

const isRecent = ({ version }: TemporalProgram): boolean => compareVersions(version, TEMPORAL_WANTED) >= 0;

const serverFolder = (cache: string): string => join(cache, `temporal-${TEMPORAL_VERSION}`, 'bin');
const uiFolder = (cache: string): string => join(cache, `temporal-ui-${TEMPORAL_UI_VERSION}`, 'bin');
const commandFile = (cache: string): string => join(cache, 'temporal-cli', 'temporal');

async function cachedServer({ cache, narrator }: Search): Promise<TemporalProgram | null> {
  const [server, sqlTool, ui] = [
    join(serverFolder(cache), 'server'),
    join(serverFolder(cache), 'sql'),
    join(uiFolder(cache), 'server'),
  ];
  if (!(await isExecutable(server)) || !(await isExecutable(sqlTool))) return null;
  const go = (await isExecutable(ui)) ? null : await onPath('go');
  if (go) await buildUi(go, { cache, narrator });
  return { kind: 'server', server, sqlTool, ui: (await isExecutable(ui)) ? ui : null, version: TEMPORAL_VERSION };
}

async function commandAt(command: string): Promise<TemporalProgram | null> {
  const version = serverVersionIn((await ask(command, ['--version'])) ?? '');
  return version ? { kind: 'command', command, version } : null;
}

const installedCommand = async (): Promise<TemporalProgram | null> => {
  const command = await onPath('temporal');
  return command ? commandAt(command) : null;
};

const cachedCommand = async (cache: string): Promise<TemporalProgram | null> =>
  (await isExecutable(commandFile(cache))) ? commandAt(commandFile(cache)) : null;

/** The address that the SDKs ask for their development server; it names no checksum, so only TLS vouches for it. */
async function download({ cache, narrator }: Search): Promise<TemporalProgram | null> {
  const names = { x64: 'amd64', arm64: 'arm64' } as Record<string, string>;
  const query = new URLSearchParams({ arch: names[arch()] ?? arch(), platform: platform(), format: 'tar.gz' });
  try {
    const answer = await fetch(`https://temporal.download/cli/default?${query}`, {
      signal: AbortSignal.timeout(LOOKUP_LIMIT_MS),
    });
    if (!answer.ok) return null;
    const { archiveUrl, fileToExtract } = (await answer.json()) as { archiveUrl: string; fileToExtract: string };
    narrator.progress('Downloading the Temporal command-line server');
    const archive = await fetch(archiveUrl, { signal: AbortSignal.timeout(DOWNLOAD_LIMIT_MS) });
    if (!archive.ok) return null;
    const target = commandFile(cache);
    const half = join(dirname(target), `half-${process.pid}`);
    await mkdir(half, { recursive: true });
    await writeFile(join(half, 'archive.tar.gz'), Buffer.from(await archive.arrayBuffer()));
    await ask('tar', ['-xzf', join(half, 'archive.tar.gz'), '-C', half]);
    await chmod(join(half, fileToExtract), 0o755);
    await rename(join(half, fileToExtract), target);
    await rm(half, { recursive: true, force: true });
    return await commandAt(target);
  } catch (error) {
    narrator.progress(`No Temporal download (${messageOf(error)}); looking further`);
    return null;
  }
}

async function build(go: string, search: Search): Promise<TemporalProgram> {
  const version = goVersionIn((await ask(go, ['version'])) ?? '');
  if (!version || compareVersions(version, GO_WANTED) < 0)
    throw new StartProblem(
      `Go ${version ?? '(unknown version)'} is too old to build Temporal: install ${GO_WANTED} or newer, or set TEMPORAL_ADDRESS`,
    );
  const module = 'go.temporal.io/server/cmd';
  await install(go, search, {
    what: `Building the Temporal server ${TEMPORAL_VERSION} (once, 2 to 5 minutes)`,
    packages: [`${module}/server@v${TEMPORAL_VERSION}`, `${module}/tools/sql@v${TEMPORAL_VERSION}`],
    folder: serverFolder(search.cache),
  });
  const built = await cachedServer(search);
  if (!built) throw new StartProblem(`The Temporal server was built but is not in ${serverFolder(search.cache)}`);
  return built;
}

/** The Web UI is a help, not a need: the system starts without it. */
async function buildUi(go: string, search: Search): Promise<void> {
  await install(go, search, {
    what: `Building the Temporal Web UI ${TEMPORAL_UI_VERSION} (once, about half a minute)`,
    packages: [`github.com/temporalio/ui-server/v2/cmd/server@v${TEMPORAL_UI_VERSION}`],
    folder: uiFolder(search.cache),
  }).catch((error: unknown) => search.narrator.note(`Going on without the Temporal Web UI. ${messageOf(error)}`));
}

/** Go checks every module it fetches against its checksum database. */
async function install(
  go: string,
  { cache, narrator }: Search,
  job: { what: string; packages: string[]; folder: string },
): Promise<void> {
  const half = `${job.folder}.${process.pid}`;
  await mkdir(half, { recursive: true });
  try {
    await runLong({
      what: job.what,
      command: go,
      args: ['install', ...job.packages],
      env: { ...process.env, GOBIN: half },
      cwd: half,
      logFile: join(cache, 'logs', 'go-install.log'),
      narrator,
      limitMs: BUILD_LIMIT_MS,
    });
    await rm(job.folder, { recursive: true, force: true });
    await rename(half, job.folder);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}
