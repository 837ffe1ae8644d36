import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { AccountabilityInput } from '@yiwang/contracts/accountability';
import { localDateOf } from '@yiwang/domain/calendar';
import { monthOf, monthOfDate, monthsLater } from '@yiwang/domain/figures';
import { recordAudit } from '@yiwang/platform/audit';
import type { Logger } from '@yiwang/platform/logging';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { asSystem } from '@yiwang/platform/row-scope';
import type { BusinessClock } from '@yiwang/platform/time';
import type { DataSource } from 'typeorm';
import { FigureCounting } from '../figures/counting.js';
import { AssessmentPolicies } from '../policies/assessment-policies.js';
import type { AccountabilityEngine } from './accountability-engine.js';
import { CLAIM } from './accountability.sql.js';
import type { AccountabilityOpening } from './opening.js';

const DAY_MS = 86_400_000;
const COUNTIES = `select distinct county_code as code from case_fact where received_at >= $1 and received_at < $2`;
/** One that is being counted counts too, unless its process has ended over it. */
const IS_JUDGED = `select 1 from figure_count where county_code = $1 and month = $2 and cause = 'monthly'
  and (state = 'done' or counted_at > now() - interval '1 hour') limit 1`;

export interface MonthClosingParts {
  dataSource: DataSource;
  counting: FigureCounting;
  policies: AssessmentPolicies;
  opening: AccountabilityOpening;
  engine: AccountabilityEngine;
  clock: BusinessClock;
  logger: Logger;
}

/**
 * Judges the month that has ended, some days after its end and once for each county, and starts the accountabilities that
 * follow. Any number of copies may run: a month has one judging count, and a workflow one id.
 */
export class MonthClosing implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly parts: MonthClosingParts,
    restMs: number,
  ) {
    this.loop = new BackgroundLoop(() => this.closeOnce(), {
      restMs,
      onFailure: (error) => parts.logger.warn({ err: error }, 'a month could not be judged, or what follows not be opened'),
    });
  }

  onApplicationBootstrap(): void {
    if (this.parts.dataSource.isInitialized) this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** @returns how many months were judged and accountabilities started */
  closeOnce(): Promise<number> {
    return asSystem('accountability', async () => (await this.judgeMonths()) + (await this.startOpened()));
  }

  private async judgeMonths(): Promise<number> {
    const { clock, dataSource, policies } = this.parts;
    const now = clock.now();
    const month = monthOf(monthsLater(monthOfDate(localDateOf(now.getTime())), -1))!;
    const period = [month.from, month.until];
    const counties = await asSystem('figures', () => dataSource.query<{ code: string }[]>(COUNTIES, period));
    let judged = 0;
    for (const { code } of counties) {
      const { limits } = await policies.inForce(code, new Date(month.from));
      const asOf = new Date(Date.parse(month.until) + limits.judgeAfterDays * DAY_MS);
      if (now < asOf || !(await this.isHeardUntil(asOf))) continue;
      if ((await dataSource.query<unknown[]>(IS_JUDGED, [code, month.month])).length > 0) continue;
      await this.judge(code, month.month, asOf);
      judged += 1;
    }
    return judged;
  }

  /** Judged is only what was heard of completely. */
  private async isHeardUntil(asOf: Date): Promise<boolean> {
    const heardUntil = await this.parts.counting.heardUntil();
    return heardUntil !== null && heardUntil >= asOf;
  }

  private async judge(countyCode: string, name: string, asOf: Date): Promise<void> {
    const month = monthOf(name)!;
    await this.parts.counting.count({ countyCode, month, asOf, cause: 'monthly', by: null }, async (manager, counted) => {
      const opened = await this.parts.opening.judge(manager, countyCode, month, counted);
      const target = { type: 'figures', id: `${countyCode}/${name}`, countyCode };
      const details = { countId: counted.id, asOf: asOf.toISOString(), cases: counted.cases, opened };
      await recordAudit(manager, { operation: 'judgeMonth', caller: { kind: 'system' }, target, details });
    });
  }

  private async startOpened(): Promise<number> {
    const claimed: [{ input: AccountabilityInput }[], number] = await this.parts.dataSource.query(CLAIM);
    for (const { input } of claimed[0]) await this.parts.engine.start(input);
    // A start is known by its first step; it is asked for again until that has come.
    return 0;
  }
}
