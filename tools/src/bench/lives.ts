import { randomUUID } from 'node:crypto';
import { graphClient, Refused, type GraphClient } from './graph-client.js';
import { quantilesOf, type Measured } from './measure.js';
import type { System } from './system.js';
import { TaskFollower } from './task-follower.js';
import type { TrialCases } from './trial-cases.js';

const START = 'mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }';
export const ACCEPT = 'mutation ($input: AcceptTaskArguments!) { acceptTask(input: $input) { version } }';
export const COMPLETE = 'mutation ($input: CompleteTaskArguments!) { completeTask(input: $input) { state } }';
export const RATE = 'mutation ($input: RateCaseInput!) { rateCase(input: $input) { state stage } }';

export interface LivesTrial {
  system: System;
  cases: TrialCases;
  hotline: string;
  member: string;
  cursor: string;
  /** How many are lived at once. */
  concurrency: number;
}

export interface LivesMeasured extends Measured {
  /** Medians of the parts of a life, in milliseconds. */
  steps: Record<LifeStep, number>;
}

const LIFE_STEPS = ['start', 'untilTask', 'accept', 'complete', 'rate'] as const;
type LifeStep = (typeof LIFE_STEPS)[number];

/** Whole lives on the real parts: start, relay, task, accept, complete, rate, closed; all of it through the gateway. */
export class Lives {
  private readonly client: GraphClient;
  private readonly follower: TaskFollower;
  private readonly took: Record<LifeStep, number[]> = { start: [], untilTask: [], accept: [], complete: [], rate: [] };

  constructor(private readonly trial: LivesTrial) {
    this.client = graphClient(trial.system.gateway, trial.concurrency + 1);
    this.follower = new TaskFollower(this.client, trial.hotline, trial.cursor);
    this.follower.start();
  }

  async stop(): Promise<void> {
    await this.follower.stop();
    this.client.close();
  }

  medians(): LivesMeasured['steps'] {
    const medians = LIFE_STEPS.map((step) => [step, quantilesOf(this.took[step]).p50]);
    return Object.fromEntries(medians) as LivesMeasured['steps'];
  }

  /** Lives one. @returns 1. @throws Refused */
  async one(): Promise<number> {
    const { client, trial } = this;
    const { cases, hotline, member } = trial;
    const { startCase } = await this.timed(
      'start',
      client.ask<{ startCase: { case: { number: string } } }>(START, { input: cases.one() }, hotline),
    );
    const caseNumber = startCase.case.number;
    const taskId = await this.timed('untilTask', this.follower.taskOf(caseNumber));
    const { acceptTask } = await this.timed(
      'accept',
      client.ask<{ acceptTask: { version: number } }>(ACCEPT, { input: { taskId, version: 1 } }, member),
    );
    const completed = { taskId, version: acceptTask.version, answer: '【性能测试】已处理，请忽略。' };
    await this.timed('complete', client.ask(COMPLETE, { input: completed }, member));
    const rating = { caseNumber, rating: 'satisfied', idempotencyKey: randomUUID() };
    const { rateCase } = await this.timed(
      'rate',
      client.ask<{ rateCase: { state: string; stage: string } }>(RATE, { input: rating }, hotline),
    );
    if (rateCase.stage !== 'closed') throw new Refused(`rating ${rateCase.state}`);
    return 1;
  }

  private async timed<T>(step: LifeStep, work: Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const result = await work;
    this.took[step].push(performance.now() - startedAt);
    return result;
  }
}
