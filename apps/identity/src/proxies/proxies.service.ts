import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { countyOf } from '@yiwang/domain/areas';
import { hasRole, type Caller } from '@yiwang/platform/auth';
import { isUuid, type AuditedOperation, UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import { Repository, type EntityManager } from 'typeorm';
import { violates } from '../database-refusals.js';
import { PersonEntity } from '../people/person.entity.js';
import { Authority } from '../positions/authority.js';
import type { ResidentEntity } from '../residents/resident.entity.js';
import { ResidentsService } from '../residents/residents.service.js';
import { readText } from '../text.js';
import { ProxyEntity } from './proxy.entity.js';
import type { GrantProxyInput } from './proxy.types.js';

const MAX_DAYS = 366;
const DAY_MS = 86_400_000;
const MAX_NOTE = 200;

/** Who of the staff may file for which resident: with a consent that says how, when, by whom recorded and until when. */
@Injectable()
export class ProxiesService {
  constructor(
    @InjectRepository(ProxyEntity) private readonly proxies: Repository<ProxyEntity>,
    private readonly unitOfWork: UnitOfWork,
    private readonly residents: ResidentsService,
    private readonly authority: Authority,
  ) {}

  /**
   * Staff record what a resident of theirs agreed to; a resident agrees online.
   * @throws AppError NOT_FOUND, TIME_INVALID, INPUT_INVALID, TEXT_TOO_LONG, PROXY_EXISTS, PERSON_STATE_REFUSES.
   */
  grant(input: GrantProxyInput, caller: Caller): Promise<ProxyEntity> {
    const operation: AuditedOperation = { operation: 'grantProxy', caller };
    return this.unitOfWork.attempt(operation, async () => {
      const resident = await this.residentOf(input, caller);
      const proxy = read(input, resident, caller);
      operation.target = target(proxy);
      const { residentId, personId, means, until } = proxy;
      operation.details = { residentId, personId, means, until: until.toISOString() };
      return this.unitOfWork.run(operation, async (manager) => {
        // A resident sees nobody's positions; whom they name is looked at for them.
        await asSystem('proxies', () => assertServes(manager, proxy));
        await insert(manager, proxy);
        return proxy;
      });
    });
  }

  /**
   * By the resident, by whoever files for them, or by an administrator of where the resident lives.
   * @throws AppError NOT_FOUND, PROXY_ENDED, FORBIDDEN, AREA_OUTSIDE_JURISDICTION.
   */
  withdraw(id: string, caller: Caller): Promise<ProxyEntity> {
    const operation: AuditedOperation = { operation: 'withdrawProxy', caller, target: { type: 'proxy', id } };
    return this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        const proxy = isUuid(id)
          ? await manager.findOne(ProxyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })
          : null;
        if (proxy === null) throw new AppError('NOT_FOUND', { field: 'id', value: id });
        await this.assertConcerned(proxy, caller);
        if (proxy.withdrawnAt !== null || proxy.until <= new Date()) throw new AppError('PROXY_ENDED', { value: id });
        operation.target = target(proxy);
        Object.assign(proxy, { withdrawnAt: new Date(), withdrawnBy: caller.subject });
        return manager.save(ProxyEntity, proxy);
      }),
    );
  }

  /** The consent under which somebody may file for a resident at an instant, or null. */
  inForce(residentId: string, personId: string, at: Date): Promise<ProxyEntity | null> {
    if (!isUuid(residentId) || !isUuid(personId)) return Promise.resolve(null);
    return this.ofAt(at)
      .andWhere('proxy.residentId = :residentId and proxy.personId = :personId', { residentId, personId })
      .getOne();
  }

  /** Consents in force: of the resident who asks, or for whoever of the staff asks; the soonest to end first. */
  async own(caller: Caller): Promise<ProxyEntity[]> {
    const resident = hasRole(caller, 'resident') ? await this.residents.bySubject(caller.subject) : null;
    return this.ofAt(new Date())
      .andWhere('(proxy.personId = :self or proxy.residentId = :resident)', {
        self: caller.subject,
        resident: resident?.id ?? null,
      })
      .orderBy('proxy.until')
      .addOrderBy('proxy.id')
      .limit(200)
      .getMany();
  }

  private ofAt(at: Date) {
    return this.proxies
      .createQueryBuilder('proxy')
      .where('proxy.consentedAt <= :at and coalesce(proxy.withdrawnAt, proxy.until) > :at', { at });
  }

  private async residentOf({ residentId }: GrantProxyInput, caller: Caller): Promise<ResidentEntity> {
    const field = 'input.residentId';
    const own = await this.residents.bySubject(caller.subject);
    if (residentId == null) {
      if (own === null) throw new AppError('NOT_FOUND', { field, value: '' });
      return own;
    }
    const known = (await this.residents.visibleTo(caller, [residentId])).get(residentId.toLowerCase());
    if (!known) throw new AppError('NOT_FOUND', { field, value: residentId });
    return known;
  }

  private async assertConcerned({ personId, residentId, areaCode }: ProxyEntity, caller: Caller): Promise<void> {
    if (personId === caller.subject) return;
    if ((await this.residents.bySubject(caller.subject))?.id === residentId) return;
    if (!hasRole(caller, 'administrator')) throw new AppError('NOT_FOUND', { field: 'id', value: residentId });
    await this.authority.assertAdministers(caller, areaCode, 'id');
  }
}

