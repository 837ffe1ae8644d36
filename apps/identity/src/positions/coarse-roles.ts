import type { PositionRole } from '@yiwang/contracts/case-flow';
import type { Role } from '@yiwang/contracts/roles';

const VILLAGE_OFFICIALS: readonly PositionRole[] = [
  'villageSecretary',
  'villagePolice',
  'stationedCadre',
  'serviceTeam',
];

/** The realm role that a position opens its doors with: four kinds of village position go through the same one. */
export const coarseRoleOf = (role: PositionRole): Role =>
  VILLAGE_OFFICIALS.includes(role) ? 'villageOfficial' : (role as Role);

/** Realm roles for a set of positions, each once and in order. */
export const coarseRolesOf = (roles: readonly PositionRole[]): Role[] =>
  [...new Set(roles.map(coarseRoleOf))].toSorted();
