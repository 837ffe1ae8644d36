import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CpuMeter } from './cpu.js';
import { graphClient, Refused, type GraphClient } from './graph-client.js';
import { measure, type Measured, type Window } from './measure.js';
import type { System } from './system.js';
import type { TrialCases } from './trial-cases.js';

const START = 'mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }';
export const ACCEPT = 'mutation ($input: AcceptTaskArguments!) { acceptTask(input: $input) { version } }';
export const COMPLETE = 'mutation ($input: CompleteTaskArguments!) { completeTask(input: $input) { state } }';
export const RATE = 'mutation ($input: RateCaseInput!) { rateCase(input: $input) { state stage } }';
const CHANGES = `query ($after: String) {
  caseChanges(after: $after, first: 500) { entries { caseNumber type taskId } cursor hasMore } }`;

/** How often the change feed is asked: by one for all lives, as an external system would follow its cases. */
const FOLLOW_MS = 50;
/** After that a life counts as failed. */
const LONGEST_WAIT_MS = 15_000;

interface Change {
  caseNumber: string;
  type: string;
  taskId: string | null;
}

/** Learns from the change feed which task was opened for which case. */
class TaskFollower {
  private readonly waiting = new Map<string, (taskId: string) => void>();
  private readonly opened = new Map<string, string>();
  private ended = false;
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: GraphClient,
    private readonly token: string,
    private cursor: string,
  ) {}

  start(): void {
    this.following = this.follow();
  }

  async stop(): Promise<void> {
    this.ended = true;
    await this.following;
  }

  taskOf(caseNumber: string): Promise<string> {
    const known = this.opened.get(caseNumber);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        this.waiting.delete(caseNumber);
        reject(new Refused('no task in time'));
      }, LONGEST_WAIT_MS);
      this.waiting.set(caseNumber, (taskId) => {
        clearTimeout(giveUp);
        resolve(taskId);
      });
    });
  }

  private async follow(): Promise<void> {
    while (!this.ended) {
      const answer = await this.client
        .ask<{ caseChanges: { entries: Change[]; cursor: string; hasMore: boolean } }>(
          CHANGES,
          { after: this.cursor },
          this.token,
        )
        .catch(() => null);
      for (const { type, caseNumber, taskId } of answer?.caseChanges.entries ?? [])
        if (type === 'taskOpened' && taskId !== null) this.tell(caseNumber, taskId);
      if (answer) this.cursor = answer.caseChanges.cursor;
      if (!answer?.caseChanges.hasMore) await pause(FOLLOW_MS);
    }
  }

  /** The feed may be quicker than the answer to the start. */
  private tell(caseNumber: string, taskId: string): void {
    this.opened.set(caseNumber, taskId);
    this.waiting.get(caseNumber)?.(taskId);
    this.waiting.delete(caseNumber);
  }
}

export interface LivesTrial {
  system: System;
  meter: CpuMeter;
  cases: TrialCases;
  hotline: string;
  member: string;
  cursor: string;
  window: Window;
}

export interface LivesMeasured extends Measured {
  /** Medians of the parts of a life, in milliseconds. */
  steps: Record<'start' | 'untilTask' | 'accept' | 'complete' | 'rate', number>;
}

/** Whole lives on the real parts: start, relay, task, accept, complete, rate, closed; all of it through the gateway. */
export async function measureLives(trial: LivesTrial): Promise<LivesMeasured> {
  const { system, meter, cases, hotline, member, window } = trial;
  const client = graphClient(system.gateway, window.concurrency + 1);
  const follower = new TaskFollower(client, hotline, trial.cursor);
  const steps = { start: [], untilTask: [], accept: [], complete: [], rate: [] } as Record<keyof LivesMeasured['steps'], number[]>;
  const timed = async <T>(step: keyof typeof steps, work: Promise<T>): Promise<T> => {
    const startedAt = performance.now();
    const result = await work;
    steps[step].push(performance.now() - startedAt);
    return result;
  };

  const life = async (): Promise<number> => {
    const { startCase } = await timed(
      'start',
      client.ask<{ startCase: { case: { number: string } } }>(START, { input: cases.one() }, hotline),
    );
    const caseNumber = startCase.case.number;
    const taskId = await timed('untilTask', follower.taskOf(caseNumber));
    const { acceptTask } = await timed(
      'accept',
      client.ask<{ acceptTask: { version: number } }>(ACCEPT, { input: { taskId, version: 1 } }, member),
    );
    const completed = { taskId, version: acceptTask.version, answer: '【性能测试】已处理，请忽略。' };
    await timed('complete', client.ask(COMPLETE, { input: completed }, member));
    const rating = { caseNumber, rating: 'satisfied', idempotencyKey: randomUUID() };
    const { rateCase } = await timed(
      'rate',
      client.ask<{ rateCase: { state: string; stage: string } }>(RATE, { input: rating }, hotline),
    );
    if (rateCase.stage !== 'closed') throw new Refused(`rating ${rateCase.state}`);
    return 1;
  };

  follower.start();
  try {
    const measured = await measure(window, meter, life);
    const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    const medians = Object.entries(steps).map(([step, values]) => [step, median(values)]);
    return { ...measured, steps: Object.fromEntries(medians) as LivesMeasured['steps'] };
  } finally {
    await follower.stop();
    client.close();
  }
}
