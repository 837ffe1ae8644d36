import { Injectable } from '@nestjs/common';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { covers } from '@yiwang/domain/areas';
import { checkReason } from '@yiwang/domain/intake';
import { PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { CaseEngine } from '../course/case-engine.js';
import { CaseAccess, isOwn } from './case-access.js';
import { CaseEntity } from './case.entity.js';
import type { ReopenCaseArguments } from './case-openings.types.js';

/** Who calls residents back: the county each closed case, the city samples them. */
const CALL_BACK: readonly PositionRole[] = ['countyCentre', 'cityCentre'];
const ANSWERED: readonly (CaseEntity['closedAs'])[] = ['rated', 'notRated', 'roundsExhausted'];

/** Opening a case that was thought done. */
@Injectable()
export class CaseOpeningsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly positions: PositionDirectory,
    private readonly engine: CaseEngine,
    private readonly unitOfWork: UnitOfWork,
  ) {}

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
