import { Injectable } from '@nestjs/common';
import { hasRole, PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import type { EntityManager } from 'typeorm';
import { tellKeycloak } from '../keycloak/requests.js';
import { PersonEntity } from '../people/person.entity.js';
import { Authority } from '../positions/authority.js';
import { CONCERNED_BY } from './availability.sql.js';

/** Whom an absence or a deputyship is about: oneself, or somebody whom the caller administers. */
@Injectable()
export class PeopleConcerned {
  constructor(
    private readonly authority: Authority,
    private readonly directory: PositionDirectory,
  ) {}

  /** @throws AppError FORBIDDEN for another without being an administrator, NOT_FOUND, AREA_OUTSIDE_JURISDICTION. */
  async lock(
    manager: EntityManager,
    personId: string | null,
    caller: Caller,
    field = 'input.personId',
  ): Promise<PersonEntity> {
    const id = (personId ?? caller.subject ?? '').toLowerCase();
    if (id !== caller.subject) {
      if (!hasRole(caller, 'administrator')) throw new AppError('FORBIDDEN', { field });
      return this.authority.lockPerson(manager, caller, id, field);
    }
    const self = await manager.findOne(PersonEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (self === null) throw new AppError('NOT_FOUND', { field, value: id });
    return self;
  }

  /** Whoever may now act, or act no more, because something about this person changed. */
  async changed(manager: EntityManager, personId: string): Promise<void> {
    await tellKeycloak(manager, [personId]);
    const people = await manager.query<{ person: string }[]>(CONCERNED_BY, [[personId]]);
    for (const { person } of people) this.directory.forget(person);
  }

  target(type: string, id: string, { homeCode }: PersonEntity) {
    return { type, id, countyCode: homeCode ?? undefined };
  }
}
