import { areaAtTier, CENTRE_OF, tierAbove, type Addressed } from './handlers.js';
import type { ApprovalKind, PositionRole, Tier } from './vocabulary.js';

/** At which tier a position works. A department's people belong to their county, whoever they whistle for. */
export const tierOfRole = (role: PositionRole | undefined): Tier => {
  if (role === 'gridMember') return 'grid';
  if (role === 'villageSecretary' || role === 'villagePolice' || role === 'stationedCadre' || role === 'serviceTeam') {
    return 'village';
  }
  if (role === 'townCentre') return 'town';
  return role === 'cityCentre' ? 'city' : 'county';
};

/** A leader speaks for the level of their own area. */
const tierOfArea = (areaCode: string): Tier =>
  areaCode.length >= 12 ? 'village' : areaCode.length >= 9 ? 'town' : areaCode.length >= 6 ? 'county' : 'city';

const LEADER: readonly PositionRole[] = ['leader'];

/**
 * Who decides on a request: one level above whoever asks, or the tier that the policy fixes for its kind. Departments
 * ask the county centre, the county centre its leader. `null`: nobody stands above in this county, it is granted at once.
 */
export function approverOf(
  kind: ApprovalKind,
  requester: { role: PositionRole | undefined; areaCode: string },
  fixed: Partial<Record<ApprovalKind, Tier>>,
): Omit<Addressed, 'kind'> | null {
  const isLeader = requester.role === 'leader';
  const tier = isLeader ? tierOfArea(requester.areaCode) : tierOfRole(requester.role);
  const isOfCounty = requester.role === 'countyCentre' || (isLeader && (tier === 'county' || tier === 'city'));
  if (isOfCounty) {
    if (kind === 'notAccepted' || isLeader) return null;
    return { tier: 'county', roles: [...LEADER], areaCode: areaAtTier('county', requester.areaCode) };
  }
  const wanted = fixed[kind] ?? (tier === 'county' ? 'county' : tierAbove(tier));
  return { tier: wanted, roles: [...CENTRE_OF[wanted]], areaCode: areaAtTier(wanted, requester.areaCode) };
}

/** Who decides when the first one does not: the next level, at the county its leader; null when there is nobody left. */
export function furtherApprover(asked: Omit<Addressed, 'kind'>): Omit<Addressed, 'kind'> | null {
  if (asked.roles.includes('leader')) return null;
  if (asked.tier === 'county' || asked.tier === 'city') {
    return { tier: 'county', roles: [...LEADER], areaCode: areaAtTier('county', asked.areaCode) };
  }
  const tier = tierAbove(asked.tier);
  return { tier, roles: [...CENTRE_OF[tier]], areaCode: areaAtTier(tier, asked.areaCode) };
}
