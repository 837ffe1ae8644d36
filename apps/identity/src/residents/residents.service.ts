import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { countyOf, covers, parseArea } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { isUuid, type AuditedOperation, UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { PersonalData } from '@yiwang/platform/personal-data';
import { Repository } from 'typeorm';
import { readPhone } from '../people/phone.js';
import { places, sealAt } from '../personal/personal.js';
import { areasOf, homesOf } from '../positions/jurisdiction.js';
import { readText } from '../text.js';
import { PhoneCodesService } from './phone-codes.service.js';
import { ResidentEntity } from './resident.entity.js';
import type { RegisterResidentInput } from './resident.types.js';

const MAX_NAME = 64;

/** Residents of the county: themselves, and staff where they live. */
@Injectable()
export class ResidentsService {
  constructor(
    @InjectRepository(ResidentEntity) private readonly residents: Repository<ResidentEntity>,
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: PhoneCodesService,
    private readonly personal: PersonalData,
    private readonly directory: PositionDirectory,
  ) {}

  async bySubject(subject: string | null): Promise<ResidentEntity | null> {
    return subject !== null && isUuid(subject) ? this.residents.findOneBy({ subject }) : null;
  }

  /**
   * A resident's own entry, made or changed; a phone only with the proof that it is theirs.
   * @throws AppError INPUT_INVALID, TEXT_TOO_LONG, PHONE_INVALID, PHONE_NOT_VERIFIED, AREA_UNKNOWN.
   */
  saveOwn(input: RegisterResidentInput, caller: Caller): Promise<ResidentEntity> {
    const operation: AuditedOperation = { operation: 'saveMyResident', caller };
    return this.unitOfWork.attempt(operation, async () => {
      const known = await this.bySubject(caller.subject);
      const entry = await this.read(input, known ?? { id: randomUUID(), subject: caller.subject }, true);
      return this.save(entry, operation);
    });
  }

  /**
   * Somebody whom staff enter where they live; without a proof the phone counts as unverified.
   * @throws AppError INPUT_INVALID, TEXT_TOO_LONG, PHONE_INVALID, PHONE_NOT_VERIFIED, AREA_UNKNOWN,
   * AREA_OUTSIDE_JURISDICTION.
   */
  register(input: RegisterResidentInput, caller: Caller): Promise<ResidentEntity> {
    const operation: AuditedOperation = { operation: 'registerResident', caller };
    return this.unitOfWork.attempt(operation, async () => {
      // Before anything is sealed: a key for somebody's data is already a row.
      const { areaCode } = orThrow(parseArea(input.areaCode, 'input.areaCode'));
      const expected = areasOf(await this.directory.positionsOf(caller));
      if (!expected.some((area) => covers(area, areaCode))) {
        throw new AppError('AREA_OUTSIDE_JURISDICTION', { field: 'input.areaCode', value: areaCode, expected });
      }
      const entry = await this.read(input, { id: randomUUID(), subject: null }, false);
      return this.save(entry, operation);
    });
  }

  /** Those of these residents who live where the caller works, and the caller. */
  async visibleTo(caller: Caller, ids: readonly string[]): Promise<Map<string, ResidentEntity>> {
    const areas = areasOf(await this.directory.positionsOf(caller)).map((area) => `${area}%`);
    const found = await this.residents
      .createQueryBuilder('resident')
      .where('resident.id = any(:ids)', { ids: ids.filter(isUuid) })
      .andWhere('(resident.subject = :self or resident.area_code like any(:areas))', { self: caller.subject, areas })
      .getMany();
    return new Map(found.map((resident) => [resident.id, resident]));
  }

  /**
   * Residents of the caller's counties with exactly this phone; a household may share one.
   * @throws AppError PHONE_INVALID.
   */
  async byPhone(text: string, caller: Caller): Promise<ResidentEntity[]> {
    const index = this.personal.index.ofPhone(readPhone(text, 'phone'));
    const homes = homesOf(await this.directory.positionsOf(caller)).map((home) => `${home}%`);
    return this.residents
      .createQueryBuilder('resident')
      .where('resident.phone_index = :index and resident.area_code like any(:homes)', { index, homes })
      .orderBy('resident.id')
      .limit(20)
      .getMany();
  }

  private async read(
    input: RegisterResidentInput,
    known: Pick<ResidentEntity, 'id' | 'subject'> & Partial<ResidentEntity>,
    mustProve: boolean,
  ): Promise<ResidentEntity> {
    const { areaCode } = orThrow(parseArea(input.areaCode, 'input.areaCode'));
    const name = readText(input.name, 'input.name', MAX_NAME);
    const phone = input.phone == null ? null : readPhone(input.phone, 'input.phone');
    const entry: ResidentEntity = {
      ...{ phoneSealed: null, phoneIndex: null, phoneVerifiedAt: null, erasedAt: null },
      ...known,
      areaCode,
      nameSealed: await sealAt(this.personal, places.residentName(known.id), name),
    };
    if (phone === null) return entry;
    const index = this.personal.index.ofPhone(phone)!;
    const provenAt = input.phoneProof == null ? null : await this.codes.provenAt(input.phoneProof, phone);
    const isSame = known.phoneIndex != null && index.equals(known.phoneIndex);
    if (provenAt === null && (input.phoneProof != null || (mustProve && !isSame))) {
      throw new AppError('PHONE_NOT_VERIFIED', { field: 'input.phone' });
    }
    return {
      ...entry,
      phoneSealed: await sealAt(this.personal, places.residentPhone(known.id), phone),
      phoneIndex: index,
      phoneVerifiedAt: provenAt ?? (isSame ? (known.phoneVerifiedAt ?? null) : null),
    };
  }

  private save(entry: ResidentEntity, operation: AuditedOperation): Promise<ResidentEntity> {
    operation.target = { type: 'resident', id: entry.id, countyCode: countyOf(entry.areaCode) ?? undefined };
    operation.details = { verified: entry.phoneVerifiedAt !== null };
    return this.unitOfWork.run(operation, (manager) => manager.save(ResidentEntity, entry));
  }
}
