import type { Realm } from './keycloak-realm.js';
import { StartProblem } from './problem.js';

/** The confidential client by which the identity service keeps people in step (apps/identity/src/keycloak). */
export const IDENTITY_CLIENT = 'yiwang-identity';
const ROLES_OF = 'realm-management';
const LIMIT_MS = 20_000;

export interface RealmAccess {
  /** Base address of the realm in the administrator's API. */
  realm: string;
  token: string;
}

interface Named {
  id: string;
  name: string;
}

/**
 * Makes sure of the client, its secret and the roles of its service account, in a realm of whatever age: realms were
 * imported before there was one, and each installation has a secret of its own.
 */
export async function ensureIdentityClient(access: RealmAccess, file: Realm, secret: string): Promise<void> {
  const account = file.users.find(({ serviceAccountClientId }) => serviceAccountClientId === IDENTITY_CLIENT);
  const id = await ensureClient(access, file, IDENTITY_CLIENT, secret);
  await ensureRoles(access, id, account?.clientRoles?.[ROLES_OF] ?? []);
}

/** A client of the realm's file with the secret of this installation; its id in Keycloak. */
export async function ensureClient(access: RealmAccess, file: Realm, clientId: string, secret: string): Promise<string> {
  const wanted = file.clients.find((client) => client.clientId === clientId);
  const account = file.users.find(({ serviceAccountClientId }) => serviceAccountClientId === clientId);
  if (!wanted || !account) throw new StartProblem(`The realm's file has no client ${clientId}`);
  let id = await idOf(access, clientId);
  if (id === null) {
    await askRealm(access, 'POST', 'clients', { ...wanted, secret });
    id = await idOf(access, clientId);
  }
  const known = await askRealm<{ secret?: string; value?: string }>(access, 'GET', `clients/${id}/client-secret`);
  if (known.value !== secret) await askRealm(access, 'PUT', `clients/${id}`, { clientId, secret });
  return String(id);
}

/** Exactly the roles that the file names: what an older file gave besides is taken away. */
async function ensureRoles(access: RealmAccess, clientId: string, wanted: readonly string[]): Promise<void> {
  const { id: user } = await askRealm<Named>(access, 'GET', `clients/${clientId}/service-account-user`);
  const management = await idOf(access, ROLES_OF);
  const path = `users/${user}/role-mappings/clients/${management}`;
  const held = await askRealm<Named[]>(access, 'GET', path);
  const surplus = held.filter(({ name }) => !wanted.includes(name));
  if (surplus.length > 0) await askRealm(access, 'DELETE', path, surplus);
  const all = await askRealm<Named[]>(access, 'GET', `clients/${management}/roles`);
  const missing = all.filter(({ name }) => wanted.includes(name) && !held.some((each) => each.name === name));
  if (missing.length > 0) await askRealm(access, 'POST', path, missing);
}

async function idOf(access: RealmAccess, clientId: string): Promise<string | null> {
  const found = await askRealm<{ id: string }[]>(access, 'GET', `clients?clientId=${clientId}`);
  return found[0]?.id ?? null;
}

export async function askRealm<T>({ realm, token }: RealmAccess, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${realm}/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  const text = await response.text();
  if (!response.ok) throw new StartProblem(`Keycloak does not take a service's client: ${response.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}
