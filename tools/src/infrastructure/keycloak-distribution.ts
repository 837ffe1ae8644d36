import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ask, onPath, runLong } from './commands.js';
import { messageOf, StartProblem } from './problem.js';
import type { Narrator } from './running.js';
import { javaReleaseIn, KEYCLOAK_VERSION } from './versions.js';
import { unzip } from './zip.js';

const JAVA_WANTED = 17;
const ARCHIVE = `keycloak-quarkus-dist-${KEYCLOAK_VERSION}.zip`;
const RELEASE = `https://github.com/keycloak/keycloak/releases/download/${KEYCLOAK_VERSION}/keycloak-${KEYCLOAK_VERSION}.zip`;
const FETCH_LIMIT_MS = 20 * 60_000;

/** Options that Keycloak fixes when it is built; a change here asks for a build anew. */
const BUILD_OPTIONS = ['--db=postgres', '--health-enabled=true'];

interface Need {
  cache: string;
  narrator: Narrator;
}

/** Refuses in one line where Java is missing or too old. */
export async function requireJava(): Promise<void> {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  const release = javaReleaseIn((await ask(java, ['-version'])) ?? '');
  const remedy = `install Java ${JAVA_WANTED} or newer (adoptium.net, or your system's openjdk-${JAVA_WANTED}-jre-headless), or set KEYCLOAK_URL`;
  if (release === null)
    throw new StartProblem(`Keycloak needs Java, and there is none on the PATH or in JAVA_HOME: ${remedy}`);
  if (release < JAVA_WANTED)
    throw new StartProblem(`Keycloak needs Java ${JAVA_WANTED}, this is Java ${release}: ${remedy}`);
}

/** The folder of a Keycloak that is unpacked and built for PostgreSQL, fetching and building it when it is missing. */
export async function findKeycloak(need: Need): Promise<string> {
  const folder = join(need.cache, `keycloak-${KEYCLOAK_VERSION}-${fingerprint()}`);
  if (await exists(folder)) return folder;
  const archive = await findArchive(need);
  need.narrator.progress(`Unpacking Keycloak ${KEYCLOAK_VERSION}`);
  const half = `${folder}.${process.pid}`;
  try {
    await rm(half, { recursive: true, force: true });
    await unzip(archive, half);
    const unpacked = join(half, `keycloak-${KEYCLOAK_VERSION}`);
    await buildKeycloak(unpacked, need);
    await rename(unpacked, folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  return folder;
}

const fingerprint = (): string => createHash('sha256').update(BUILD_OPTIONS.join(' ')).digest('hex').slice(0, 8);

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const buildKeycloak = (folder: string, { cache, narrator }: Need): Promise<void> =>
  runLong({
    what: 'Preparing Keycloak for PostgreSQL (once, about 20 seconds)',
    command: join(folder, 'bin', 'kc.sh'),
    args: ['build', ...BUILD_OPTIONS],
    cwd: folder,
    logFile: join(cache, 'logs', 'keycloak-build.log'),
    narrator,
    limitMs: 5 * 60_000,
  });

/** Maven compares the published checksum itself (`-C`); for the release archive we do. */
async function findArchive(need: Need): Promise<string> {
  const folder = join(need.cache, 'downloads');
  const archive = join(folder, ARCHIVE);
  if (await exists(archive)) return archive;
  await mkdir(folder, { recursive: true });
  const maven = await onPath('mvn');
  const problems: string[] = [];
  for (const fetchIt of [
    ...(maven ? [() => fetchWithMaven(maven, folder, need)] : []),
    () => fetchRelease(archive, need),
  ]) {
    try {
      await fetchIt();
      return archive;
    } catch (error) {
      problems.push(messageOf(error));
    }
  }
  throw new StartProblem(
    `Keycloak ${KEYCLOAK_VERSION} could not be fetched${maven ? '' : ' (there is no Maven on the PATH)'}: ` +
      `allow one of the two sources, put the archive at ${archive}, or set KEYCLOAK_URL. ${problems.join(' ')}`,
  );
}

async function fetchWithMaven(maven: string, folder: string, { cache, narrator }: Need): Promise<void> {
  const half = join(folder, `half-${process.pid}`);
  await mkdir(half, { recursive: true });
  try {
    await runLong({
      what: `Fetching Keycloak ${KEYCLOAK_VERSION} with Maven (177 MB, once)`,
      command: maven,
      args: [
        ...['-B', '-C', 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy'],
        ...[`-Dartifact=org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`, `-DoutputDirectory=${half}`],
      ],
      cwd: half,
      logFile: join(cache, 'logs', 'maven.log'),
      narrator,
      limitMs: FETCH_LIMIT_MS,
    });
    await rename(join(half, ARCHIVE), join(folder, ARCHIVE));
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

async function fetchRelease(archive: string, { narrator }: Need): Promise<void> {
  narrator.progress(`Fetching the Keycloak ${KEYCLOAK_VERSION} release archive (177 MB, once)`);
  const half = `${archive}.${process.pid}`;
  try {
    const published = await get(`${RELEASE}.sha1`, 20_000).then((response) => response.text());
    const response = await get(RELEASE, FETCH_LIMIT_MS);
    await pipeline(Readable.fromWeb(response.body as never), createWriteStream(half));
    const hash = createHash('sha1');
    await pipeline(createReadStream(half), hash);
    const actual = hash.digest('hex');
    if (!published.includes(actual))
      throw new Error(`The archive's SHA-1 is ${actual}, published is ${published.trim()}.`);
    await rename(half, archive);
    await writeFile(`${archive}.sha1`, `${actual}\n`);
  } finally {
    await rm(half, { force: true });
  }
}

async function get(url: string, limitMs: number): Promise<Response> {
  const response = await fetch(url, { signal: AbortSignal.timeout(limitMs) }).catch((error: unknown) => {
    throw new Error(`${new URL(url).host} does not answer (${messageOf(error)}).`);
  });
  if (!response.ok) throw new Error(`${new URL(url).host} answers ${response.status} for ${url}.`);
  return response;
}
