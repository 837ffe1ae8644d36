import { STAFF_ROLES, type Role } from '@yiwang/contracts/roles';
import type { KeycloakPerson } from './keycloak.js';
import type { Wanted } from './wanted.js';

export type Mend =
  | { do: 'add' }
  | { do: 'suspendHere' }
  | { do: 'change'; found: ('name' | 'enabled' | 'disabled')[] }
  | { do: 'roles'; add: Role[]; remove: Role[] };

/**
 * What differs between identity and Keycloak, and who is right (docs/organisation.md):
 * - identity owns who there is, their names and the roles at the door; Keycloak owns passwords;
 * - whoever was disabled there is suspended here; whoever is suspended here is disabled there, whoever enabled them;
 * - whoever was deleted there is made again, without a password.
 * @param there null where Keycloak has no such user.
 */
export function judge(here: Wanted, there: KeycloakPerson | null): Mend[] {
  if (there === null) return [{ do: 'add' }];
  if (here.enabled && !there.enabled && here.lastEnabled !== false) return [{ do: 'suspendHere' }];
  const found: ('name' | 'enabled' | 'disabled')[] = [];
  if (here.name !== there.name) found.push('name');
  if (here.enabled !== there.enabled) found.push(there.enabled ? 'enabled' : 'disabled');
  const { add, remove } = rolesToMend(here.roles, there.roles);
  return [
    ...(found.length > 0 ? [{ do: 'change' as const, found }] : []),
    ...(add.length + remove.length > 0 ? [{ do: 'roles' as const, add, remove }] : []),
  ];
}

/** Whether somebody else than this service changed a user since it was told of them; unknown counts as not. */
export function wasChangedThere(here: Wanted, there: KeycloakPerson | null): boolean {
  if (here.lastEnabled === null) return false;
  if (there === null || there.enabled !== here.lastEnabled) return true;
  if (here.lastName !== null && there.name !== here.lastName) return true;
  const { add, remove } = rolesToMend(here.lastRoles ?? there.roles, there.roles);
  return add.length + remove.length > 0;
}

/** Only roles of staff are compared: that somebody is a resident too is no business of their positions. */
export function rolesToMend(wanted: readonly Role[], held: readonly Role[]): { add: Role[]; remove: Role[] } {
  const isStaff = (role: Role): boolean => (STAFF_ROLES as readonly Role[]).includes(role);
  return {
    add: wanted.filter((role) => isStaff(role) && !held.includes(role)),
    remove: held.filter((role) => isStaff(role) && !wanted.includes(role)),
  };
}
