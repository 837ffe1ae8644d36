import { Injectable } from '@nestjs/common';
import { countyOf, covers } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { isUuid } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import type { EntityManager } from 'typeorm';
import { PersonEntity } from '../people/person.entity.js';
import { administeredBy } from './jurisdiction.js';

/** What an administrator may touch: their own areas, and of people those who belong wholly there. */
@Injectable()
export class Authority {
  constructor(private readonly directory: PositionDirectory) {}

  /** Areas the caller administers now. */
  async areasOf(caller: Caller): Promise<string[]> {
    return administeredBy(caller, await this.directory.positionsOf(caller));
  }

  /** @throws AppError AREA_OUTSIDE_JURISDICTION where the caller does not administer the area. */
  async assertAdministers(caller: Caller, areaCode: string, field: string): Promise<void> {
    const administered = await this.areasOf(caller);
    if (administered.some((area) => covers(area, areaCode))) return;
    throw new AppError('AREA_OUTSIDE_JURISDICTION', { field, value: areaCode, expected: administered });
  }

  /**
   * Locks a person whom the caller administers: the administrator of their home, or of every place they work in.
   * @throws AppError NOT_FOUND also where there is such a person in another county: counties never see each other.
   */
  async lockPerson(manager: EntityManager, caller: Caller, id: string, field: string): Promise<PersonEntity> {
    const administered = await this.areasOf(caller);
    const person = isUuid(id)
      ? await manager.findOne(PersonEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (person === null) throw new AppError('NOT_FOUND', { field, value: id });
    const places = await manager.query<{ area: string }[]>(
      `select distinct area_code as area from position where person_id = $1 and (valid_to is null or valid_to > now())`,
      [id],
    );
    const within = (code: string): boolean => administered.some((area) => covers(area, code));
    if (person.homeCode !== null && within(person.homeCode)) return person;
    if (places.length > 0 && places.every(({ area }) => within(area))) return person;
    const known = administered.some((area) => (countyOf(area) ?? area) === person.homeCode);
    if (!known) throw new AppError('NOT_FOUND', { field, value: id });
    throw new AppError('AREA_OUTSIDE_JURISDICTION', { field, value: person.homeCode ?? id, expected: administered });
  }
}