const target = ({ id, areaCode }: ProxyEntity) => ({
  type: 'proxy',
  id,
  countyCode: countyOf(areaCode) ?? undefined,
});

function read(input: GrantProxyInput, resident: ResidentEntity, caller: Caller): ProxyEntity {
  const now = new Date();
  if (input.until <= now) throw new AppError('TIME_INVALID', { field: 'input.until', expected: '> now' });
  if (input.until.getTime() - now.getTime() > MAX_DAYS * DAY_MS) {
    throw new AppError('TIME_INVALID', { field: 'input.until', expected: `最长 ${MAX_DAYS} 天 / ${MAX_DAYS} days at most` });
  }
  const isResident = resident.subject !== null && resident.subject === caller.subject;
  if (isResident !== (input.means === 'online')) {
    const expected = isResident ? 'online' : 'spoken | written | phone';
    throw new AppError('INPUT_INVALID', { field: 'input.means', expected });
  }
  return {
    id: randomUUID(),
    residentId: resident.id,
    personId: (input.personId ?? caller.subject!).toLowerCase(),
    areaCode: resident.areaCode,
    means: input.means,
    consentedAt: now,
    recordedBy: caller.subject!,
    until: input.until,
    note: input.note == null ? null : readText(input.note, 'input.note', MAX_NOTE),
    withdrawnAt: null,
    withdrawnBy: null,
  };
}

/** Only somebody of the staff who works where the resident lives, or above. */
async function assertServes(manager: EntityManager, { personId, areaCode }: ProxyEntity): Promise<void> {
  const field = 'input.personId';
  const person = isUuid(personId) ? await manager.findOneBy(PersonEntity, { id: personId }) : null;
  const [serves] = person
    ? await manager.query<object[]>(
        `select 1 from position where person_id = $1 and $2 like area_code || '%'
            and valid_from <= now() and (valid_to is null or valid_to > now()) limit 1`,
        [personId, areaCode],
      )
    : [];
  if (person === null || !serves) throw new AppError('NOT_FOUND', { field, value: personId });
  if (person.state !== 'active') {
    throw new AppError('PERSON_STATE_REFUSES', { field, actual: person.state, expected: 'active' });
  }
}

async function insert(manager: EntityManager, proxy: ProxyEntity): Promise<void> {
  const [there] = await manager.query<{ to: Date }[]>(
    `select valid_to as to from proxy where resident_id = $1 and person_id = $2
        and coalesce(withdrawn_at, valid_to) > now() limit 1`,
    [proxy.residentId, proxy.personId],
  );
  if (there) throw new AppError('PROXY_EXISTS', { field: 'input.personId', to: there.to.toISOString() });
  try {
    await manager.insert(ProxyEntity, proxy);
  } catch (error) {
    if (!violates(error, 'overlap', 'proxy_once')) throw error;
    throw new AppError('PROXY_EXISTS', { field: 'input.personId' });
  }
}
