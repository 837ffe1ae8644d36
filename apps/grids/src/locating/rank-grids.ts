import { covers } from '@yiwang/domain/areas';

/** Why a grid is proposed for an address, the most telling first. */
export const LOCATE_REASONS = ['gridNamed', 'qrPointNamed', 'buildingNamed', 'villageNamed', 'inside', 'nearest'] as const;
export type LocateReason = (typeof LOCATE_REASONS)[number];

export interface GridProposal {
  areaCode: string;
  reason: LocateReason;
  /** The words that told. */
  matched: string | null;
  /** For a point only. */
  distanceM: number | null;
}

/** A building, or what is written on a QR point, that stands in a grid. */
export interface NamedSpot {
  gridCode: string;
  name: string;
  reason: 'qrPointNamed' | 'buildingNamed';
}

export interface Recognised {
  code: string;
  matched: string;
}

/** Letter forms and blanks do not matter. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Whether the text names it: 1号楼 is not named by 11号楼. */
export function isNamed(text: string, name: string): boolean {
  const wanted = plain(name);
  if (wanted.length < 2) return false;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const isCutNumber = /^\d/.test(wanted) && /\d/.test(text[at - 1] ?? '');
    const isCutEnd = /\d$/.test(wanted) && /\d/.test(text[at + wanted.length] ?? '');
    if (!isCutNumber && !isCutEnd) return true;
  }
  return false;
}

/**
 * The best grids for an address, each once: the grid that is named itself; a spot in the village or town that is named; a
 * spot that only one grid of the county has; the grids of a named village. Longer names go before shorter ones.
 */
export function rankGrids(
  text: string,
  place: Recognised | null,
  spots: readonly NamedSpot[],
  gridsOfPlace: readonly string[],
  most: number,
): GridProposal[] {
  const proposals: GridProposal[] = [];
  const add = (areaCode: string, reason: LocateReason, matched: string): void => {
    if (proposals.length >= most || proposals.some((known) => known.areaCode === areaCode)) return;
    proposals.push({ areaCode, reason, matched, distanceM: null });
  };
  if (place && place.code.length === 15) add(place.code, 'gridNamed', place.matched);
  const addressed = plain(text);
  const named = spots
    .filter(({ name }) => isNamed(addressed, name))
    .toSorted((a, b) => b.name.length - a.name.length || a.gridCode.localeCompare(b.gridCode));
  const isNear = (spot: NamedSpot): boolean => place !== null && place.code.length > 6 && covers(place.code, spot.gridCode);
  for (const spot of named.filter(isNear)) add(spot.gridCode, spot.reason, spot.name);
  for (const spot of named) {
    const isOnlyOne = named.every((other) => other.name !== spot.name || other.gridCode === spot.gridCode);
    if (!isNear(spot) && isOnlyOne && (place === null || place.code.length <= 6)) add(spot.gridCode, spot.reason, spot.name);
  }
  if (place && place.code.length === 12) for (const code of gridsOfPlace) add(code, 'villageNamed', place.matched);
  return proposals;
}
