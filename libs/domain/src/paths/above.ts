import { covers } from '../areas/index.js';
import type { PositionRole, Tier } from './vocabulary.js';
import { tierOfRole } from './approvals.js';

const ORDER: readonly Tier[] = ['grid', 'village', 'town', 'county', 'city'];
const LEVEL_BY_LENGTH: Record<number, Tier> = { 4: 'city', 6: 'county', 9: 'town', 12: 'village', 15: 'grid' };
/** Positions that speak for the level of their own area. */
const OF_THEIR_AREA: readonly PositionRole[] = ['leader', 'supervisor', 'administrator'];
const MAY_STAND_ABOVE: readonly PositionRole[] = ['leader', 'supervisor', 'townCentre', 'countyCentre', 'cityCentre'];

/** For which level somebody in a position speaks. */
export const tierOfPost = (role: PositionRole, areaCode: string): Tier =>
  OF_THEIR_AREA.includes(role) ? (LEVEL_BY_LENGTH[areaCode.length] ?? 'county') : tierOfRole(role);

/**
 * Whether somebody stands above whoever holds a case: a centre, leader or supervisor whose area covers the holder's, of a
 * higher tier. A county's own leader and supervisor stand above its centre and its departments, the centre above the
 * departments. They urge, order, instruct, reclassify and move; nobody else does.
 */
export function isAbove(
  actor: { role?: PositionRole; areaCode?: string },
  holder: { tier: Tier; roles: readonly PositionRole[]; areaCode: string },
): boolean {
  const { role, areaCode } = actor;
  if (role === undefined || areaCode === undefined || !MAY_STAND_ABOVE.includes(role)) return false;
  if (!covers(areaCode, holder.areaCode)) return false;
  const higher = ORDER.indexOf(tierOfPost(role, areaCode)) - ORDER.indexOf(holder.tier);
  if (higher > 0) return true;
  if (higher < 0 || holder.roles.includes(role)) return false;
  if (OF_THEIR_AREA.includes(role)) return !holder.roles.includes('leader');
  return role === 'countyCentre' && holder.roles.includes('departmentHandler');
}
