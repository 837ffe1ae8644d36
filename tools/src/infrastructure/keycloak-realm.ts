import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKOUT } from './folders.js';
import { ensureEvaluationsClient } from './keycloak-evaluations.js';
import { ensureIdentityClient } from './keycloak-identity.js';
import { ensurePagesOrigins } from './keycloak-pages.js';
import { messageOf, StartProblem } from './problem.js';
import type { Narrator } from './running.js';

export const REALM = 'yiwang';
const REALM_FILE = join(CHECKOUT, 'deploy', 'keycloak', 'yiwang-realm.json');
const IMPORT_LIMIT_MS = 120_000;

interface RealmUser {
  id?: string;
  username: string;
  serviceAccountClientId?: string;
  clientRoles?: Record<string, string[]>;
}
interface RealmClient {
  clientId: string;
  secret?: string;
  directAccessGrantsEnabled?: boolean;
}
export interface Realm {
  users: RealmUser[];
  clients: RealmClient[];
  [field: string]: unknown;
}

/**
 * The realm without what is for demonstration only: no people, no known client secrets (Keycloak makes its own), no
 * password grant.
 */
export const withoutDemonstration = (realm: Realm): Realm => ({
  ...realm,
  users: realm.users.filter((user) => user.serviceAccountClientId),
  clients: realm.clients.map(({ secret: _, ...client }) => ({ ...client, directAccessGrantsEnabled: false })),
});

export interface ImportOptions {
  /** Base address of Keycloak. */
  address: string;
  adminPassword: string;
  /** What the identity service signs in with. */
  identitySecret: string;
  /** What the evaluations service signs in with. */
  evaluationsSecret: string;
  /** Where the pages stand that people sign in from. */
  pagesOrigins: readonly string[];
  demo: boolean;
  narrator: Narrator;
}

/**
 * Imports the realm through the administrator's API unless it is there already, and sees to the clients of our
 * own services in either; true if it was imported.
 */
export async function importRealm(options: ImportOptions): Promise<boolean> {
  const { address, adminPassword, identitySecret, evaluationsSecret, demo, narrator } = options;
  const realm = JSON.parse(await readFile(REALM_FILE, 'utf8')) as Realm;
  const isThere = await isRealmThere(address);
  if (!isThere) await createRealm(options, realm);
  else if (demo) await addNewPeople(options, realm).catch((error: unknown) => narrator.note(messageOf(error)));
  const token = await adminToken(address, adminPassword);
  const access = { realm: `${address}/admin/realms/${REALM}`, token };
  await ensureIdentityClient(access, realm, identitySecret);
  await ensureEvaluationsClient(access, realm, evaluationsSecret);
  await ensurePagesOrigins(access, options.pagesOrigins);
  return !isThere;
}

async function createRealm({ address, adminPassword, demo, narrator }: ImportOptions, realm: Realm): Promise<void> {
  narrator.progress('Importing the realm into Keycloak');
  const token = await adminToken(address, adminPassword);
  const response = await fetch(`${address}/admin/realms`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(demo ? realm : withoutDemonstration(realm)),
    signal: AbortSignal.timeout(IMPORT_LIMIT_MS),
  });
  if (!response.ok)
    throw new StartProblem(`Keycloak refuses the realm in ${REALM_FILE}: ${response.status} ${await response.text()}`);
}

/** People who have come to the demonstration since the realm was imported; whoever is there already stays as they are. */
async function addNewPeople({ address, adminPassword, narrator }: ImportOptions, { users }: Realm): Promise<void> {
  const people = users.filter((user) => !user.serviceAccountClientId);
  const headers = { authorization: `Bearer ${await adminToken(address, adminPassword)}`, 'content-type': 'application/json' };
  const realm = `${address}/admin/realms/${REALM}`;
  const counted = await fetch(`${realm}/users/count`, { headers, signal: AbortSignal.timeout(20_000) });
  if (!counted.ok || Number(await counted.text()) >= people.length) return;
  const body = JSON.stringify({ ifResourceExists: 'SKIP', users: people });
  const response = await fetch(`${realm}/partialImport`, { method: 'POST', headers, body, signal: AbortSignal.timeout(IMPORT_LIMIT_MS) });
  if (!response.ok) throw new StartProblem(`Keycloak does not take the demonstration's new people: ${response.status} ${await response.text()}`);
  const { added } = (await response.json()) as { added: number };
  narrator.note(`${added} people have come to the demonstration since the realm was imported`);
}

export async function isRealmThere(address: string): Promise<boolean> {
  const response = await fetch(`${address}/realms/${REALM}`, { signal: AbortSignal.timeout(10_000) });
  await response.body?.cancel();
  return response.ok;
}

/** @throws StartProblem where the administrator "admin" is not let in. */
export async function adminToken(address: string, password: string): Promise<string> {
  const response = await fetch(`${address}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', username: 'admin', password }),
    signal: AbortSignal.timeout(20_000),
  }).catch((error: unknown) => {
    throw new StartProblem(`Keycloak at ${address} does not answer: ${messageOf(error)}`);
  });
  if (!response.ok)
    throw new StartProblem(
      `Keycloak at ${address} does not let the administrator "admin" in (${response.status}): import ${REALM_FILE} there by hand, ` +
        'or set KEYCLOAK_ADMIN_PASSWORD',
    );
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}
