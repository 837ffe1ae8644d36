import { Injectable } from '@nestjs/common';
import { PATHS } from '@yiwang/domain/paths';
import { addToComparison, beginComparison, policyOf, type PolicyComparison } from '@yiwang/domain/policies';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { BusinessClock } from '@yiwang/platform/time';
import { DataSource } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { pastCases, type Span } from './past-cases.js';
import { Policies } from './policies.js';
import { PolicyAccess } from './policy-access.js';
import { checkStored, refusePolicy } from './policy-document.js';
import type { PolicyReplay } from './policy-replay.types.js';
import { versionOf } from './policy-rows.js';

export const MOST_REPLAYED = 50_000;
const MOST_LISTED = 1_000;
const MONTH_MS = 30 * 86_400_000;

export interface ReplayWish {
  countyCode: string;
  version: number;
  from: Date | null;
  to: Date | null;
  first: number;
}

/** The rule lab: what a version would have made of past cases, beside what the policy in force makes of them. */
@Injectable()
export class PolicyReplayService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policies: Policies,
    private readonly calendars: Calendars,
    private readonly access: PolicyAccess,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Over the last 30 days unless another span is given, at most 50,000 cases. Changes nothing.
   * @throws AppError POLICY_INVALID for a draft that could not be published; NOT_FOUND; INPUT_INVALID, TIME_INVALID.
   */
  async replay(wish: ReplayWish, caller: Caller): Promise<PolicyReplay> {
    const { county } = await this.access.administrator(caller, wish.countyCode);
    const span = spanOf(wish, county, this.clock.now());
    if (wish.first < 0 || wish.first > MOST_LISTED) throw new AppError('INPUT_INVALID', { field: 'first', expected: `0–${MOST_LISTED}` });
    const row = await versionOf(this.dataSource, county, wish.version);
    if (!row) throw new AppError('NOT_FOUND', { field: 'version', value: String(wish.version) });
    const checked = checkStored(row.rules);
    if (!checked.ok) throw new AppError('POLICY_INVALID', refusePolicy(checked.problems).details);
    const [inForce, calendar] = await Promise.all([this.policies.inForce(county), this.calendars.inForce(county)]);
    const compared = { before: policyOf(inForce), draft: checked.rules, calendar, mostListed: wish.first };
    const comparison = beginComparison();
    const isTruncated = await this.readInto(comparison, span, compared);
    const { from, to } = span;
    return { version: wish.version, comparedWith: inForce.version, from, to, isTruncated, ...shown(comparison) };
  }

  /** True where there were more cases than are replayed. */
  private async readInto(comparison: PolicyComparison, span: Span, compared: Parameters<typeof addToComparison>[2]): Promise<boolean> {
    for await (const portion of pastCases(this.dataSource, span)) {
      for (const facts of portion) {
        if (comparison.cases === MOST_REPLAYED) return true;
        addToComparison(comparison, facts, compared);
      }
    }
    return false;
  }
}

function spanOf({ from, to }: ReplayWish, county: string, now: Date): Span {
  const until = to ?? now;
  const since = from ?? new Date(until.getTime() - MONTH_MS);
  if (since >= until) throw new AppError('TIME_INVALID', { field: 'from', expected: '早于 to / before to' });
  return { county, from: since, to: until };
}

const shown = ({ byPath, differences, ...counts }: PolicyComparison) => ({
  ...counts,
  byPath: PATHS.map((path) => ({ path, ...byPath[path] })),
  differences: differences.map(({ number, before, draft }) => ({ caseNumber: number, before, draft })),
});
