import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { covers } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import type { EntityManager } from 'typeorm';
import { violates } from '../database-refusals.js';
import { tellKeycloak } from '../keycloak/requests.js';
import { PersonalData } from '@yiwang/platform/personal-data';
import { places, sealAt } from '../personal/personal.js';
import { Authority } from '../positions/authority.js';
import { homesOf } from '../positions/jurisdiction.js';
import { readText } from '../text.js';
import type { ChangePersonInput, CreatePersonInput } from './people-admin.inputs.js';
import { PersonEntity, type PersonState } from './person.entity.js';
import { readPhone } from './phone.js';

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,63}$/;
const MAX_NAME = 64;
const MAX_REASON = 200;

/** What administrators do with people; each change is noted for Keycloak in the same transaction. */
@Injectable()
export class PeopleAdminService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly authority: Authority,
    private readonly directory: PositionDirectory,
    private readonly personal: PersonalData,
  ) {}

  /**
   * Somebody new, without a position yet.
   * @throws AppError INPUT_INVALID, TEXT_TOO_LONG, PHONE_INVALID, AREA_OUTSIDE_JURISDICTION, PERSON_EXISTS.
   */
  create(input: CreatePersonInput, caller: Caller): Promise<PersonEntity> {
    const operation: AuditedOperation = { operation: 'createPerson', caller };
    return this.unitOfWork.attempt(operation, async () => {
      const person = await this.read(input, await this.homeAsked(input.homeCode ?? null, caller));
      return this.unitOfWork.run(operation, async (manager) => {
        await insertPerson(manager, person);
        await tellKeycloak(manager, [person.id]);
        operation.target = target(person);
        return person;
      });
    });
  }

  /** @throws AppError NOT_FOUND, INPUT_INVALID, TEXT_TOO_LONG, PHONE_INVALID, AREA_OUTSIDE_JURISDICTION. */
  change(id: string, input: ChangePersonInput, caller: Caller): Promise<PersonEntity> {
    return this.onPerson('changePerson', id, caller, async (manager, person, operation) => {
      if (input.name != null) person.name = readText(input.name, 'input.name', MAX_NAME);
      if (input.phone !== undefined) {
        const phone = input.phone === null ? null : readPhone(input.phone, 'input.phone');
        person.phoneSealed = await sealAt(this.personal, places.personPhone(id), phone);
      }
      operation.details = { changed: Object.keys(input).filter((name) => input[name as 'name'] !== undefined) };
      await manager.save(PersonEntity, person);
      await tellKeycloak(manager, [id]);
    });
  }

  /**
   * Nobody is reached by a task any more who is suspended; their sessions end.
   * @throws AppError NOT_FOUND, PERSON_STATE_REFUSES, INPUT_INVALID for oneself or an empty reason.
   */
  async suspend(id: string, reason: string, caller: Caller): Promise<PersonEntity> {
    const suspended = await this.onPerson('suspendPerson', id, caller, async (manager, person) => {
      if (id === caller.subject) {
        throw new AppError('INPUT_INVALID', { field: 'id', expected: '本人以外的人员 / somebody else than oneself' });
      }
      assertState(person, 'active');
      const suspendedReason = readText(reason, 'reason', MAX_REASON);
      Object.assign(person, { state: 'suspended', suspendedAt: new Date(), suspendedReason });
      await manager.save(PersonEntity, person);
      await tellKeycloak(manager, [id], { endSessions: true });
    });
    this.directory.forget(id);
    return suspended;
  }

  /** @throws AppError NOT_FOUND, PERSON_STATE_REFUSES. */
  async resume(id: string, caller: Caller): Promise<PersonEntity> {
    const resumed = await this.onPerson('resumePerson', id, caller, async (manager, person) => {
      assertState(person, 'suspended');
      Object.assign(person, { state: 'active', suspendedAt: null, suspendedReason: null });
      await manager.save(PersonEntity, person);
      // Keycloak has them disabled because of us, whether or not it was told already.
      await asSystem('keycloak', () =>
        manager.query(`update keycloak_account set enabled = false where person_id = $1`, [id]),
      );
      await tellKeycloak(manager, [id]);
    });
    this.directory.forget(id);
    return resumed;
  }

  private async read(input: CreatePersonInput, homeCode: string): Promise<PersonEntity> {
    const id = randomUUID();
    const phone = input.phone == null ? null : readPhone(input.phone, 'input.phone');
    return {
      id,
      username: readUsername(input.username),
      name: readText(input.name, 'input.name', MAX_NAME),
      phoneSealed: await sealAt(this.personal, places.personPhone(id), phone),
      homeCode,
      state: 'active',
      suspendedAt: null,
      suspendedReason: null,
    };
  }

  private onPerson(
    name: string,
    id: string,
    caller: Caller,
    work: (manager: EntityManager, person: PersonEntity, operation: AuditedOperation) => Promise<void>,
  ): Promise<PersonEntity> {
    const operation: AuditedOperation = { operation: name, caller, target: { type: 'person', id } };
    return this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        const person = await this.authority.lockPerson(manager, caller, id, 'id');
        operation.target = target(person);
        await work(manager, person, operation);
        return person;
      }),
    );
  }

  private async homeAsked(asked: string | null, caller: Caller): Promise<string> {
    const administered = await this.authority.areasOf(caller);
    const homes = homesOf(administered.map((areaCode) => ({ areaCode })));
    const home = asked?.trim() || homes[0];
    if (home === undefined) {
      throw new AppError('AREA_OUTSIDE_JURISDICTION', { field: 'input.homeCode', value: '', expected: [] });
    }
    if (!/^(\d{4}|\d{6})$/.test(home)) throw new AppError('AREA_UNKNOWN', { field: 'input.homeCode', value: home });
    if (homes.some((own) => covers(own, home))) return home;
    throw new AppError('AREA_OUTSIDE_JURISDICTION', { field: 'input.homeCode', value: home, expected: homes });
  }
}

const target = ({ id, homeCode }: PersonEntity) => ({ type: 'person', id, countyCode: homeCode ?? undefined });

function assertState({ state }: PersonEntity, expected: PersonState): void {
  if (state !== expected) throw new AppError('PERSON_STATE_REFUSES', { actual: state, expected });
}

function readUsername(text: string): string {
  const username = text.trim();
  if (USERNAME.test(username)) return username;
  throw new AppError('INPUT_INVALID', {
    field: 'input.username',
    expected: '2–64 位小写字母、数字和 . _ - / 2 to 64 small letters, digits and . _ -',
  });
}

async function insertPerson(manager: EntityManager, person: PersonEntity): Promise<void> {
  try {
    await manager.insert(PersonEntity, person);
  } catch (error) {
    if (!violates(error, 'unique')) throw error;
    throw new AppError('PERSON_EXISTS', { field: 'input.username', value: person.username });
  }
}
