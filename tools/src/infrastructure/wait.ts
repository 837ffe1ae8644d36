import { setTimeout as pause } from 'node:timers/promises';
import { lastLines, type Child } from './child.js';
import { StartProblem } from './problem.js';
import type { Narrator } from './running.js';

export interface WaitOptions {
  /** As people know it. */
  what: string;
  child?: Child;
  limitMs: number;
  narrator: Narrator;
  everyMs?: number;
}

const PROGRESS_EVERY_MS = 5_000;

/** Asks until the answer is yes; gives up when the child has ended or the time is over, with the end of its log. */
export async function waitUntil(isReady: () => Promise<boolean>, options: WaitOptions): Promise<void> {
  const { what, child, limitMs, narrator, everyMs = 150 } = options;
  const startedAt = Date.now();
  let saidAt = startedAt;
  while (!(await isReady().catch(() => false))) {
    const waitedMs = Date.now() - startedAt;
    if (child?.exit) throw new StartProblem(`${what} ended while starting (${exitText(child)})${logText(child)}`);
    if (waitedMs > limitMs)
      throw new StartProblem(
        `${what} was not ready after ${Math.round(limitMs / 1000)} s${child ? logText(child) : ''}`,
      );
    if (Date.now() - saidAt > PROGRESS_EVERY_MS) {
      saidAt = Date.now();
      narrator.progress(`${what} is starting, ${Math.round(waitedMs / 1000)} s so far`);
    }
    await pause(everyMs);
  }
}

export const exitText = ({ exit }: Child): string =>
  exit?.signal ? `signal ${exit.signal}` : `exit code ${exit?.code ?? 'unknown'}`;

export const logText = ({ logFile }: Child): string => `; the end of ${logFile}:\n${lastLines(logFile, 12)}`;

export async function isHttpOk(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
  await response.body?.cancel();
  return response.ok;
}
