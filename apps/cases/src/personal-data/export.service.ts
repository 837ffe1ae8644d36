import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { PERSONAL_DATA_SYSTEM, PersonalData, readClaim } from '@yiwang/platform/personal-data';
import { asSystem, grantFromHere } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import type { ReadCase } from '../case/case-access.js';
import { CaseEntity } from '../case/case.entity.js';
import type { ExportedCase, PersonalDataExport } from './export.types.js';
import { Reporters } from './reporters.js';

const MOST = 1_000;

/** What cases keep of a resident: found by their account, and by the number that identity has verified as theirs. */
@Injectable()
export class ExportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly personal: PersonalData,
    private readonly unitOfWork: UnitOfWork,
    private readonly reporters: Reporters,
  ) {}

  /** @throws AppError FORBIDDEN without identity's word that this caller may have this resident's data now. */
  async casesOf({ residentId, claim: given }: PersonalDataExport, caller: Caller): Promise<ExportedCase[]> {
    const target = { type: 'resident', id: residentId };
    const audited: AuditedOperation = { operation: 'exportPersonalData', caller, target };
    return this.unitOfWork.attempt(audited, async () => {
      const claim = readClaim(this.personal.index, given, caller.subject, new Date());
      if (claim?.residentId !== residentId) throw new AppError('FORBIDDEN');
      const { subject, phoneIndex, countyCode } = claim;
      audited.target = { ...target, countyCode };
      const isThemselves = subject !== null && subject === caller.subject;
      const found = await this.find(subject, phoneIndex);
      const shown = isThemselves ? found : found.filter((one) => !one.masked && one.countyCode === countyCode);
      const numbers = shown.map(({ number }) => number);
      await this.unitOfWork.run({ ...audited, details: { cases: numbers.join(' ') } }, async () => undefined);
      grantFromHere(numbers);
      return Promise.all(
        shown.map(async (one) => {
          const read: ReadCase = Object.assign(one, { asResident: true as const });
          return { case: read, reporter: await this.reporters.open(one) };
        }),
      );
    });
  }

  private find(subject: string | null, phoneIndex: string | null): Promise<CaseEntity[]> {
    return asSystem(PERSONAL_DATA_SYSTEM, () =>
      this.dataSource.manager
        .createQueryBuilder(CaseEntity, 'c')
        .where('c.reporter_subject = :subject', { subject: subject ?? '' })
        .orWhere('c.reporter_phone_index = :phone', { phone: phoneIndex === null ? null : Buffer.from(phoneIndex, 'hex') })
        .orderBy('c.received_at', 'DESC')
        .limit(MOST)
        .getMany(),
    );
  }
}
