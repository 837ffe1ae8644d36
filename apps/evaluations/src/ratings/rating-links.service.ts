import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { standingAt, type CaseFacts } from '@yiwang/domain/figures';
import { checkText } from '@yiwang/domain/intake';
import { ratingClosesAt } from '@yiwang/domain/clocks';
import { FIELD_POLICY } from '@yiwang/domain/policies';
import { recordAudit } from '@yiwang/platform/audit';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import { BusinessClock } from '@yiwang/platform/time';
import { DataSource } from 'typeorm';
import { AssessmentStanding } from '../access/standing.js';
import { RatingApplier } from './rating-applier.js';
import type { RateByLinkInput, RatingLink } from './rating-link.types.js';
import { RatingEntity } from './rating.entity.js';
import { FIRST_ATTEMPT_AFTER_SECONDS } from './pending-ratings.js';

interface LinkRow {
  caseNumber: string;
  countyCode: string;
  round: number;
  expiresAt: Date;
  ratingId: string | null;
}

const FIND = `select case_number as "caseNumber", county_code as "countyCode", round, expires_at as "expiresAt",
  rating_id as "ratingId" from rating_link where token_hash = $1 for update`;
const ADD = `insert into rating_link (token_hash, case_number, county_code, round, expires_at, issued_by, issued_at)
  values ($1, $2, $3, $4, $5, $6, $7)`;
const FACTS = `select facts from case_fact where case_number = $1`;
/** 256 bits: a token is not guessed, so that its hash needs no salt and no slow function. */
const TOKEN_BYTES = 32;
const TOKEN_FORM = /^[\w-]{43}$/;

/** Rating by a link: the token is known to whoever was sent it, works once, and ends with the rating window. */
@Injectable()
export class RatingLinksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly standing: AssessmentStanding,
    private readonly applier: RatingApplier,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * For whoever tells residents that they were answered: a service of ours, or the county's centre, which handles nothing
   * on the lower paths. The workflow refuses its rating all the same where somebody signed in had a hand in the case.
   * @throws AppError CASE_NOT_FOUND, STAGE_REFUSES where there is no answer to rate
   */
  issue(caseNumber: string, caller: Caller): Promise<RatingLink> {
    const operation: AuditedOperation = { operation: 'issueRatingLink', caller, target: { type: 'case', id: caseNumber } };
    return this.unitOfWork.attempt(operation, async () => {
      const [held] = await asSystem('facts', () => this.dataSource.query<{ facts: CaseFacts }[]>(FACTS, [caseNumber]));
      if (!held) throw new AppError('CASE_NOT_FOUND', { field: 'caseNumber', value: caseNumber });
      const { countyCode, areaCode } = held.facts;
      operation.target = { type: 'case', id: caseNumber, countyCode };
      if (!caller.roles.includes('service')) operation.positions = [(await this.standing.actsFor(areaCode, ['countyCentre'], caller)).id];
      const now = this.clock.now();
      const { answer, round, ended } = standingAt(held.facts, now.toISOString());
      if (answer === null || ended !== null) throw new AppError('STAGE_REFUSES', { actual: ended ?? 'handling' });
      const expiresAt = new Date(ratingClosesAt(answer.at, FIELD_POLICY.rating.windowDays));
      if (expiresAt <= now) throw new AppError('LINK_EXPIRED');
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      operation.details = { round };
      await asSystem('ratings', () =>
        this.unitOfWork.run(operation, (manager) =>
          manager.query(ADD, [hashOf(token), caseNumber, countyCode, round, expiresAt, caller.subject, now]),
        ),
      );
      return { caseNumber, token, expiresAt };
    });
  }

  /**
   * Once: the same rating again is told what became of the first, another one is refused.
   * @throws AppError RATING_LINK_WRONG, RATING_LINK_USED, LINK_EXPIRED, and what the workflow refuses
   */
  async rate(input: RateByLinkInput, caller: Caller): Promise<RatingEntity> {
    if (!TOKEN_FORM.test(input.token)) throw new AppError('RATING_LINK_WRONG', { field: 'token' });
    const { text: comment } = orThrow(checkText('comment', input.comment ?? '', 1_000));
    const rating = await asSystem('ratings', async () => {
      const recorded = await this.take(hashOf(input.token), { rating: input.rating, comment }, caller);
      return recorded.state === 'pending' ? (await this.applier.apply(recorded)).rating : recorded;
    });
    if (rating.refusalCode !== null) throw new AppError(rating.refusalCode, rating.refusalDetails ?? {});
    return rating;
  }

  private take(hash: Buffer, said: Pick<RatingEntity, 'rating' | 'comment'>, caller: Caller): Promise<RatingEntity> {
    const operation: AuditedOperation = { operation: 'rateByLink', caller, target: null };
    return this.unitOfWork.attempt(operation, () =>
      this.dataSource.transaction(async (manager) => {
        const [link] = await manager.query<LinkRow[]>(FIND, [hash]);
        if (!link) throw new AppError('RATING_LINK_WRONG', { field: 'token' });
        const { caseNumber, countyCode, round, expiresAt, ratingId } = link;
        operation.target = { type: 'case', id: caseNumber, countyCode };
        if (ratingId !== null) {
          const before = await manager.findOneByOrFail(RatingEntity, { id: ratingId });
          if (before.rating === said.rating && before.comment === said.comment) return before;
          throw new AppError('RATING_LINK_USED', { field: 'token' });
        }
        if (expiresAt <= this.clock.now()) throw new AppError('LINK_EXPIRED');
        const [row] = await manager.query<{ id: string }[]>(
          `insert into rating (id, case_number, county_code, round, rating, comment, rated_by_kind, idempotency_key, next_attempt_at)
           values (gen_random_uuid(), $1, $2, $3, $4, $5, 'resident', 'link:' || encode($6, 'hex'), now() + make_interval(secs => $7))
           returning id`,
          [caseNumber, countyCode, round, said.rating, said.comment, hash, FIRST_ATTEMPT_AFTER_SECONDS],
        );
        await manager.query(`update rating_link set used_at = $2, rating_id = $3 where token_hash = $1`, [hash, this.clock.now(), row!.id]);
        await recordAudit(manager, { ...operation, details: { round, rating: said.rating } });
        return manager.findOneByOrFail(RatingEntity, { id: row!.id });
      }),
    );
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
