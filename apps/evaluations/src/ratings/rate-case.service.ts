import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isErrorCode } from '@yiwang/contracts/errors';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource, type EntityManager } from 'typeorm';
import { CasesGraph, type RatingAccess } from '../cases-graph/cases-graph.js';
import { checkRating, isSameRating, raterOf, type CheckedRating } from './check-rating.js';
import { FIRST_ATTEMPT_AFTER_SECONDS } from './pending-ratings.js';
import { RatingApplier } from './rating-applier.js';
import { RatingEntity } from './rating.entity.js';
import type { RateCaseInput } from './rating.types.js';

/**
 * Takes a rating: allowed by cases, recorded here, applied by the workflow. Once it is recorded it is never lost;
 * what the engine cannot answer now is left pending.
 */
@Injectable()
export class RateCaseService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CasesGraph,
    private readonly applier: RatingApplier,
  ) {}

  /**
   * A rating that is refused, as a stranger's is, stays on the audit trail.
   * @throws AppError whatever cases, the check of the input or the workflow refuses; IDEMPOTENCY_CONFLICT
   */
  async rate(input: RateCaseInput, caller: Caller): Promise<RatingEntity> {
    const { rating: checked } = orThrow(checkRating(input));
    const target = { type: 'case', id: checked.caseNumber };
    return this.unitOfWork.attempt({ operation: 'rateCase', caller, target }, () =>
      // Whether they may was asked of cases; the rows are nobody's own.
      asSystem('ratings', () => this.take(input, checked, caller)),
    );
  }

  private async take(input: RateCaseInput, checked: CheckedRating, caller: Caller): Promise<RatingEntity> {
    // Asked for a repeated key too: only who may see the case learns what became of a rating.
    const access = await this.cases.ratingAccess(checked.caseNumber, input.pickupCode ?? null, caller);
    const recorded =
      (await this.before(this.dataSource.manager, checked)) ?? (await this.record(checked, access, caller));
    if (!isSameRating(recorded, checked, raterOf(caller))) {
      throw new AppError('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey', value: checked.idempotencyKey });
    }
    const rating = recorded.state === 'pending' ? (await this.applier.apply(recorded)).rating : recorded;
    if (rating.refusalCode !== null) throw new AppError(rating.refusalCode, rating.refusalDetails ?? {});
    return rating;
  }

  private before(manager: EntityManager, { caseNumber, idempotencyKey }: CheckedRating): Promise<RatingEntity | null> {
    return manager.findOneBy(RatingEntity, { caseNumber, idempotencyKey });
  }

  private async record(checked: CheckedRating, access: RatingAccess, caller: Caller): Promise<RatingEntity> {
    insistOnRight(access);
    const { countyCode, round } = access;
    const operation = {
      operation: 'rateCase',
      caller,
      target: { type: 'case', id: checked.caseNumber, countyCode },
      idempotencyKey: checked.idempotencyKey,
      details: { round, rating: checked.rating },
    };
    return this.unitOfWork.run(operation, async (manager) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(RatingEntity)
        .values({
          id: randomUUID(),
          ...checked,
          ...raterOf(caller),
          countyCode,
          round,
          nextAttemptAt: () => `now() + interval '${FIRST_ATTEMPT_AFTER_SECONDS} seconds'`,
        })
        // The same key at the same moment: the one that came first counts.
        .orIgnore()
        .execute();
      return (await this.before(manager, checked))!;
    });
  }
}

/** @throws AppError the reason that cases gave, as a code */
export function insistOnRight({ mayRate, reason, stage }: RatingAccess): void {
  if (mayRate) return;
  throw new AppError(isErrorCode(reason) ? reason : 'STAGE_REFUSES', { actual: stage });
}
