import { Injectable } from '@nestjs/common';
import { checkWeights } from '@yiwang/domain/figures';
import { checkText } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { BusinessClock } from '@yiwang/platform/time';
import type { EntityManager } from 'typeorm';
import { AssessmentStanding, countyCodeOf } from '../access/standing.js';
import { AssessmentPolicies, POLICY_COLUMNS, type AssessmentPolicyRow, type Limits } from './assessment-policies.js';
import type { PublishAssessmentPolicyInput } from './policy.types.js';

/** A date is written as the start of the day; a minute's difference between clocks refuses nobody. */
const TOLERANCE_MS = 60_000;

const ADD = `
insert into assessment_policy (county_code, version, weights, thresholds, limits, in_force_from, published_by, note)
select $1, max(version) + 1, $2, $3, $4, $5, $6, $7 from assessment_policy where county_code in ('', $1)
returning ${POLICY_COLUMNS}`;

@Injectable()
export class PublishPolicyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standing: AssessmentStanding,
    private readonly policies: AssessmentPolicies,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws AppError WEIGHTS_INVALID, TIME_INVALID, INPUT_INVALID, AREA_OUTSIDE_JURISDICTION */
  publish(input: PublishAssessmentPolicyInput, caller: Caller): Promise<AssessmentPolicyRow> {
    const operation: AuditedOperation = { operation: 'publishAssessmentPolicy', caller, target: null };
    return this.unitOfWork.attempt(operation, async () => {
      const countyCode = countyCodeOf(input.countyCode);
      operation.target = { type: 'assessmentPolicy', id: countyCode, countyCode };
      const position = await this.standing.actsFor(countyCode, ['countyCentre', 'leader', 'administrator'], caller);
      operation.positions = [position.id];
      const before = await this.policies.inForce(countyCode, input.inForceFrom);
      const { weights } = orThrow(checkWeights(input.weights));
      const thresholds = { ...before.thresholds, ...given(input.thresholds) };
      for (const field of ['resolutionOnTime', 'satisfied'] as const) within(`thresholds.${field}`, thresholds[field], 0, 100);
      for (const field of ['leastCases', 'talkAfterMonths'] as const) within(`thresholds.${field}`, thresholds[field], 1, 1_000);
      const limits: Limits = { ...before.limits, ...given(input.limits) };
      within('limits.judgeAfterDays', limits.judgeAfterDays, 0, 60);
      for (const field of ['rectificationDays', 'acceptanceDays'] as const) within(`limits.${field}`, limits[field], 1, 60);
      const { text: note } = orThrow(checkText('note', input.note ?? '', 500));
      if (input.inForceFrom.getTime() < this.clock.now().getTime() - TOLERANCE_MS) {
        throw new AppError('TIME_INVALID', { field: 'inForceFrom', expected: '不早于现在 / not before now' });
      }
      operation.details = { weights, thresholds, limits, inForceFrom: input.inForceFrom.toISOString() };
      const row = [countyCode, weights, thresholds, limits, input.inForceFrom, caller.subject, note];
      return this.unitOfWork.run(operation, (manager) => add(manager, row));
    });
  }
}

/** One version after the other. */
async function add(manager: EntityManager, row: unknown[]): Promise<AssessmentPolicyRow> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('assessment_policy'))`);
  const [added] = await manager.query<AssessmentPolicyRow[]>(ADD, row);
  return added!;
}

const given = (input: object | null | undefined): object =>
  Object.fromEntries(Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined));

function within(field: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw new AppError('INPUT_INVALID', { field, value, expected: `${least}–${most}` });
}
