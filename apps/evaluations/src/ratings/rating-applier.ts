import { Injectable } from '@nestjs/common';
import { recordAudit } from '@yiwang/platform/audit';
import { DataSource, type EntityManager } from 'typeorm';
import { CaseEngine, type EngineAnswer } from '../engine/case-engine.js';
import { actorOf } from './check-rating.js';
import { RatingEntity } from './rating.entity.js';

/** Takes a pending rating to the workflow and writes down what it led to. */
@Injectable()
export class RatingApplier {
  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: CaseEngine,
  ) {}

  /**
   * May be called for the same rating by several at once and again after a crash: the engine decides once, and the
   * first to write its answer down is the only one. The rating comes back as it then stands, perhaps still pending.
   */
  async apply(rating: RatingEntity): Promise<{ rating: RatingEntity; open?: unknown }> {
    const answer = await this.engine.rate(rating.caseNumber, {
      actor: actorOf(rating),
      idempotencyKey: rating.idempotencyKey,
      ratingId: rating.id,
      round: rating.round,
      rating: rating.rating,
      comment: rating.comment,
    });
    if (answer.kind === 'open') return { rating, open: answer.cause };
    return { rating: await this.dataSource.transaction((manager) => this.settle(manager, rating, answer)) };
  }

  private async settle(
    manager: EntityManager,
    rating: RatingEntity,
    answer: Exclude<EngineAnswer, { kind: 'open' }>,
  ): Promise<RatingEntity> {
    const outcome = answer.kind === 'confirmed' ? answer.outcome : null;
    const refusal = answer.kind === 'refused' ? answer : null;
    const { affected } = await manager.update(
      RatingEntity,
      { id: rating.id, state: 'pending' },
      {
        state: answer.kind,
        decidedAt: () => 'now()',
        outcomeStage: outcome?.stage ?? null,
        outcomeRound: outcome?.round ?? null,
        refusalCode: refusal?.code ?? null,
        refusalDetails: refusal?.details ?? null,
      },
    );
    if (affected) {
      await recordAudit(manager, {
        operation: 'rateCase.decided',
        outcome: refusal ? 'refused' : 'done',
        caller: { kind: 'system' },
        target: { type: 'case', id: rating.caseNumber, countyCode: rating.countyCode },
        idempotencyKey: rating.idempotencyKey,
        details: { ratingId: rating.id, ...(refusal ? { code: refusal.code } : outcome) },
      });
    }
    return manager.findOneByOrFail(RatingEntity, { id: rating.id });
  }
}
