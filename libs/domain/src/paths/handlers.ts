import { countyOf, townOf, villageOf } from '../areas/index.js';
import type { PositionRole, Rating, TaskKind } from './vocabulary.js';

/** To whom a task is addressed. */
export interface Addressed {
  kind: TaskKind;
  roles: PositionRole[];
  areaCode: string;
  excludedSubjects: string[];
}

const OFFICIALS: readonly PositionRole[] = ['villageSecretary', 'villagePolice', 'stationedCadre'];

/**
 * Who handles a round on the village path: first the grid member, then the village's officials, then the town
 * centre; never anybody who handled an earlier round. An area above the village has only its desk.
 */
export function nextHandlers(round: number, areaCode: string, excludedSubjects: readonly string[] = []): Addressed {
  const excluded = [...new Set(excludedSubjects)];
  const village = villageOf(areaCode);
  const town = townOf(areaCode);
  if (village !== null && round <= 1) {
    return { kind: 'handle', roles: ['gridMember'], areaCode, excludedSubjects: excluded };
  }
  if (village !== null && round === 2) {
    return { kind: 'handle', roles: [...OFFICIALS], areaCode: village, excludedSubjects: excluded };
  }
  if (town !== null) {
    return { kind: 'townDesk', roles: ['townCentre'], areaCode: town, excludedSubjects: excluded };
  }
  return {
    kind: 'desk',
    roles: ['countyCentre'],
    areaCode: countyOf(areaCode) ?? areaCode,
    excludedSubjects: excluded,
  };
}

export type Entry = { kind: 'villagePath'; areaCode: string } | ({ kind: 'desk' } & Addressed);

/** Where a new or dispatched case goes: a known village at once to its path, otherwise to the desk that can say. */
export function entryDesk(areaCode: string): Entry {
  if (villageOf(areaCode) !== null) return { kind: 'villagePath', areaCode };
  const town = townOf(areaCode);
  return town === null
    ? { kind: 'desk', roles: ['countyCentre'], areaCode: countyOf(areaCode) ?? areaCode, excludedSubjects: [] }
    : { kind: 'desk', roles: ['townCentre'], areaCode: town, excludedSubjects: [] };
}

export type AfterRating = { kind: 'close'; as: 'rated' | 'roundsExhausted' } | { kind: 'nextRound'; round: number };

/** What a rating leads to: 不满意 opens the next round while the policy has one left, anything else closes. */
export function afterRating(rating: Rating, round: number, maxRounds: number): AfterRating {
  if (rating !== 'dissatisfied') return { kind: 'close', as: 'rated' };
  return round < maxRounds ? { kind: 'nextRound', round: round + 1 } : { kind: 'close', as: 'roundsExhausted' };
}
