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
import { DataSource, type EntityManager } from 'typeorm';
import { CasesGraph, type RatingAccess } from '../cases-graph/cases-graph.js';
import { AssessmentStanding } from '../access/standing.js';
import { RatingApplier } from './rating-applier.js';
import type { RateByLinkInput, RatingLink } from './rating-link.types.js';
import { RatingEntity } from './rating.entity.js';
import { FIRST_ATTEMPT_AFTER_SECONDS } from './pending-ratings.js';
import { insistOnRight } from './rate-case.service.js';

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
/** Of a link that cases vouched for: kept when it is used, in the same transaction, and by the first of several calls. */
const KEEP = `insert into rating_link (token_hash, case_number, county_code, round, expires_at, issued_at)
  values ($1, $2, $3, $4, $5, $6) on conflict do nothing`;
const USED = `select 1 from rating_link where token_hash = $1 and rating_id is not null`;
const FACTS = `select facts from case_fact where case_number = $1`;
/** 256 bits: a token is not guessed, so that its hash needs no salt and no slow function. */
const TOKEN_BYTES = 32;
const TOKEN_FORM = /^[\w-]{43}$/;
/** What the notice of an answer carries: the case, its round, and a proof that cases alone can make and look at. */
const NOTICE_FORM = /^(\d{6}-\d{8}-\d{6,12})\.\d{1,3}\.[\w-]{22}$/;

/**
 * Rating by a link: the token is known to whoever was sent it, works once, and ends with the rating window. One that was
 * issued here is known by its hash; one that came with the notice of an answer is cases' own, which is asked when it is
 * first used.
 */
@Injectable()
export class RatingLinksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly standing: AssessmentStanding,
    private readonly applier: RatingApplier,
    private readonly clock: BusinessClock,
    private readonly cases: CasesGraph,
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
    const caseNumber = NOTICE_FORM.exec(input.token)?.[1];
    if (caseNumber === undefined && !TOKEN_FORM.test(input.token)) throw new AppError('RATING_LINK_WRONG', { field: 'token' });
    const { text: comment } = orThrow(checkText('comment', input.comment ?? '', 1_000));
    const vouched = caseNumber === undefined ? null : await this.vouchedFor(caseNumber, input.token, caller);
    const rating = await asSystem('ratings', async () => {
      const recorded = await this.take(hashOf(input.token), { rating: input.rating, comment }, caller, vouched);
      return recorded.state === 'pending' ? (await this.applier.apply(recorded)).rating : recorded;
    });
    if (rating.refusalCode !== null) throw new AppError(rating.refusalCode, rating.refusalDetails ?? {});
    return rating;
  }

  /** Null for a link that was used: what became of it stands here. @throws AppError RATING_LINK_WRONG, LINK_EXPIRED, STAGE_REFUSES, CASE_CLOSED */
  private async vouchedFor(caseNumber: string, token: string, caller: Caller): Promise<RatingAccess | null> {
    if (await this.isUsed(token)) return null;
    const operation: AuditedOperation = { operation: 'rateByLink', caller, target: { type: 'case', id: caseNumber } };
    return this.unitOfWork.attempt(operation, async () => {
      const access = await this.cases.linkAccess(caseNumber, token, caller);
      operation.target = { type: 'case', id: caseNumber, countyCode: access.countyCode };
      // Used by a call of the same moment, it may have closed the case.
      if (!access.mayRate && (await this.isUsed(token))) return null;
      insistOnRight(access);
      return access;
    });
  }

  private async isUsed(token: string): Promise<boolean> {
    return (await asSystem('ratings', () => this.dataSource.query<unknown[]>(USED, [hashOf(token)]))).length > 0;
  }

  private take(
    hash: Buffer,
    said: Pick<RatingEntity, 'rating' | 'comment'>,
    caller: Caller,
    vouched: RatingAccess | null,
  ): Promise<RatingEntity> {
    const operation: AuditedOperation = { operation: 'rateByLink', caller, target: null };
    return this.unitOfWork.attempt(operation, () =>
      this.dataSource.transaction(async (manager) => {
        if (vouched) await this.keep(manager, hash, vouched);
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

  private async keep(manager: EntityManager, hash: Buffer, { caseNumber, countyCode, round }: RatingAccess): Promise<void> {
    const now = this.clock.now();
    const expiresAt = ratingClosesAt(now.toISOString(), FIELD_POLICY.rating.windowDays);
    await manager.query(KEEP, [hash, caseNumber, countyCode, round, expiresAt, now]);
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
