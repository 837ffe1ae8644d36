import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Caller } from '@yiwang/platform/auth';
import { isUuid, type AuditedOperation, UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { Repository, type EntityManager } from 'typeorm';
import { violates } from '../database-refusals.js';
import { assertSpan, readText } from '../text.js';
import { AbsenceEntity } from './absence.entity.js';
import type { RecordAbsenceInput } from './deputy.types.js';
import { PeopleConcerned } from './people-concerned.js';

const MAX_REASON = 200;

/** Who is away and until when; recorded by themselves or by their administrator. */
@Injectable()
export class AbsencesService {
  constructor(
    @InjectRepository(AbsenceEntity) private readonly absences: Repository<AbsenceEntity>,
    private readonly unitOfWork: UnitOfWork,
    private readonly concerned: PeopleConcerned,
  ) {}

  /** @throws AppError NOT_FOUND, TIME_INVALID, INPUT_INVALID, TEXT_TOO_LONG, ABSENCE_OVERLAPS, AREA_OUTSIDE_JURISDICTION. */
  record(input: RecordAbsenceInput, caller: Caller): Promise<AbsenceEntity> {
    const operation: AuditedOperation = { operation: 'recordAbsence', caller };
    return this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        const person = await this.concerned.lock(manager, input.personId ?? null, caller);
        const absence = read(input, person.id, caller);
        operation.target = this.concerned.target('absence', absence.id, person);
        operation.details = { personId: person.id, from: absence.from.toISOString(), to: absence.to.toISOString() };
        await insert(manager, absence);
        await this.concerned.changed(manager, person.id);
        return absence;
      }),
    );
  }

  /**
   * Somebody is back, now or earlier than thought; an absence that has not begun is called off.
   * @throws AppError NOT_FOUND, ABSENCE_ENDED, TIME_INVALID for a later end or one in the past.
   */
  end(id: string, at: Date | null, caller: Caller): Promise<AbsenceEntity> {
    const operation: AuditedOperation = { operation: 'endAbsence', caller, target: { type: 'absence', id } };
    return this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        const absence = isUuid(id) ? await manager.findOneBy(AbsenceEntity, { id }) : null;
        if (absence === null) throw new AppError('NOT_FOUND', { field: 'id', value: id });
        const person = await this.concerned.lock(manager, absence.personId, caller, 'id');
        const now = new Date();
        if (absence.to <= now) throw new AppError('ABSENCE_ENDED', { value: id });
        const to = at ?? now;
        if (to < now || to > absence.to) throw new AppError('TIME_INVALID', { field: 'at', expected: '≥ now, ≤ to' });
        absence.to = new Date(Math.max(to.getTime(), absence.from.getTime()));
        operation.target = this.concerned.target('absence', id, person);
        operation.details = { personId: person.id, to: absence.to.toISOString() };
        await manager.save(AbsenceEntity, absence);
        await this.concerned.changed(manager, person.id);
        return absence;
      }),
    );
  }

  /** Absences now and to come, by person, in order of time. */
  async ofPeople(ids: readonly string[]): Promise<Map<string, AbsenceEntity[]>> {
    const found = await this.absences
      .createQueryBuilder('absence')
      .where('absence.person_id = any(:ids) and absence.valid_to > now()', { ids: ids.filter(isUuid) })
      .orderBy('absence.from')
      .getMany();
    const byPerson = new Map<string, AbsenceEntity[]>(ids.map((id) => [id, []]));
    for (const absence of found) byPerson.get(absence.personId)?.push(absence);
    return byPerson;
  }
}

function read({ from, to, reason }: RecordAbsenceInput, personId: string, { subject }: Caller): AbsenceEntity {
  const now = new Date();
  assertSpan(from ?? now, to, now, 'input.');
  return {
    id: randomUUID(),
    personId,
    from: from ?? now,
    to,
    reason: readText(reason, 'input.reason', MAX_REASON),
    recordedBy: subject,
    recordedAt: now,
  };
}

async function insert(manager: EntityManager, absence: AbsenceEntity): Promise<void> {
  const [there] = await manager.query<{ from: Date; to: Date }[]>(
    `select valid_from as "from", valid_to as "to" from absence
      where person_id = $1 and tstzrange(valid_from, valid_to) && tstzrange($2, $3) limit 1`,
    [absence.personId, absence.from, absence.to],
  );
  if (there) throw new AppError('ABSENCE_OVERLAPS', { from: there.from.toISOString(), to: there.to.toISOString() });
  try {
    await manager.insert(AbsenceEntity, absence);
  } catch (error) {
    if (violates(error, 'overlap')) throw new AppError('ABSENCE_OVERLAPS');
    throw error;
  }
}
