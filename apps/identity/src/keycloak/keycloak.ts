import KeycloakAdminClient, { NetworkError } from '@keycloak/keycloak-admin-client';
import { isRole, type Role } from '@yiwang/contracts/roles';
import { decodeJwt } from 'jose';

export interface KeycloakSettings {
  url: string;
  realm: string;
  clientId: string;
  clientSecret: string;
  timeoutMs?: number;
}

/** A person as Keycloak has them. */
export interface KeycloakPerson {
  id: string;
  username: string;
  name: string;
  enabled: boolean;
  /** Realm roles that the network knows; Keycloak's own are left out. */
  roles: Role[];
}

export interface KeycloakEvent {
  id: string;
  at: Date;
  /** Whom it is about. */
  subject: string;
}

/** The conversation with Keycloak's administrator's API, in the words of people; one per process. */
export class Keycloak {
  private readonly client: KeycloakAdminClient;
  private signingIn: Promise<void> | null = null;
  private rolesByName: Map<string, { id: string; name: string }> | null = null;

  constructor(private readonly settings: KeycloakSettings) {
    this.client = new KeycloakAdminClient({
      baseUrl: settings.url.replace(/\/$/, ''),
      realmName: settings.realm,
      timeout: settings.timeoutMs ?? 10_000,
    });
  }

  /** The person with their roles, or null where there is none of that id. */
  async find(id: string): Promise<KeycloakPerson | null> {
    const client = await this.signedIn();
    const user = await client.users.findOne({ id });
    if (!user) return null;
    const roles = await client.users.listRealmRoleMappings({ id });
    return { ...describe(user), roles: known(roles.map(({ name }) => name)) };
  }

  /** Makes a user under the person's own id, which of all ways in only an import keeps; one that is there stays. */
  async add({ id, username, name, enabled, roles }: KeycloakPerson): Promise<void> {
    const client = await this.signedIn();
    const users = [{ id, username, firstName: name, enabled, realmRoles: roles }];
    const rep = { ifResourceExists: 'SKIP' as const, users };
    const { added } = (await client.realms.partialImport({ realm: this.settings.realm, rep })) as { added?: number };
    if (added !== 1) throw new Error('Keycloak has another user under this user name');
  }

  async change(id: string, { name, enabled }: Pick<KeycloakPerson, 'name' | 'enabled'>): Promise<void> {
    const client = await this.signedIn();
    await client.users.update({ id }, { firstName: name, enabled });
  }

  async changeRoles(id: string, add: readonly Role[], remove: readonly Role[]): Promise<void> {
    const client = await this.signedIn();
    if (add.length > 0) await client.users.addRealmRoleMappings({ id, roles: await this.roles(add) });
    if (remove.length > 0) await client.users.delRealmRoleMappings({ id, roles: await this.roles(remove) });
  }

  /** Ends every session; tokens from before now are void to whoever asks Keycloak (its not-before of the user). */
  async endSessions(id: string): Promise<void> {
    const client = await this.signedIn();
    await client.users.logout({ id });
  }

  async setPassword(id: string, value: string): Promise<void> {
    const client = await this.signedIn();
    await client.users.resetPassword({ id, credential: { type: 'password', value, temporary: true } });
  }

  /** Users in the order of their user names, without roles; service accounts are not among them. */
  async page(first: number, max: number): Promise<Omit<KeycloakPerson, 'roles'>[]> {
    const client = await this.signedIn();
    return (await client.users.find({ first, max, briefRepresentation: true })).map(describe);
  }

  /** Ids of those who hold a role themselves. */
  async holdersOf(role: Role, first: number, max: number): Promise<string[]> {
    const client = await this.signedIn();
    const users = await client.roles.findUsersWithRole({ name: role, first, max, briefRepresentation: true });
    return users.flatMap(({ id, username }) => (id && !username?.startsWith('service-account-') ? [id] : []));
  }

  /** What others than this service changed on users since an instant, newest first. */
  async changesSince(since: Date, first: number, max: number): Promise<KeycloakEvent[]> {
    const client = await this.signedIn();
    const events = await client.realms.findAdminEvents({
      ...{ realm: this.settings.realm, resourceTypes: ['USER', 'REALM_ROLE_MAPPING'] as never, first, max },
      dateFrom: String(since.getTime()) as never,
    });
    return events.flatMap((event) => {
      const { time, resourcePath, authDetails } = event;
      const subject = /^users\/([0-9a-f-]{36})/.exec(resourcePath ?? '')?.[1];
      if (!subject || !time || authDetails?.userId === this.ownSubject()) return [];
      return [{ id: (event as { id?: string }).id ?? `${time}-${subject}`, at: new Date(time), subject }];
    });
  }

  /** Sign-ins since an instant, newest first. */
  async signInsSince(since: Date, first: number, max: number): Promise<KeycloakEvent[]> {
    const client = await this.signedIn();
    const events = await client.realms.findEvents({
      ...{ realm: this.settings.realm, type: 'LOGIN' as never, first, max },
      dateFrom: String(since.getTime()) as never,
    });
    return events.flatMap((event) => {
      const { time, userId } = event;
      const id = (event as { id?: string }).id ?? `${time}-${userId}`;
      return time && userId ? [{ id, at: new Date(time), subject: userId }] : [];
    });
  }

  /** The client itself, for whoever keeps other things than people in step (clients of outside systems). */
  async signedIn(): Promise<KeycloakAdminClient> {
    if (this.client.accessToken === undefined || this.client.isTokenExpired()) {
      const { clientId, clientSecret } = this.settings;
      this.signingIn ??= this.client
        .auth({ grantType: 'client_credentials', clientId, clientSecret })
        .finally(() => (this.signingIn = null));
      await this.signingIn;
    }
    return this.client;
  }

  /** Whom our own changes are put down to. */
  private ownSubject(): string | undefined {
    return this.client.accessToken === undefined ? undefined : decodeJwt(this.client.accessToken).sub;
  }

  private async roles(names: readonly Role[]): Promise<{ id: string; name: string }[]> {
    this.rolesByName ??= new Map(
      (await this.client.roles.find()).flatMap(({ id, name }) => (id && name ? [[name, { id, name }]] : [])),
    );
    return names.map((name) => {
      const role = this.rolesByName?.get(name);
      if (!role) throw new Error(`Keycloak has no realm role ${name}`);
      return role;
    });
  }
}

/** Whether Keycloak itself said no, rather than not answering. */
export const isKeycloakRefusal = (error: unknown, status: number): boolean =>
  error instanceof NetworkError && error.response.status === status;

const known = (names: readonly (string | undefined)[]): Role[] =>
  names.filter((name): name is Role => name !== undefined && isRole(name)).toSorted();

const describe = (user: { id?: string; username?: string; firstName?: string; enabled?: boolean }) => ({
  id: String(user.id),
  username: user.username ?? '',
  name: user.firstName ?? '',
  enabled: user.enabled === true,
});
