import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { countyOf, covers } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { isUuid, type AuditedOperation, UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import type { EntityManager } from 'typeorm';
import { violates } from '../database-refusals.js';
import { tellKeycloak } from '../keycloak/requests.js';
import { PeopleService } from '../people/people.service.js';
import { PlacesDirectory } from '../places/places-directory.js';
import { checkAppointment } from './appointment.rules.js';
import { Authority } from './authority.js';
import { PositionEntity } from './position.entity.js';
import type { AppointPositionInput, MovePositionInput } from './position.types.js';

/** Puts people and clients into positions, moves them and takes them out again. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: PositionDirectory,
    private readonly people: PeopleService,
    private readonly places: PlacesDirectory,
    private readonly authority: Authority,
  ) {}

  /**
   * @throws AppError INPUT_INVALID, TIME_INVALID, AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION, NOT_FOUND,
   * POSITION_ALREADY_HELD, SERVICE_UNAVAILABLE.
   */
  async appoint(input: AppointPositionInput, caller: Caller): Promise<PositionEntity> {
    const operation: AuditedOperation = { operation: 'appointPosition', caller };
    const position = await this.unitOfWork.attempt(operation, async () => {
      const wanted = read(input);
      await this.assertMayBeGiven(wanted, caller);
      describe(operation, wanted);
      return this.unitOfWork.run(operation, async (manager) => {
        await insert(manager, wanted);
        await tell(manager, wanted);
        return wanted;
      });
    });
    this.directory.forget(holderOf(position));
    return position;
  }

  /**
   * @param at when it ends, now or later.
   * @throws AppError NOT_FOUND, POSITION_ENDED, TIME_INVALID, AREA_OUTSIDE_JURISDICTION.
   */
  async end(id: string, at: Date | null, caller: Caller): Promise<PositionEntity> {
    const operation: AuditedOperation = { operation: 'endPosition', caller, target: { type: 'position', id } };
    const ended = await this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        const position = await this.close(manager, id, at, caller);
        operation.target = target(position);
        operation.details = {
          subject: holderOf(position),
          role: position.role,
          validTo: position.validTo?.toISOString(),
        };
        await tell(manager, position);
        return position;
      }),
    );
    this.directory.forget(holderOf(ended));
    return ended;
  }

  /**
   * Ends a position and begins another of the same holder at the same instant, or does neither.
   * @throws AppError what ending and appointing throw.
   */
  async move(id: string, input: MovePositionInput, caller: Caller): Promise<PositionEntity> {
    const operation: AuditedOperation = { operation: 'movePosition', caller, target: { type: 'position', id } };
    const moved = await this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        const old = await this.close(manager, id, input.at ?? null, caller);
        const { personId, clientSubject } = old;
        const wanted = read({ ...input, readOnly: input.readOnly ?? old.readOnly, personId, clientSubject, validFrom: old.validTo });
        await this.assertMayBeGiven(wanted, caller);
        describe(operation, wanted, { from: id });
        await insert(manager, wanted);
        await tell(manager, wanted);
        return wanted;
      }),
    );
    this.directory.forget(holderOf(moved));
    return moved;
  }

  private async assertMayBeGiven(position: PositionEntity, caller: Caller): Promise<void> {
    const subject = holderOf(position);
    const holder = position.personId === null ? 'client' : 'person';
    orThrow(checkAppointment({ ...position, holder }));
    await this.authority.assertAdministers(caller, position.areaCode, 'areaCode');
    if (!(await this.people.mayBeAppointedBy(subject, holder, caller))) {
      const field = holder === 'person' ? 'personId' : 'clientSubject';
      throw new AppError('NOT_FOUND', { field, value: subject });
    }
    await this.places.assertKnown(position.areaCode, position.unitCode, caller);
  }

  private async close(manager: EntityManager, id: string, at: Date | null, caller: Caller): Promise<PositionEntity> {
    const administered = await this.authority.areasOf(caller);
    const position = isUuid(id)
      ? await manager.findOne(PositionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (position === null) throw new AppError('NOT_FOUND', { field: 'id', value: id });
    if (!administered.some((area) => covers(area, position.areaCode))) {
      throw new AppError('AREA_OUTSIDE_JURISDICTION', { field: 'id', value: position.areaCode, expected: administered });
    }
    const now = new Date();
    if (position.validTo !== null && position.validTo <= now) throw new AppError('POSITION_ENDED', { value: id });
    if (at !== null && at < now) throw new AppError('TIME_INVALID', { field: 'at', expected: '≥ now' });
    // One that has not begun yet never does.
    position.validTo = new Date(Math.max((at ?? now).getTime(), position.validFrom.getTime()));
    await refusingTwice(position, () => manager.save(PositionEntity, position));
    return position;
  }
}

const holderOf = ({ personId, clientSubject }: PositionEntity): string => (personId ?? clientSubject)!;

const target = ({ id, areaCode }: PositionEntity) => ({
  type: 'position',
  id,
  countyCode: countyOf(areaCode) ?? undefined,
});

function describe(operation: AuditedOperation, position: PositionEntity, more: Record<string, unknown> = {}): void {
  const { role, areaCode, unitCode, readOnly } = position;
  operation.target = target(position);
  operation.details = { subject: holderOf(position), role, areaCode, unitCode, ...(readOnly ? { readOnly } : {}), ...more };
}

/** Roles at the door follow positions; those of clients are given when the client is made. */
const tell = (manager: EntityManager, { personId }: PositionEntity): Promise<void> =>
  tellKeycloak(manager, personId === null ? [] : [personId]);

function read(input: AppointPositionInput): PositionEntity {
  const personId = input.personId ?? null;
  const clientSubject = input.clientSubject ?? null;
  if ((personId === null) === (clientSubject === null)) {
    throw new AppError('INPUT_INVALID', { field: 'personId', expected: 'personId | clientSubject' });
  }
  return {
    id: randomUUID(),
    personId: personId?.toLowerCase() ?? null,
    clientSubject: clientSubject?.toLowerCase() ?? null,
    role: input.role,
    areaCode: input.areaCode.trim(),
    unitCode: input.unitCode?.trim() || null,
    validFrom: input.validFrom ?? new Date(),
    validTo: input.validTo ?? null,
    readOnly: input.readOnly ?? false,
  };
}

const insert = (manager: EntityManager, position: PositionEntity): Promise<unknown> =>
  refusingTwice(position, () => manager.insert(PositionEntity, position));

/** The database is the judge of two appointments to the same post at the same time. */
async function refusingTwice<T>({ role, areaCode }: PositionEntity, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (violates(error, 'overlap', 'position_held_once')) {
      throw new AppError('POSITION_ALREADY_HELD', { field: 'validFrom', role, areaCode });
    }
    throw error;
  }
}
