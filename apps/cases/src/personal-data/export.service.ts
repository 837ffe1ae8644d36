import { Injectable } from '@nestjs/common';
import { covers } from '@yiwang/domain/areas';
import { PositionDirectory, hasRole, type Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { PERSONAL_DATA_SYSTEM } from '@yiwang/platform/personal-data';
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
    private readonly positions: PositionDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly reporters: Reporters,
  ) {}

  /** @throws AppError FORBIDDEN for whoever is neither the resident nor an administrator over them. */
  async casesOf({ residentId, subject, phoneKey, countyCode }: PersonalDataExport, caller: Caller): Promise<ExportedCase[]> {
    const audited = { operation: 'exportPersonalData', caller, target: { type: 'resident', id: residentId, countyCode } };
    return this.unitOfWork.attempt(audited, async () => {
      const isThemselves = subject !== null && caller.subject === subject;
      const areas = isThemselves ? null : await this.administered(caller);
      const found = await this.find(subject, phoneKey);
      const shown = found.filter((one) => areas === null || (!one.masked && areas.some((area) => covers(area, one.areaCode))));
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

  private async administered(caller: Caller): Promise<string[]> {
    if (!hasRole(caller, 'administrator')) throw new AppError('FORBIDDEN');
    const held = await this.positions.positionsOf(caller);
    return held.filter(({ role }) => role === 'administrator').map(({ areaCode }) => areaCode);
  }

  private find(subject: string | null, phoneKey: string | null): Promise<CaseEntity[]> {
    return asSystem(PERSONAL_DATA_SYSTEM, () =>
      this.dataSource.manager
        .createQueryBuilder(CaseEntity, 'c')
        .where('c.reporter_subject = :subject', { subject: subject ?? '' })
        .orWhere('c.reporter_phone_index = :phone', { phone: phoneKey === null ? null : Buffer.from(phoneKey, 'hex') })
        .orderBy('c.received_at', 'DESC')
        .limit(MOST)
        .getMany(),
    );
  }
}
