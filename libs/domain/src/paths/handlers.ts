import { countyOf, parentOf, townOf, villageOf } from '../areas/index.js';
import type { PathRules } from '../policies/types.js';
import { no, YES, type Decided } from './decisions.js';
import type { CaseKind, PositionRole, Rating, TaskKind, Tier } from './vocabulary.js';

/** To whom a task is addressed. */
export interface Addressed {
  kind: TaskKind;
  tier: Tier;
  roles: PositionRole[];
  areaCode: string;
  unitCode?: string;
}

export type Entry = { kind: 'path'; areaCode: string } | ({ kind: 'desk' } & Omit<Addressed, 'kind'>);

/** Where a new or dispatched case goes: a known village at once to its path, otherwise to the desk that can say. */
export function entryDesk(areaCode: string): Entry {
  if (villageOf(areaCode) !== null) return { kind: 'path', areaCode };
  const town = townOf(areaCode);
  return town === null
    ? { kind: 'desk', tier: 'county', roles: ['countyCentre'], areaCode: countyOf(areaCode) ?? areaCode }
    : { kind: 'desk', tier: 'town', roles: ['townCentre'], areaCode: town };
}

/** The area at which a tier holds a matter of this place: the grid as given, its village, town, county or city. */
export function areaAtTier(tier: Tier, areaCode: string): string {
  const county = countyOf(areaCode) ?? areaCode;
  if (tier === 'city') return parentOf(county) ?? county;
  if (tier === 'county') return county;
  if (tier === 'town') return townOf(areaCode) ?? county;
  return tier === 'village' ? (villageOf(areaCode) ?? townOf(areaCode) ?? county) : areaCode;
}

/** The centre that speaks for a tier: who is told, asked and who supervises there. */
export const CENTRE_OF = {
  grid: ['gridMember'],
  village: ['villageSecretary'],
  town: ['townCentre'],
  county: ['countyCentre'],
  city: ['cityCentre'],
} as const satisfies Record<Tier, readonly PositionRole[]>;

/** The tier above whoever holds a case: grid and village answer to the town, town to the county, county to the city. */
export const tierAbove = (tier: Tier): Tier =>
  tier === 'grid' || tier === 'village' ? 'town' : tier === 'town' ? 'county' : 'city';

/** The positions of the level above a holder. */
export function levelAbove(holder: { tier: Tier; areaCode: string }): Omit<Addressed, 'kind'> {
  const tier = tierAbove(holder.tier);
  return { tier, roles: [...CENTRE_OF[tier]], areaCode: areaAtTier(tier, holder.areaCode) };
}

/**
 * Who handles on a rung of a path's ladder, or null above the last one: then the path goes up. A consultation is first
 * answered by the unit on duty where there is one, a suggestion by the decision level (Changsha county's practice).
 */
export function handlersOf(
  rules: Pick<PathRules, 'ladder'>,
  rung: number,
  matter: { areaCode: string; kind: CaseKind; unitCode?: string },
): Omit<Addressed, 'kind'> | null {
  const county = countyOf(matter.areaCode) ?? matter.areaCode;
  if (matter.kind === 'suggestion') return rung > 0 ? null : { tier: 'county', roles: ['leader'], areaCode: county };
  if (matter.kind === 'consultation' && matter.unitCode !== undefined && rung === 0) {
    return { tier: 'county', roles: ['departmentHandler'], areaCode: county, unitCode: matter.unitCode };
  }
  const step = rules.ladder[rung];
  if (step === undefined) return null;
  return { tier: step.tier, roles: [...step.roles], areaCode: areaAtTier(step.tier, matter.areaCode) };
}

/** Who looks on site: a grid member of the village who did not handle it; the level above where that will not do. */
export function verifiersOf(
  areaCode: string,
  holder: { tier: Tier; areaCode: string },
  conflictOfInterest: boolean,
): Omit<Addressed, 'kind'> {
  const village = villageOf(areaCode);
  const byGridMember = village !== null && !conflictOfInterest && holder.tier !== 'grid' && holder.tier !== 'village';
  return byGridMember ? { tier: 'grid', roles: ['gridMember'], areaCode: village } : levelAbove(holder);
}

export type AfterRating = { kind: 'close'; as: 'rated' | 'roundsExhausted' } | { kind: 'nextRound'; round: number };

/**
 * Whether a closed case may have a further round. The last one ended with a reasoned explanation: a resident then gets no
 * other, the centre of the county or city (`role` of whoever decides) may decide so with a reason.
 */
export const mayReopen = (round: number, maxRounds: number, role: PositionRole | undefined): Decided =>
  round < maxRounds || role === 'countyCentre' || role === 'cityCentre' ? YES : no('ROUNDS_EXHAUSTED', { actual: round });

/** What a rating leads to: 不满意 opens the next round while the policy has one left, anything else closes. */
export function afterRating(rating: Rating, round: number, maxRounds: number): AfterRating {
  if (rating !== 'dissatisfied') return { kind: 'close', as: 'rated' };
  return round < maxRounds ? { kind: 'nextRound', round: round + 1 } : { kind: 'close', as: 'roundsExhausted' };
}
