import { covers } from '../areas/index.js';
import { tierOfRole } from './approvals.js';
import { areaAtTier } from './handlers.js';
import type { HeldPosition } from './holding.js';
import type { PositionRole } from './vocabulary.js';

/** On which level whoever is complained about works: a department is a level of its own, under the county's centre. */
export type ConcernedLevel = 'village' | 'town' | 'department' | 'county' | 'city';

/** About whom a complaint is: a person, a unit, whoever has a role in an area, or all who hold office for that area. */
export interface Concerned {
  areaCode: string;
  role?: PositionRole;
  unitCode?: string;
  subject?: string;
  /** Where it is known better than role and area say it, as of a unit that is the county's centre. */
  level?: ConcernedLevel;
}

/**
 * Whether a complaint is about this person: named themselves; of the unit, and there in the role where one is named; or
 * in the role for that very area, where no unit is named or they are of none; where only an area is named, whoever holds a
 * position for it. They neither see nor handle it (回避), and nobody else is kept from it.
 */
export const isConcerned = (about: Concerned, subject: string | null, positions: readonly HeldPosition[]): boolean =>
  (about.subject !== undefined && about.subject === subject) || positions.some((position) => holdsConcerned(about, position));

function holdsConcerned(about: Concerned, { role, areaCode, unitCode }: HeldPosition): boolean {
  const isInRole = about.role === undefined || about.role === role;
  if (about.unitCode !== undefined && (unitCode ?? null) !== null) return about.unitCode === unitCode && isInRole;
  const namesMore = about.unitCode !== undefined || about.subject !== undefined;
  return about.areaCode === areaCode && (about.role === undefined ? !namesMore : isInRole);
}

/** Positions that speak for the level of their own area. */
const OF_THEIR_AREA: readonly PositionRole[] = ['leader', 'supervisor', 'administrator', 'externalSystem'];
const levelOfArea = (areaCode: string): ConcernedLevel =>
  areaCode.length >= 12 ? 'village' : areaCode.length >= 9 ? 'town' : 'county';

/**
 * The level of whoever is complained about. A person of the county of whom neither unit nor role is known may sit in its
 * centre, and so may a whole county: both are the county's level.
 */
export function levelConcerned({ areaCode, role, unitCode, level }: Concerned): ConcernedLevel {
  if (level !== undefined) return level;
  if (role === undefined) return unitCode === undefined ? levelOfArea(areaCode) : 'department';
  if (OF_THEIR_AREA.includes(role)) return levelOfArea(areaCode);
  if (role === 'departmentHandler') return 'department';
  const tier = tierOfRole(role);
  return tier === 'grid' ? 'village' : tier;
}

/** The level at which such a complaint begins: one above, never in their own inbox. Above the city nobody is in the network. */
export const beginsAbove = (about: Concerned): 'town' | 'county' | 'city' => {
  const level = levelConcerned(about);
  return level === 'village' ? 'town' : level === 'town' || level === 'department' || level === 'city' ? 'county' : 'city';
};

/** To whom a part of the work goes. */
export interface Recipient {
  roles: readonly PositionRole[];
  areaCode: string;
  unitCode?: string;
  subjects?: readonly string[];
}

/** Whether work would be put to somebody whom the complaint is about: as a person, or by a position it is addressed to. */
export const isPutToConcerned = (about: Concerned, { roles, areaCode, unitCode, subjects }: Recipient): boolean =>
  (about.subject !== undefined && (subjects ?? []).includes(about.subject)) ||
  roles.some((role) => isConcerned(about, null, [{ role, areaCode: areaOf(role, areaCode), unitCode }]));

const areaOf = (role: PositionRole, areaCode: string): string =>
  OF_THEIR_AREA.includes(role) ? areaCode : areaAtTier(tierOfRole(role), areaCode);

/** How exact an area must be for a position of the role to cover it (digits of the area code). */
const leastDigits = (role: PositionRole): number => {
  const tier = tierOfRole(role);
  return OF_THEIR_AREA.includes(role) || tier === 'county' ? 6 : tier === 'town' ? 9 : tier === 'city' ? 4 : 12;
};

/**
 * Whether somebody may take what is addressed so: an area exact enough for one of the roles, and on the way between the
 * area of whoever leads (`within`) and its county, so that no other village's or town's people get it.
 */
export const isReachable = ({ roles, areaCode }: Recipient, within: string): boolean =>
  roles.some((role) => areaCode.length >= leastDigits(role)) && (covers(within, areaCode) || covers(areaCode, within));
