import { Injectable } from '@nestjs/common';
import { AppError } from '@yiwang/platform/errors';
import { isKeycloakRefusal } from '../keycloak/keycloak.js';
import { KeycloakSync } from '../keycloak/keycloak-sync.js';

const ROLE = 'externalSystem';
/** Keycloak notes here until when the secret before is good, where it rotates secrets at all. */
const PREVIOUS_UNTIL = 'client.secret.rotated.expiration.time';

/** Outside systems in Keycloak: a confidential client each, whose service account has the one role at the door. */
@Injectable()
export class KeycloakClients {
  constructor(private readonly sync: KeycloakSync) {}

  /**
   * @returns the subject of its service account and its first secret.
   * @throws AppError CLIENT_EXISTS, SERVICE_UNAVAILABLE.
   */
  create(clientId: string, name: string): Promise<{ subject: string; secret: string }> {
    return this.asking(async (admin) => {
      const made = await admin.clients
        .create({
          ...{ clientId, name, enabled: true, publicClient: false, serviceAccountsEnabled: true },
          ...{ standardFlowEnabled: false, directAccessGrantsEnabled: false, implicitFlowEnabled: false },
          attributes: { 'access.token.lifespan': '1800', 'use.refresh.tokens': 'false' },
        })
        .catch((error: unknown) => {
          throw isKeycloakRefusal(error, 409)
            ? new AppError('CLIENT_EXISTS', { field: 'input.clientId', value: clientId })
            : error;
        });
      const account = await admin.clients.getServiceAccountUser({ id: made.id });
      const role = (await admin.roles.find()).find(({ name: each }) => each === ROLE);
      if (!account.id || !role?.id) throw new Error('Keycloak made no service account or has no role for it');
      await admin.users.addRealmRoleMappings({ id: account.id, roles: [{ id: role.id, name: ROLE }] });
      const { value } = await admin.clients.getClientSecret({ id: made.id });
      return { subject: account.id, secret: String(value) };
    });
  }

  /** Takes back what `create` made, where the rest could not be written. */
  async remove(clientId: string): Promise<void> {
    await this.onClient(clientId, async (id, admin) => admin.clients.del({ id })).catch(() => undefined);
  }

  /** @throws AppError NOT_FOUND, SERVICE_UNAVAILABLE. */
  rotate(clientId: string): Promise<{ secret: string; previousUntil: Date | null }> {
    return this.onClient(clientId, async (id, admin) => {
      const { value } = await admin.clients.generateNewClientSecret({ id });
      const until = Number((await admin.clients.findOne({ id }))?.attributes?.[PREVIOUS_UNTIL] ?? Number.NaN);
      return { secret: String(value), previousUntil: until > 0 ? new Date(until * 1_000) : null };
    });
  }

  /** @throws AppError NOT_FOUND, SERVICE_UNAVAILABLE. */
  setEnabled(clientId: string, enabled: boolean): Promise<void> {
    return this.onClient(clientId, (id, admin) => admin.clients.update({ id }, { clientId, enabled }));
  }

  private onClient<T>(clientId: string, work: (id: string, admin: Admin) => Promise<T>): Promise<T> {
    return this.asking(async (admin) => {
      const [found] = await admin.clients.find({ clientId });
      if (!found?.id) throw new AppError('NOT_FOUND', { field: 'clientId', value: clientId });
      return work(found.id, admin);
    });
  }

  private async asking<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const { keycloak } = this.sync;
    if (keycloak === null) throw new AppError('SERVICE_UNAVAILABLE', { part: 'keycloak' });
    try {
      return await work(await keycloak.signedIn());
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('SERVICE_UNAVAILABLE', { part: 'keycloak' });
    }
  }
}

type Admin = Awaited<ReturnType<NonNullable<KeycloakSync['keycloak']>['signedIn']>>;
