import { createHash } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { dirname, join, parse, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Narrator } from './running.js';

/** The checkout: four folders above this file, in `src` as in `dist`. */
export const CHECKOUT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

export const isRoot = (): boolean => process.platform !== 'win32' && userInfo().uid === 0;

/** Where fetched and built binaries are kept, outside the checkout. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.YIWANG_CACHE) return resolve(env.YIWANG_CACHE);
  if (env.XDG_CACHE_HOME) return join(resolve(env.XDG_CACHE_HOME), 'yiwang');
  return join(homedir(), '.cache', 'yiwang');
}

/** What belongs to this checkout when its own folder cannot be used. */
const systemFolder = (): string =>
  join('/var/lib/yiwang', createHash('sha256').update(CHECKOUT).digest('hex').slice(0, 12));

/** Whether a user who owns none of these folders may walk down to `path`; folders yet to be made count as open. */
export async function isOpenToOthers(path: string): Promise<boolean> {
  const { root } = parse(path);
  for (let folder = path; folder !== root; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => null);
    if (found?.isDirectory() && (found.mode & 0o001) === 0) return false;
  }
  return true;
}

/**
 * The data folder: YIWANG_DATA or `.data` in the checkout. PostgreSQL refuses to run as root, so as root its own user
 * has to reach the folder; where the checkout is closed to others the data goes to /var/lib/yiwang, and that is said.
 */
export async function dataFolder(narrator: Narrator, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const wanted = env.YIWANG_DATA ? resolve(env.YIWANG_DATA) : join(CHECKOUT, '.data');
  if (!isRoot() || (await isOpenToOthers(dirname(wanted)))) return make(wanted);
  const fallback = systemFolder();
  narrator.note(`The user "postgres" cannot reach ${wanted}, so the data is kept in ${fallback}`);
  return make(fallback);
}

async function make(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  return folder;
}
