import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { countyOf, levelOf } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import type { EntityManager } from 'typeorm';
import { violates } from '../database-refusals.js';
import { Authority } from '../positions/authority.js';
import { PositionEntity } from '../positions/position.entity.js';
import { readText } from '../text.js';
import { ClientEntity, type ClientState } from './client.entity.js';
import type { ChangeClientInput, ClientKey, CreateClientInput } from './client.types.js';
import { ClientsService } from './clients.service.js';
import { KeycloakClients } from './keycloak-clients.js';

const CLIENT_ID = /^[a-z0-9][a-z0-9-]{2,63}$/;
const MAX_NAME = 64;
const MOST_PER_DAY = 1_000_000;

/** What administrators do with outside systems. Keycloak keeps the keys, so these wait for no outbox: they need it there. */
@Injectable()
export class ClientsAdminService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly authority: Authority,
    private readonly clients: ClientsService,
    private readonly keycloak: KeycloakClients,
    private readonly directory: PositionDirectory,
  ) {}

  /** @throws AppError INPUT_INVALID, TEXT_TOO_LONG, AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION, CLIENT_EXISTS, SERVICE_UNAVAILABLE. */
  create(input: CreateClientInput, caller: Caller): Promise<ClientKey> {
    const operation: AuditedOperation = { operation: 'createClient', caller };
    return this.unitOfWork.attempt(operation, async () => {
      const clientId = readClientId(input.clientId);
      const limits = readLimits(input);
      const name = readText(input.name, 'input.name', MAX_NAME);
      const counties = await this.countiesOf(input.counties, caller);
      const { subject, secret } = await this.keycloak.create(clientId, name);
      const about = { subject, clientId, name, homeCode: counties[0]!, keyRotatedAt: null };
      const client: ClientEntity = { ...about, state: 'active', ...limits };
      operation.target = { type: 'client', id: subject, countyCode: countyOf(counties[0]!) ?? undefined };
      operation.details = { clientId, counties };
      try {
        await this.unitOfWork.run(operation, (manager) => insert(manager, client, counties));
      } catch (error) {
        await this.keycloak.remove(clientId);
        throw error;
      }
      return { client, secret, previousUntil: null };
    });
  }

  /** @throws AppError NOT_FOUND, INPUT_INVALID, TEXT_TOO_LONG. */
  change(subject: string, input: ChangeClientInput, caller: Caller): Promise<ClientEntity> {
    return this.onClient('changeClient', subject, caller, async (client, operation) => {
      if (input.name != null) client.name = readText(input.name, 'input.name', MAX_NAME);
      const limits = readLimits(input);
      for (const key of ['categories', 'perDay', 'perMinute'] as const) {
        if (input[key] !== undefined) Object.assign(client, { [key]: limits[key] });
      }
      operation.details = { changed: Object.keys(input).filter((key) => input[key as 'name'] !== undefined) };
    });
  }

  /**
   * A new key. The one before is void at once unless Keycloak is set to give it a grace.
   * @throws AppError NOT_FOUND, CLIENT_DISABLED, SERVICE_UNAVAILABLE.
   */
  async rotateKey(subject: string, caller: Caller): Promise<ClientKey> {
    let key: { secret: string; previousUntil: Date | null } | undefined;
    const client = await this.onClient('rotateClientKey', subject, caller, async (found) => {
      if (found.state === 'disabled') throw new AppError('CLIENT_DISABLED', { value: found.clientId });
      found.keyRotatedAt = new Date();
      key = await this.keycloak.rotate(found.clientId);
    });
    return { client, ...key! };
  }

  /** Refused from now on, whatever its token says; @throws AppError NOT_FOUND, SERVICE_UNAVAILABLE. */
  async setState(subject: string, state: ClientState, caller: Caller): Promise<ClientEntity> {
    const name = state === 'active' ? 'enableClient' : 'disableClient';
    const client = await this.onClient(name, subject, caller, async (found) => {
      found.state = state;
      await this.keycloak.setEnabled(found.clientId, state === 'active');
    });
    this.directory.forget(subject);
    return client;
  }

  /** Locks, changes, saves; what Keycloak refuses takes the change back with it. */
  private onClient(
    name: string,
    subject: string,
    caller: Caller,
    work: (client: ClientEntity, operation: AuditedOperation) => Promise<void>,
  ): Promise<ClientEntity> {
    const operation: AuditedOperation = { operation: name, caller, target: { type: 'client', id: subject } };
    return this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        const isKnown = (await this.clients.visibleTo(caller, [subject])).has(subject);
        const client = isKnown
          ? await manager.findOne(ClientEntity, { where: { subject }, lock: { mode: 'pessimistic_write' } })
          : null;
        if (client === null) throw new AppError('NOT_FOUND', { field: 'subject', value: subject });
        await work(client, operation);
        return manager.save(ClientEntity, client);
      }),
    );
  }

  private async countiesOf(asked: readonly string[], caller: Caller): Promise<string[]> {
    const field = 'input.counties';
    const counties = [...new Set(asked.map((code) => code.trim()))];
    if (counties.length === 0) throw new AppError('INPUT_INVALID', { field, expected: '至少一个县 / at least one county' });
    for (const county of counties) {
      if (levelOf(county) !== 'county') throw new AppError('AREA_UNKNOWN', { field, value: county });
      await this.authority.assertAdministers(caller, county, field);
    }
    return counties;
  }
}

function readClientId(text: string): string {
  const clientId = text.trim();
  if (CLIENT_ID.test(clientId)) return clientId;
  const expected = '3–64 位小写字母、数字和 - / 3 to 64 small letters, digits and hyphens';
  throw new AppError('INPUT_INVALID', { field: 'input.clientId', expected });
}

function readLimits({ categories, perDay, perMinute }: Pick<CreateClientInput, 'categories' | 'perDay' | 'perMinute'>) {
  for (const [field, limit] of Object.entries({ perDay, perMinute })) {
    if (limit != null && (limit < 1 || limit > MOST_PER_DAY)) {
      throw new AppError('INPUT_INVALID', { field: `input.${field}`, expected: `1–${MOST_PER_DAY}` });
    }
  }
  const codes = categories == null ? null : [...new Set(categories.map((code) => code.trim()).filter(Boolean))];
  if (codes !== null && codes.length === 0) {
    throw new AppError('INPUT_INVALID', { field: 'input.categories', expected: 'null | [code, …]' });
  }
  return { categories: codes, perDay: perDay ?? null, perMinute: perMinute ?? null };
}

async function insert(manager: EntityManager, client: ClientEntity, counties: readonly string[]): Promise<void> {
  try {
    await manager.insert(ClientEntity, client);
  } catch (error) {
    if (!violates(error, 'unique')) throw error;
    throw new AppError('CLIENT_EXISTS', { field: 'input.clientId', value: client.clientId });
  }
  const position = { clientSubject: client.subject, personId: null, role: 'externalSystem' as const, unitCode: null };
  await manager.insert(
    PositionEntity,
    counties.map((areaCode) => ({ id: randomUUID(), ...position, areaCode, validFrom: new Date(), validTo: null })),
  );
}
