import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { PersonalData, readClaim } from '@yiwang/platform/personal-data';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { CONSULTATIONS_SYSTEM } from './consultation-access.js';
import { ConsultationEntity } from './consultation.entities.js';
import { ConsultationsService, shown } from './consultations.service.js';
import { indexContacts } from './contact-indexes.js';
import type { ExportedConsultation, PersonalDataExport } from './export.types.js';

const MOST = 1_000;

/** What departments keep of a resident: found by their account, and by the number that identity has verified as theirs. */
@Injectable()
export class ExportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly personal: PersonalData,
    private readonly unitOfWork: UnitOfWork,
    private readonly consultations: ConsultationsService,
  ) {}

  /** @throws AppError FORBIDDEN without identity's word that this caller may have this resident's data now. */
  async consultationsOf({ residentId, claim: given }: PersonalDataExport, caller: Caller): Promise<ExportedConsultation[]> {
    const target = { type: 'resident', id: residentId };
    const audited: AuditedOperation = { operation: 'exportPersonalData', caller, target };
    return this.unitOfWork.attempt(audited, async () => {
      const claim = readClaim(this.personal.index, given, caller.subject, new Date());
      if (claim?.residentId !== residentId) throw new AppError('FORBIDDEN');
      const { subject, phoneIndex, countyCode } = claim;
      audited.target = { ...target, countyCode };
      const isThemselves = subject !== null && subject === caller.subject;
      const theirs = await this.find(subject, phoneIndex, isThemselves ? null : countyCode);
      const details = { consultations: theirs.map(({ number }) => number).join(' ') };
      await this.unitOfWork.run({ ...audited, details }, async () => undefined);
      return Promise.all(
        theirs.map(async (one) => {
          const { name, phone } = await this.consultations.wholeContactOf(one.id);
          return { consultation: shown(one, 'asker'), contactName: name, contactPhone: phone };
        }),
      );
    });
  }

  private find(subject: string | null, phoneIndex: string | null, countyCode: string | null): Promise<ConsultationEntity[]> {
    return asSystem(CONSULTATIONS_SYSTEM, async () => {
      if (phoneIndex !== null) await indexContacts(this.dataSource, this.personal);
      const list = this.dataSource.manager
        .createQueryBuilder(ConsultationEntity, 'one')
        .where('(one.askedBy = :subject or one.contactPhoneIndex = :phone)', {
          ...{ subject: subject ?? '', phone: phoneIndex === null ? null : Buffer.from(phoneIndex, 'hex') },
        });
      if (countyCode !== null) list.andWhere('one.countyCode = :countyCode', { countyCode });
      return list.orderBy('one.askedAt', 'DESC').addOrderBy('one.id', 'DESC').limit(MOST).getMany();
    });
  }
}
