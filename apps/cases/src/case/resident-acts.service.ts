import { Injectable } from '@nestjs/common';
import type { Actor } from '@yiwang/contracts/case-flow';
import { checkIdempotencyKey, checkReason, checkText, MAX_TEXT } from '@yiwang/domain/intake';
import { mayRate } from '@yiwang/domain/paths';
import { hasRole, type Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { granting } from '@yiwang/platform/row-scope';
import { AttachmentRecords } from '@yiwang/platform/storage';
import { DataSource } from 'typeorm';
import { checkAttachmentCount } from '../attachments/attachment-claims.js';
import { BusinessTime } from '../business-time.js';
import { CaseEngine } from '../course/case-engine.js';
import { RatingLinks } from '../notices/rating-links.js';
import { isNew } from '../tasks/act-keys.js';
import { keyOf } from '../tasks/decide.js';
import { DecidedBefore } from '../tasks/decided-before.js';
import { CaseAccess, isOwn } from './case-access.js';
import { CaseEntity } from './case.entity.js';
import type { AddToCaseInput, RatingAccess, UrgeCaseArguments, WithdrawCaseArguments } from './resident-acts.types.js';

/** What whoever reported a case may do with it afterwards, with the pickup code or as its starter. */
@Injectable()
export class ResidentActsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly engine: CaseEngine,
    private readonly attachments: AttachmentRecords,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: BusinessTime,
    private readonly links: RatingLinks,
    private readonly before: DecidedBefore,
  ) {}

  /** Adds words or pictures to an open case. A repeated key adds nothing; without one, saying the same twice in a row is taken for one. */
  async add(input: AddToCaseInput, caller: Caller): Promise<CaseEntity> {
    const { text } = orThrow(checkReason('text', input.text));
    orThrow(checkAttachmentCount(input.attachmentIds));
    const found = await this.reporters(input.number, input.pickupCode, caller);
    const target = { type: 'case', id: found.number, countyCode: found.countyCode };
    await this.unitOfWork.run({ operation: 'addToCase', caller, target }, async (manager, audited) => {
      if (!(await isNew(manager, audited, found.number, input))) return;
      if (found.closedAt !== null) throw new AppError('CASE_CLOSED');
      const ids = input.attachmentIds ?? [];
      // Whoever has no account shows by an upload's id that it is theirs.
      await granting(caller.subject === null ? ids : [], () =>
        this.attachments.attach(manager, ids, { caseNumber: found.number, uploadedBy: caller.subject }),
      );
      await manager.query(
        `insert into timeline_entry (case_number, county_code, type, at, actor_kind, actor_subject, text, data)
         select $1, $2, 'added', $7, $3, $4, $5, $6
         where $5 is distinct from (select text from timeline_entry where case_number = $1 order by seq desc limit 1)`,
        [
          found.number,
          found.countyCode,
          actorOf(caller, found).kind,
          caller.subject,
          text,
          JSON.stringify({ attachmentIds: input.attachmentIds ?? [] }),
          this.time.now(),
        ],
      );
    });
    if (found.paused === 'waitingForResident') this.engine.tellResidentAdded(found.number);
    return found;
  }

  /** Takes a case back, with a reason; whatever is under way ends. */
  async withdraw(input: WithdrawCaseArguments, caller: Caller): Promise<CaseEntity> {
    const { text: reason } = orThrow(checkReason('reason', input.reason));
    const found = await this.reporters(input.number, input.pickupCode, caller);
    if (found.stage === 'withdrawn') return found;
    const idempotencyKey = input.idempotencyKey
      ? orThrow(checkIdempotencyKey(input.idempotencyKey)).idempotencyKey
      : `withdraw:${found.number}`;
    const where = { caseNumber: found.number, workflowId: found.number };
    const target = { type: 'case', id: found.number, countyCode: found.countyCode };
    await this.unitOfWork.attempt({ operation: 'withdrawCase', caller, target }, () =>
      this.engine.decide('withdrawCase', where, { actor: actorOf(caller, found), idempotencyKey, reason }),
    );
    return this.dataSource.manager.findOneByOrFail(CaseEntity, { number: found.number });
  }

  /** 群众催办: the workflow says whether it is late, and how often it was urged. */
  async urge(input: UrgeCaseArguments, caller: Caller): Promise<CaseEntity> {
    const { text } = orThrow(checkText('text', input.text ?? '', MAX_TEXT));
    const found = await this.reporters(input.number, input.pickupCode, caller);
    const said = { idempotencyKey: input.idempotencyKey, text };
    const deciding = { actor: actorOf(caller, found), idempotencyKey: keyOf(said) };
    const where = { caseNumber: found.number, workflowId: found.number };
    const target = { type: 'case', id: found.number, countyCode: found.countyCode };
    await this.unitOfWork.attempt({ operation: 'urgeCase', caller, target }, async () => {
      const { was } = await this.before.look('urgeCase', deciding, found.number, input.idempotencyKey);
      if (was === 'taken') return;
      // The row knows of an answer a moment before the workflow of the case does.
      if (found.stage === 'evaluating') throw new AppError('STAGE_REFUSES', { actual: found.stage });
      await this.engine.decide('urgeCase', where, { ...deciding, ...(text === '' ? {} : { text }) });
    });
    return this.dataSource.manager.findOneByOrFail(CaseEntity, { number: found.number });
  }

  /** For evaluations: whether this caller may rate the case now. */
  async ratingAccess(number: string, pickupCode: string | null, caller: Caller): Promise<RatingAccess> {
    const found = await this.reporters(number, pickupCode, caller);
    // Two keys: whoever filed a case for a resident is on the side that handles it, and never rates.
    if (!pickupCode && caller.kind === 'person' && found.reporterSubject !== caller.subject) throw new AppError('FORBIDDEN');
    return this.ratingOf(found, caller);
  }

  /**
   * The same for whoever follows the link that came with the answer of one round. A link lasts as long as that answer can
   * be rated: a later round, and a case that closed because nobody rated it, end it.
   * @throws AppError RATING_LINK_WRONG for what was never given out, and for another case's
   */
  async linkAccess(number: string, link: string, caller: Caller): Promise<RatingAccess> {
    const of = this.links.read(link);
    if (of?.caseNumber !== number) throw new AppError('RATING_LINK_WRONG', { field: 'token' });
    const found = await this.access.granted(number);
    const access = this.ratingOf(found, caller);
    const isOver = found.round !== of.round || found.closedAs === 'notRated';
    return isOver ? { ...access, mayRate: false, reason: 'LINK_EXPIRED' } : access;
  }

  private ratingOf({ number, countyCode, areaCode, stage, round, handlerSubject }: CaseEntity, caller: Caller): RatingAccess {
    // The workflow knows every handler and decides; here the last one is known, for whoever looks before rating.
    const verdict = mayRate({ stage, handlerSubjects: handlerSubject ? [handlerSubject] : [] }, caller.subject);
    const reason = verdict.ok ? null : verdict.code;
    return { caseNumber: number, countyCode, areaCode, stage, round, mayRate: verdict.ok, reason };
  }

  /** Seeing a case is not enough: only the reporter's side adds to it, takes it back or rates it. */
  private async reporters(number: string, pickupCode: string | null | undefined, caller: Caller): Promise<CaseEntity> {
    const found = await this.access.reporterOrVisible(number, pickupCode, caller);
    if (!pickupCode && !isOwn(caller.subject ?? '', found)) throw new AppError('FORBIDDEN');
    return found;
  }
}

/**
 * Staff act as themselves, also on a case that they filed for a resident; on a masked one that they reported they are its
 * resident, whose name the timeline does not show.
 */
function actorOf(caller: Caller, { masked, onBehalf }: CaseEntity): Actor {
  if (caller.subject === null) return { kind: 'resident' };
  const { kind, subject } = caller;
  const isReporter = hasRole(caller, 'resident') || (masked && !onBehalf);
  return { kind: kind === 'client' ? 'client' : isReporter ? 'resident' : 'person', subject };
}
