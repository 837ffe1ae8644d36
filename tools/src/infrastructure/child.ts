import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartProblem } from './problem.js';
import { processIdentity } from './process-identity.js';

const LOG_LIMIT_BYTES = 20 * 1024 * 1024;

export interface ChildSpec {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  cwd?: string;
  /** The folder with `logs/` and `run/`. */
  dataDir: string;
  uid?: number;
  gid?: number;
  stopSignal?: NodeJS.Signals;
  /** How long it may take to end by itself before it is killed. */
  graceMs: number;
}

export interface ChildExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Child {
  name: string;
  pid: number;
  logFile: string;
  /** Set once it has ended. */
  exit: ChildExit | null;
  exited: Promise<ChildExit>;
  stop(): Promise<void>;
}

/** Every child that has not ended, in the order of starting. */
const running = new Set<{ child: Child; dataDir: string }>();

/** Data folders whose system is ending, so that a start still under way cannot slip a child in behind it. */
const closed = new Set<string>();

export const allowChildren = (dataDir: string): void => void closed.delete(dataDir);

/** Ends all children on a data folder but those spared, and refuses further ones: a start is being cancelled. */
export async function endChildren(dataDir: string, spared: ReadonlySet<Child> = new Set()): Promise<void> {
  closed.add(dataDir);
  const affected = [...running].filter((each) => each.dataDir === dataDir && !spared.has(each.child));
  await Promise.all(affected.map(({ child }) => child.stop()));
}

/** What a child may see of our own environment: enough to find programs, never a setting or a secret by accident. */
const PASSED_ON = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'JAVA_HOME', 'NODE_EXTRA_CA_CERTS'];

export const baseEnvironment = (): Record<string, string> =>
  Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));

export const logFileOf = (dataDir: string, name: string): string => join(dataDir, 'logs', `${name}.log`);

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o640);
}

/**
 * Starts a process in a group of its own, so that Ctrl-C reaches only the supervisor, which then ends everything in
 * order. Its number is noted in `run/`, so that the next start finds it if the supervisor was killed.
 */
export async function startChild(spec: ChildSpec): Promise<Child> {
  if (closed.has(spec.dataDir)) throw new StartProblem(`${spec.name} is not started: everything is being ended`);
  const logFile = logFileOf(spec.dataDir, spec.name);
  const log = openLog(logFile);
  const process_ = spawn(spec.command, spec.args, {
    cwd: spec.cwd ?? spec.dataDir,
    env: { ...baseEnvironment(), ...spec.env },
    stdio: ['ignore', log, log],
    detached: true,
    uid: spec.uid,
    gid: spec.gid,
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    process_.once('spawn', resolve);
    process_.once('error', (error) => reject(new StartProblem(`${spec.name} cannot be run: ${error.message}`)));
  });
  return watch(process_, spec, logFile);
}

function watch(process_: ChildProcess, spec: ChildSpec, logFile: string): Child {
  const pid = process_.pid!;
  const note = join(spec.dataDir, 'run', `${spec.name}.json`);
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(
    note,
    JSON.stringify({
      pid,
      identity: processIdentity(pid) ?? '',
      stopSignal: spec.stopSignal ?? 'SIGTERM',
      graceMs: spec.graceMs,
    }),
  );
  let stopping: Promise<void> | null = null;
  const child: Child = {
    name: spec.name,
    pid,
    logFile,
    exit: null,
    exited: new Promise((resolve) =>
      process_.once('exit', (code, signal) => {
        child.exit = { code, signal };
        rmSync(note, { force: true });
        resolve(child.exit);
      }),
    ),
    stop: () => (stopping ??= endProcess(pid, spec.stopSignal ?? 'SIGTERM', spec.graceMs, child.exited)),
  };
  const entry = { child, dataDir: spec.dataDir };
  running.add(entry);
  void child.exited.then(() => running.delete(entry));
  return child;
}

/** Asks, waits, then kills the whole group, so that a shell in between leaves nothing behind. */
async function endProcess(
  pid: number,
  signal: NodeJS.Signals,
  graceMs: number,
  exited: Promise<unknown>,
): Promise<void> {
  const timer = new AbortController();
  try {
    trySignal(pid, signal);
    const ended = await Promise.race([
      exited.then(() => true),
      pause(graceMs, false, { signal: timer.signal }).catch(() => true),
    ]);
    if (ended) return;
    trySignal(-pid, 'SIGKILL');
    await exited;
  } finally {
    timer.abort();
  }
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Ends a process that is not our child; true once it is gone. */
export async function endForeignProcess(
  pid: number,
  identity: string,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<void> {
  const isGone = (): boolean => processIdentity(pid) !== identity;
  const waitUntilGone = async (limitMs: number): Promise<boolean> => {
    for (const until = Date.now() + limitMs; Date.now() < until; await pause(50)) if (isGone()) return true;
    return isGone();
  };
  if (isGone()) return;
  trySignal(pid, signal);
  if (await waitUntilGone(graceMs)) return;
  trySignal(pid, 'SIGKILL');
  trySignal(-pid, 'SIGKILL');
  await waitUntilGone(5_000);
}

/** The end of a log, for the line that says why something did not start. */
export function lastLines(file: string, count: number): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
