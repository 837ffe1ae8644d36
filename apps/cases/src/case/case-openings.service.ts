import { Injectable } from '@nestjs/common';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { covers } from '@yiwang/domain/areas';
import { checkReason } from '@yiwang/domain/intake';
import { PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { CaseEngine } from '../course/case-engine.js';
import { CaseAccess, isOwn } from './case-access.js';
import { CaseEntity } from './case.entity.js';
import type { ReopenCaseArguments, RevealReporterArguments, Reporter } from './case-openings.types.js';
import { revealsFrom } from './masking.js';

/** Who calls residents back: the county each closed case, the city samples them. */
const CALL_BACK: readonly PositionRole[] = ['countyCentre', 'cityCentre'];
const ANSWERED: readonly (CaseEntity['closedAs'])[] = ['rated', 'notRated', 'roundsExhausted'];

const TELL_REVEALED = `
insert into timeline_entry (case_number, county_code, type, at, actor_kind, actor_subject, actor_role, text, internal)
values ($1, $2, 'reporterRevealed', $3, 'person', $4, $5, $6, true)`;

/** Opening what is closed: a case that was thought done, and the name under a masked one. */
@Injectable()
export class CaseOpeningsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly positions: PositionDirectory,
    private readonly engine: CaseEngine,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: BusinessTime,
  ) {}

  /** @throws AppError FORBIDDEN for whoever does not stand above the accused; the attempt is on the audit trail. */
  reveal(given: RevealReporterArguments, caller: Caller): Promise<Reporter> {
    const audited: AuditedOperation = { operation: 'revealReporter', caller, target: { type: 'case', id: given.number } };
    return this.unitOfWork.attempt(audited, async () => {
      const { text: reason } = orThrow(checkReason('reason', given.reason));
      const found = await this.access.visible(given.number, caller);
      audited.target = { type: 'case', id: found.number, countyCode: found.countyCode };
      if (found.aboutWhom === null) {
        throw new AppError('INPUT_INVALID', { field: 'number', expected: '隐去反映人的案件 / a masked case' });
      }
      const position = revealsFrom(found.aboutWhom, caller.subject, await this.positions.positionsOf(caller));
      if (!position) throw new AppError('FORBIDDEN');
      audited.positions = [position.id];
      await this.unitOfWork.run(audited, (manager) =>
        manager.query(TELL_REVEALED, [
          ...[found.number, found.countyCode, this.time.now(), caller.subject, position.role, reason],
        ]),
      );
      return { name: found.reporterName, phone: found.reporterPhone, reference: found.reporterReference };
    });
  }

  /** Dissatisfaction found later: by whoever calls back or samples, or the resident. A new round under the same number. */
  async reopen(given: ReopenCaseArguments, caller: Caller): Promise<CaseEntity> {
    // Outside the attempt: what the public guesses of codes does not fill the audit.
    const found = await this.access.reporterOrVisible(given.number, given.pickupCode, caller);
    const target = { type: 'case', id: found.number, countyCode: found.countyCode };
    const audited: AuditedOperation = { operation: 'reopenCase', caller, target };
    return this.unitOfWork.attempt(audited, async () => {
      const { text: reason } = orThrow(checkReason('reason', given.reason));
      const position = given.pickupCode ? undefined : await this.callsBackFrom(found, caller);
      audited.positions = position && [position.id];
      if (found.closedAt === null || !ANSWERED.includes(found.closedAs)) {
        throw new AppError('STAGE_REFUSES', { actual: found.stage });
      }
      const subject = caller.subject ?? undefined;
      await this.engine.reopen(found.number, { reason, ...(subject && { subject }), ...(position && { role: position.role }) });
      await this.unitOfWork.run(audited, async () => undefined);
      return this.dataSource.manager.findOneByOrFail(CaseEntity, { number: found.number });
    });
  }

  /** The position of whoever calls back; none for the reporter. @throws AppError FORBIDDEN */
  private async callsBackFrom(found: CaseEntity, caller: Caller): Promise<Position | undefined> {
    const held = await this.positions.positionsOf(caller);
    const position = held.find(({ role, areaCode }) => CALL_BACK.includes(role) && covers(areaCode, found.areaCode));
    if (!position && !isOwn(caller.subject ?? '', found)) throw new AppError('FORBIDDEN');
    return position;
  }
}
