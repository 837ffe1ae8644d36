import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { countyOf, covers } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { PeopleService } from '../people/people.service.js';
import { PlacesDirectory } from '../places/places-directory.js';
import { isUuid } from '../uuid.js';
import { checkAppointment } from './appointment.rules.js';
import { administeredBy } from './jurisdiction.js';
import { PositionEntity } from './position.entity.js';
import type { AppointPositionInput } from './position.types.js';

const EXCLUSION_VIOLATION = '23P01';

/** Puts people and clients into positions and takes them out again. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: PositionDirectory,
    private readonly people: PeopleService,
    private readonly places: PlacesDirectory,
  ) {}

  /**
   * @throws AppError INPUT_INVALID, TIME_INVALID, AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION, NOT_FOUND,
   * POSITION_ALREADY_HELD, SERVICE_UNAVAILABLE.
   */
  async appoint(input: AppointPositionInput, caller: Caller): Promise<PositionEntity> {
    const position = read(input);
    const subject = holderOf(position);
    const holder = position.personId === null ? 'client' : 'person';
    orThrow(checkAppointment({ ...position, holder }));
    assertCovered(administeredBy(caller, await this.directory.positionsOf(caller)), position.areaCode, 'areaCode');
    if (!(await this.people.mayBeAppointedBy(subject, holder, caller))) {
      const field = holder === 'person' ? 'personId' : 'clientSubject';
      throw new AppError('NOT_FOUND', { field, value: subject });
    }
    await this.places.assertKnown(position.areaCode, position.unitCode, caller);
    const { role, areaCode, unitCode } = position;
    await this.unitOfWork.run(
      {
        operation: 'appointPosition',
        caller,
        target: target(position),
        details: { subject, role, areaCode, unitCode },
      },
      (manager) => insert(manager, position),
    );
    this.directory.forget(subject);
    return position;
  }

  /**
   * @param at when it ends, now or later.
   * @throws AppError NOT_FOUND, POSITION_ENDED, TIME_INVALID, AREA_OUTSIDE_JURISDICTION.
   */
  async end(id: string, at: Date | null, caller: Caller): Promise<PositionEntity> {
    const administered = administeredBy(caller, await this.directory.positionsOf(caller));
    const ended = await this.unitOfWork.run({ operation: 'endPosition', caller }, async (manager, operation) => {
      const position = isUuid(id)
        ? await manager.findOne(PositionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })
        : null;
      if (position === null) throw new AppError('NOT_FOUND', { field: 'id', value: id });
      assertCovered(administered, position.areaCode, 'id');
      const now = new Date();
      if (position.validTo !== null && position.validTo <= now) throw new AppError('POSITION_ENDED', { value: id });
      if (at !== null && at < now) throw new AppError('TIME_INVALID', { field: 'at', expected: '≥ now' });
      // One that has not begun yet never does.
      position.validTo = new Date(Math.max((at ?? now).getTime(), position.validFrom.getTime()));
      operation.target = target(position);
      operation.details = { subject: holderOf(position), role: position.role, validTo: position.validTo.toISOString() };
      return save(manager, position);
    });
    this.directory.forget(holderOf(ended));
    return ended;
  }
}

function assertCovered(administered: readonly string[], areaCode: string, field: string): void {
  if (administered.some((area) => covers(area, areaCode))) return;
  throw new AppError('AREA_OUTSIDE_JURISDICTION', { field, value: areaCode, expected: administered });
}

const holderOf = ({ personId, clientSubject }: PositionEntity): string => (personId ?? clientSubject)!;

const target = ({ id, areaCode }: PositionEntity) => ({
  type: 'position',
  id,
  countyCode: countyOf(areaCode) ?? undefined,
});

function read(input: AppointPositionInput): PositionEntity {
  const personId = input.personId ?? null;
  const clientSubject = input.clientSubject ?? null;
  if ((personId === null) === (clientSubject === null)) {
    throw new AppError('INPUT_INVALID', { field: 'personId', expected: 'personId | clientSubject' });
  }
  return {
    id: randomUUID(),
    personId,
    clientSubject,
    role: input.role,
    areaCode: input.areaCode.trim(),
    unitCode: input.unitCode?.trim() || null,
    validFrom: input.validFrom ?? new Date(),
    validTo: input.validTo ?? null,
  };
}

const insert = (manager: EntityManager, position: PositionEntity) =>
  refusingTwice(() => manager.insert(PositionEntity, position));

const save = (manager: EntityManager, position: PositionEntity): Promise<PositionEntity> =>
  refusingTwice(() => manager.save(PositionEntity, position));

/** The database is the judge of two appointments to the same post at the same time. */
async function refusingTwice<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
    if (code === EXCLUSION_VIOLATION) throw new AppError('POSITION_ALREADY_HELD');
    throw error;
  }
}
