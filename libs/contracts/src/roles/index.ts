/**
 * Coarse roles, held by Keycloak as realm roles. What a person may do in which place comes from the positions
 * that identity keeps; a role only says which doors exist for them at all.
 */
export const ROLES = [
  'gridMember',
  'villageOfficial',
  'townCentre',
  'departmentHandler',
  'countyCentre',
  'cityCentre',
  'supervisor',
  'leader',
  'externalSystem',
  'resident',
  'administrator',
  /** A service of ours that asks another one on its own account: nobody else, and no person. */
  'service',
] as const;

export type Role = (typeof ROLES)[number];

/** Every role that belongs to somebody employed to do the work. */
export const STAFF_ROLES = [
  'gridMember',
  'villageOfficial',
  'townCentre',
  'departmentHandler',
  'countyCentre',
  'cityCentre',
  'supervisor',
  'leader',
  'administrator',
] as const satisfies readonly Role[];

export const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);
