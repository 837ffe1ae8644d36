import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Caller } from '@yiwang/platform/auth';
import { isUuid, type AuditedOperation, UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { Repository, type EntityManager } from 'typeorm';
import { PersonEntity } from '../people/person.entity.js';
import { assertSpan } from '../text.js';
import { CHAIN_BETWEEN } from './availability.sql.js';
import { DeputyEntity } from './deputy.entity.js';
import type { NameDeputyInput } from './deputy.types.js';
import { PeopleConcerned } from './people-concerned.js';

/** A standing arrangement is renewed, not eternal. */
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

/** Who stands in for whom; one at a time, never in a circle. */
@Injectable()
export class DeputiesService {
  constructor(
    @InjectRepository(DeputyEntity) private readonly deputies: Repository<DeputyEntity>,
    private readonly unitOfWork: UnitOfWork,
    private readonly concerned: PeopleConcerned,
  ) {}

  /** @throws AppError NOT_FOUND, INPUT_INVALID, TIME_INVALID, PERSON_STATE_REFUSES, DEPUTY_OVERLAPS, DEPUTY_CYCLE. */
  name(input: NameDeputyInput, caller: Caller): Promise<DeputyEntity> {
    const operation: AuditedOperation = { operation: 'nameDeputy', caller };
    return this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        // Two deputyships made at the same moment could close a circle that neither sees.
        await manager.query(`select pg_advisory_xact_lock(hashtext('yiwang-deputies'))`);
        const person = await this.concerned.lock(manager, input.personId ?? null, caller);
        const deputyship = read(input, person.id, caller);
        operation.target = this.concerned.target('deputy', deputyship.id, person);
        const { deputyId, from, to } = deputyship;
        operation.details = { personId: person.id, deputyId, from: from.toISOString(), to: to.toISOString() };
        await assertUsable(manager, person, deputyId);
        await assertFree(manager, deputyship);
        await assertNoCircle(manager, deputyship);
        await manager.insert(DeputyEntity, deputyship);
        await this.concerned.changed(manager, person.id);
        return deputyship;
      }),
    );
  }

  /** @throws AppError NOT_FOUND, DEPUTY_ENDED. */
  end(id: string, caller: Caller): Promise<DeputyEntity> {
    const operation: AuditedOperation = { operation: 'endDeputy', caller, target: { type: 'deputy', id } };
    return this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        const deputyship = isUuid(id) ? await manager.findOneBy(DeputyEntity, { id }) : null;
        if (deputyship === null) throw new AppError('NOT_FOUND', { field: 'id', value: id });
        const person = await this.concerned.lock(manager, deputyship.personId, caller, 'id');
        const now = new Date();
        if (deputyship.to <= now) throw new AppError('DEPUTY_ENDED', { value: id });
        await this.concerned.changed(manager, person.id);
        deputyship.to = new Date(Math.max(now.getTime(), deputyship.from.getTime()));
        operation.target = this.concerned.target('deputy', id, person);
        operation.details = { personId: person.id, deputyId: deputyship.deputyId };
        await manager.save(DeputyEntity, deputyship);
        return deputyship;
      }),
    );
  }

  /** Deputyships now and to come, by whom they are for, in order of time. */
  async ofPeople(ids: readonly string[]): Promise<Map<string, DeputyEntity[]>> {
    const found = await this.deputies
      .createQueryBuilder('deputy')
      .where('deputy.person_id = any(:ids) and deputy.valid_to > now()', { ids: ids.filter(isUuid) })
      .orderBy('deputy.from')
      .getMany();
    const byPerson = new Map<string, DeputyEntity[]>(ids.map((id) => [id, []]));
    for (const deputyship of found) byPerson.get(deputyship.personId)?.push(deputyship);
    return byPerson;
  }
}

function read(input: NameDeputyInput, personId: string, { subject }: Caller): DeputyEntity {
  const now = new Date();
  const from = input.from ?? now;
  assertSpan(from, input.to, now, 'input.');
  if (input.to.getTime() - from.getTime() > MAX_DAYS * DAY_MS) {
    throw new AppError('TIME_INVALID', { field: 'input.to', expected: `最长 ${MAX_DAYS} 天 / ${MAX_DAYS} days at most` });
  }
  const deputyId = input.deputyId.toLowerCase();
  return { id: randomUUID(), personId, deputyId, from, to: input.to, recordedBy: subject, recordedAt: now };
}

/** Only a colleague of the same county, or city, who works there. */
async function assertUsable(manager: EntityManager, person: PersonEntity, deputyId: string): Promise<void> {
  const field = 'input.deputyId';
  if (deputyId === person.id) throw new AppError('DEPUTY_CYCLE', { field, chain: [person.name, person.name] });
  const deputy = isUuid(deputyId) ? await manager.findOneBy(PersonEntity, { id: deputyId }) : null;
  if (deputy === null || deputy.homeCode !== person.homeCode) throw new AppError('NOT_FOUND', { field, value: deputyId });
  if (deputy.state !== 'active') {
    throw new AppError('PERSON_STATE_REFUSES', { field, actual: deputy.state, expected: 'active' });
  }
}

async function assertFree(manager: EntityManager, { personId, from, to }: DeputyEntity): Promise<void> {
  const [there] = await manager.query<{ from: Date; to: Date }[]>(
    `select valid_from as "from", valid_to as "to" from deputy
      where person_id = $1 and tstzrange(valid_from, valid_to) && tstzrange($2, $3) limit 1`,
    [personId, from, to],
  );
  if (there) throw new AppError('DEPUTY_OVERLAPS', { from: there.from.toISOString(), to: there.to.toISOString() });
}

async function assertNoCircle(manager: EntityManager, { personId, deputyId, from, to }: DeputyEntity): Promise<void> {
  const [circle] = await manager.query<{ path: string[] }[]>(CHAIN_BETWEEN, [deputyId, personId, from, to]);
  if (!circle) return;
  const names = await manager.query<{ id: string; name: string }[]>(`select id, name from person where id = any($1)`, [
    circle.path,
  ]);
  const nameOf = (id: string): string => names.find((each) => each.id === id)?.name ?? id;
  throw new AppError('DEPUTY_CYCLE', { field: 'input.deputyId', chain: [personId, ...circle.path].map(nameOf) });
}
