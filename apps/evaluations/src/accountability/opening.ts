import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountabilityInput } from '@yiwang/contracts/accountability';
import {
  acceptsFrom,
  accountabilityFor,
  answerableFor,
  monthsLater,
  scopeKey,
  shortfallsOf,
  type Month,
  type Scope,
} from '@yiwang/domain/figures';
import { BusinessClock } from '@yiwang/platform/time';
import type { EntityManager } from 'typeorm';
import type { Counted } from '../figures/counting.js';
import { OPEN, RUNNING_BEFORE } from './accountability.sql.js';

/** Who answers for a month: villages, towns and departments whose share fell below the policy's thresholds. */
@Injectable()
export class AccountabilityOpening {
  constructor(private readonly clock: BusinessClock) {}

  /** In the transaction in which the month's count becomes visible; the workflows are started afterwards. @returns how many */
  async judge(manager: EntityManager, countyCode: string, month: Month, { id, policy, scopes }: Counted): Promise<number> {
    const before = await manager.query<(Scope & { running: number })[]>(RUNNING_BEFORE, [countyCode, monthsLater(month.month, -1)]);
    const running = new Map(before.map((one) => [scopeKey(one), one.running]));
    const { rectificationDays, acceptanceDays } = policy.limits;
    const opened = scopes.flatMap((one): (AccountabilityInput & { monthsRunning: number })[] => {
      const answerable = answerableFor(one.scope, countyCode);
      const shortfalls = shortfallsOf(one, policy.thresholds);
      if (answerable === null || shortfalls.length === 0) return [];
      const monthsRunning = 1 + (running.get(scopeKey(one.scope)) ?? 0);
      return [
        {
          ...{ id: randomUUID(), countyCode, month: month.month, scope: one.scope, shortfalls, answerable, monthsRunning },
          kind: accountabilityFor(monthsRunning, policy.thresholds),
          accepts: acceptsFrom(one.scope, countyCode),
          limits: { rectificationDays, acceptanceDays },
          ...(this.clock.mapped && { time: this.clock.mapped }),
        },
      ];
    });
    if (opened.length === 0) return 0;
    const rows = await manager.query<unknown[]>(OPEN, [JSON.stringify(opened), id, this.clock.now()]);
    return rows.length;
  }
}
