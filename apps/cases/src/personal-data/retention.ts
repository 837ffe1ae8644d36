import type { ReporterErasureActivities } from '@yiwang/contracts/erasure';
import type { Logger } from '@yiwang/platform/logging';
import { BackgroundLoop } from '@yiwang/platform/loop';
import type { PersonalData } from '@yiwang/platform/personal-data';
import type { BusinessClock } from '@yiwang/platform/time';
import type { DataSource } from 'typeorm';
import type { Policies } from '../policies/policies.js';
import { ReporterErasure } from './reporter-erasure.js';

const DAY_MS = 24 * 3_600_000;
/** A simulation's day may be a second; nothing is gained by looking that often. */
const LEAST_MS = 60_000;

/** The worker's side of forgetting: once a day of business time by policy, and whenever an erasure asks for it. */
export class Retention {
  readonly activities: ReporterErasureActivities;
  private readonly erasure: ReporterErasure;
  private readonly loop: BackgroundLoop;

  constructor(
    dataSource: DataSource,
    personal: PersonalData,
    private readonly policies: Policies,
    clock: BusinessClock,
    logger: Logger,
  ) {
    this.erasure = new ReporterErasure(dataSource, personal, () => clock.now());
    this.activities = { forgetReporter: (input) => this.erasure.forget(input) };
    this.loop = new BackgroundLoop(() => this.once().then(() => 0), {
      restMs: Math.max(LEAST_MS, DAY_MS / clock.map.rate),
      onFailure: (error) => logger.error({ err: error }, 'the retention pass failed'),
    });
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** @returns of how many cases the reporter was forgotten. */
  once(): Promise<number> {
    return this.erasure.forgetExpired(async (county) => (await this.policies.rulesInForce(county)).retention.personalYears);
  }
}
