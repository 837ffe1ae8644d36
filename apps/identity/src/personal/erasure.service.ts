import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { countyOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { PersonalData } from '@yiwang/platform/personal-data';
import { asSystem } from '@yiwang/platform/row-scope';
import type { EntityManager } from 'typeorm';
import type { ResidentEntity } from '../residents/resident.entity.js';
import { ErasureHandOver } from './erasure-hand-over.js';
import { places } from './personal.js';
import type { ErasureReceipt } from './personal-requests.types.js';
import { PERSONAL_REQUESTS, ResidentsConcerned } from './residents-concerned.js';

/** Where they live shrinks to the county, by which figures still count them. */
const CLEAR = `
update resident set subject = null, name = null, phone = null, name_sealed = null, phone_sealed = null, phone_index = null,
  phone_verified_at = null, area_code = $2, erased_at = now()
where id = $1 returning erased_at as "erasedAt"`;

const END_CONSENTS = `
update proxy set withdrawn_at = now(), withdrawn_by = $2, note = null where resident_id = $1 and withdrawn_at is null and valid_to > now()`;

const FORGET_CODES = `delete from phone_code where phone_index = $1`;

const KEEP = `
insert into personal_request (id, kind, resident_id, county_code, asked_by, reason, subject, phone_indexes)
values ($1, 'erasure', $2, $3, $4, $5, $6, $7)`;

/** Erases a resident here in one transaction, and hands over what others are to forget. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly concerned: ResidentsConcerned,
    private readonly personal: PersonalData,
    private readonly handOver: ErasureHandOver,
  ) {}

  /** Asked for again, it answers as before. @throws AppError NOT_FOUND, INPUT_INVALID, TEXT_TOO_LONG */
  async erase(residentId: string, given: string | null, caller: Caller): Promise<ErasureReceipt> {
    const operation: AuditedOperation = { operation: 'erasePersonalData', caller, target: { type: 'resident', id: residentId } };
    const erasedAt = await this.unitOfWork.attempt(operation, async () => {
      const reason = this.concerned.reasonOf(given, caller);
      return this.unitOfWork.run(operation, async (manager) => {
        const resident = await this.concerned.lock(manager, residentId, caller);
        const countyCode = countyOf(resident.areaCode) ?? resident.areaCode;
        operation.target = { type: 'resident', id: resident.id, countyCode };
        return resident.erasedAt ?? this.clear(manager, { resident, countyCode, reason, caller });
      });
    });
    this.handOver.wake();
    return { residentId, erasedAt };
  }

  private async clear(
    manager: EntityManager,
    { resident, countyCode, reason, caller }: { resident: ResidentEntity; countyCode: string; reason: string; caller: Caller },
  ): Promise<Date> {
    const { id, subject, phoneIndex, phoneVerifiedAt } = resident;
    await manager.query(END_CONSENTS, [id, caller.subject]);
    if (phoneIndex) await asSystem('phoneCodes', () => manager.query(FORGET_CODES, [phoneIndex]));
    await this.personal.keys.destroy(manager, [places.residentName(id).subject]);
    return asSystem(PERSONAL_REQUESTS, async () => {
      // A number that was never proven may be somebody else's, whose cases are not theirs to erase.
      const proven = phoneIndex && phoneVerifiedAt ? [phoneIndex] : [];
      await manager.query(KEEP, [randomUUID(), id, countyCode, caller.subject, reason, subject, proven]);
      const [[cleared]] = await manager.query<[{ erasedAt: Date }[], number]>(CLEAR, [id, countyCode]);
      return cleared!.erasedAt;
    });
  }
}
