import { askRealm, ensureClient, type RealmAccess } from './keycloak-identity.js';
import type { Realm } from './keycloak-realm.js';

/** The account by which the evaluations service asks cases for facts (apps/evaluations/src/facts). */
export const EVALUATIONS_CLIENT = 'yiwang-evaluations';
const ROLE = 'service';

interface Role {
  id: string;
  name: string;
}

/** Makes sure of the client, its secret and its one role, in a realm that may be older than they are. */
export async function ensureEvaluationsClient(access: RealmAccess, file: Realm, secret: string): Promise<void> {
  const id = await ensureClient(access, file, EVALUATIONS_CLIENT, secret);
  const { id: user } = await askRealm<Role>(access, 'GET', `clients/${id}/service-account-user`);
  const held = await askRealm<Role[]>(access, 'GET', `users/${user}/role-mappings/realm`);
  if (held.some(({ name }) => name === ROLE)) return;
  const all = await askRealm<Role[]>(access, 'GET', `roles?search=${ROLE}`);
  if (!all.some(({ name }) => name === ROLE)) await askRealm(access, 'POST', 'roles', roleIn(file));
  const role = await askRealm<Role>(access, 'GET', `roles/${ROLE}`);
  await askRealm(access, 'POST', `users/${user}/role-mappings/realm`, [role]);
}

const roleIn = (file: Realm): object | undefined =>
  (file.roles as { realm: Role[] }).realm.find(({ name }) => name === ROLE);
