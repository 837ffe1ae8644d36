import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from './child.js';
import { messageOf, StartProblem } from './problem.js';
import type { Narrator } from './running.js';
import { exitText, logText } from './wait.js';

/** Whatever consists of children: one process, or a server with its Web UI. */
export interface Runnable {
  children: Child[];
  stop(): Promise<void>;
}

const WINDOW_MS = 120_000;
const CRASHES_BEFORE_GIVING_UP = 5;
const FIRST_DELAY_MS = 500;

/** How long to wait before the next try, or null when there were too many crashes of late. */
export function restartDelay(crashedAt: readonly number[], now: number): number | null {
  const recent = crashedAt.filter((at) => now - at < WINDOW_MS).length;
  return recent >= CRASHES_BEFORE_GIVING_UP ? null : FIRST_DELAY_MS * 2 ** Math.max(0, recent - 1);
}

export interface SupervisedOptions<T extends Runnable> {
  /** As people know it. */
  title: string;
  start: () => Promise<T>;
  narrator: Narrator;
  /** Called when it keeps crashing: the whole system is to end. */
  onGivenUp: (error: StartProblem) => void;
}

/** Keeps one part running: when a child of it ends by itself, all of it is started again, each time a little later. */
export class Supervised<T extends Runnable = Runnable> {
  private current: T | null = null;
  private isWanted = false;
  private crashedAt: number[] = [];
  private restarting: Promise<void> = Promise.resolve();

  constructor(private readonly options: SupervisedOptions<T>) {}

  get title(): string {
    return this.options.title;
  }

  get running(): T | null {
    return this.current;
  }

  /** A failure of the first start is the caller's; only what once ran is started again. */
  async start(): Promise<T> {
    this.isWanted = true;
    const started = await this.options.start();
    if (!this.isWanted) {
      await started.stop();
      throw new StartProblem(`${this.title} was stopped while it started`);
    }
    this.adopt(started);
    return started;
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    await this.current?.stop();
    await this.restarting;
    this.current = null;
  }

  private adopt(started: T): void {
    this.current = started;
    for (const child of started.children)
      void child.exited.then(() => {
        if (this.isWanted && this.current === started) this.restarting = this.restart(child);
      });
  }

  private async restart(crashed: Child): Promise<void> {
    const { narrator, onGivenUp, start } = this.options;
    const broken = this.current;
    this.current = null;
    let reason = `${crashed.name} ended (${exitText(crashed)})`;
    await broken?.stop().catch(() => undefined);
    while (this.isWanted) {
      this.crashedAt.push(Date.now());
      const delayMs = restartDelay(this.crashedAt, Date.now());
      if (delayMs === null)
        return onGivenUp(
          new StartProblem(`${this.title} keeps ending, so everything is stopped: ${reason}${logText(crashed)}`),
        );
      narrator.note(`${reason}; starting ${this.title} again in ${delayMs / 1000} s`);
      await pause(delayMs);
      if (!this.isWanted) return;
      try {
        const started = await start();
        if (!this.isWanted) return await started.stop();
        this.adopt(started);
        narrator.note(`${this.title} runs again`);
        return;
      } catch (error) {
        reason = messageOf(error).split('\n')[0] ?? '';
      }
    }
  }
}
