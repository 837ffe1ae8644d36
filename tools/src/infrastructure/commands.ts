import { execFile, spawn } from 'node:child_process';
import { mkdirSync, createWriteStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { lastLines } from './child.js';
import { StartProblem } from './problem.js';
import type { Narrator } from './running.js';

export const isExecutable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Where a program lies on the PATH, or null. */
export async function onPath(name: string, path = process.env.PATH ?? ''): Promise<string | null> {
  for (const folder of path.split(delimiter))
    if (folder && (await isExecutable(join(folder, name)))) return join(folder, name);
  return null;
}

/** What a short command prints, on either channel, or null if it fails. */
export async function ask(command: string, args: string[]): Promise<string | null> {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, args, { timeout: 20_000 });
    return `${stdout}${stderr}`;
  } catch {
    return null;
  }
}

export interface LongCommand {
  /** As people know it: "Building the Temporal server". */
  what: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  logFile: string;
  narrator: Narrator;
  limitMs: number;
}

const PROGRESS_EVERY_MS = 10_000;
const underWay = new Set<number>();

/** Ends whatever a cancelled start is still fetching or building. */
export function stopLongCommands(): void {
  for (const pid of underWay) {
    try {
      process.kill(-pid, 'SIGTERM');
    } catch {
      // Gone already.
    }
  }
}

/** Runs a command that may take minutes, saying every ten seconds that it still does; its output goes to a log. */
export async function runLong(job: LongCommand): Promise<void> {
  const { what, command, args, env, cwd, logFile, narrator, limitMs } = job;
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const child = spawn(command, args, {
    cwd,
    env: env ?? process.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  if (child.pid) underWay.add(child.pid);
  const startedAt = Date.now();
  narrator.progress(what);
  const ticker = setInterval(
    () => narrator.progress(`${what}, ${Math.round((Date.now() - startedAt) / 1000)} s so far`),
    PROGRESS_EVERY_MS,
  );
  const limit = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), limitMs);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    await new Promise<void>((resolve) => log.end(() => resolve()));
    if (code !== 0) throw new StartProblem(`${what} failed; the end of ${logFile}:\n${lastLines(logFile, 12)}`);
  } finally {
    clearInterval(ticker);
    clearTimeout(limit);
    if (child.pid) underWay.delete(child.pid);
  }
}
