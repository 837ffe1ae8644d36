import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { countyOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { PersonalData, writeClaim } from '@yiwang/platform/personal-data';
import { asSystem } from '@yiwang/platform/row-scope';
import type { EntityManager } from 'typeorm';
import { ProxyEntity } from '../proxies/proxy.entity.js';
import type { ResidentEntity } from '../residents/resident.entity.js';
import { openAt, places } from './personal.js';
import type { ExportedProfile, PersonalDataExport } from './personal-requests.types.js';
import { PERSONAL_REQUESTS, ResidentsConcerned } from './residents-concerned.js';

/** As long as the gateway may take to ask the others. */
const CLAIM_MS = 60_000;

const KEEP = `
insert into personal_request (id, kind, resident_id, county_code, asked_by, reason, handed_over_at)
values ($1, 'export', $2, $3, $4, $5, now())`;

/** Gives a resident what is kept of them; other services add their part to the same answer. */
@Injectable()
export class ExportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly concerned: ResidentsConcerned,
    private readonly personal: PersonalData,
  ) {}

  /** @throws AppError NOT_FOUND, INPUT_INVALID, TEXT_TOO_LONG */
  export(residentId: string, given: string | null, caller: Caller): Promise<PersonalDataExport> {
    const operation: AuditedOperation = { operation: 'exportPersonalData', caller, target: { type: 'resident', id: residentId } };
    return this.unitOfWork.attempt(operation, async () => {
      const reason = this.concerned.reasonOf(given, caller);
      return this.unitOfWork.run(operation, async (manager) => {
        const resident = await this.concerned.lock(manager, residentId, caller);
        const countyCode = countyOf(resident.areaCode) ?? resident.areaCode;
        operation.target = { type: 'resident', id: resident.id, countyCode };
        await asSystem(PERSONAL_REQUESTS, () =>
          manager.query(KEEP, [randomUUID(), resident.id, countyCode, caller.subject, reason]),
        );
        const profile = await this.profileOf(manager, resident);
        const claim = this.claimOf(resident, countyCode, caller);
        return { residentId: resident.id, subject: resident.subject, claim, countyCode, profile };
      });
    });
  }

  /** Only a number that was proven to be theirs leads to what was filed under it. */
  private claimOf({ id, subject, phoneIndex, phoneVerifiedAt }: ResidentEntity, countyCode: string, caller: Caller): string {
    return writeClaim(this.personal.index, {
      ...{ residentId: id, countyCode, subject, askedBy: caller.subject ?? '' },
      phoneIndex: phoneVerifiedAt === null ? null : (phoneIndex?.toString('hex') ?? null),
      validUntil: new Date(Date.now() + CLAIM_MS).toISOString(),
    });
  }

  private async profileOf(manager: EntityManager, resident: ResidentEntity): Promise<ExportedProfile> {
    const { id, nameSealed, phoneSealed, phoneVerifiedAt, areaCode } = resident;
    const [name, phone] = await Promise.all([
      openAt(this.personal, places.residentName(id), nameSealed),
      openAt(this.personal, places.residentPhone(id), phoneSealed),
    ]);
    const proxies = await manager.find(ProxyEntity, { where: { residentId: id }, order: { consentedAt: 'ASC' } });
    return {
      ...{ name, phone, phoneVerifiedAt, areaCode },
      proxies: proxies.map(({ personId, means, consentedAt, until }) => ({ personId, means, consentedAt, until })),
    };
  }
}
