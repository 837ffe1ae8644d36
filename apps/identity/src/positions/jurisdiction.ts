import { ancestorsOf, countyOf, covers } from '@yiwang/domain/areas';
import type { Caller, Position } from '@yiwang/platform/auth';
import { hasRole } from '@yiwang/platform/auth';

type Place = Pick<Position, 'areaCode'>;

/** The widest areas that a caller's positions reach down into, none of them inside another. */
export function areasOf(positions: readonly Place[]): string[] {
  const codes = [...new Set(positions.map(({ areaCode }) => areaCode))];
  return codes.filter((code) => !codes.some((other) => other !== code && covers(other, code)));
}

/** The counties, or for somebody above them the cities, that a caller belongs to. Counties never see each other. */
export const homesOf = (positions: readonly Place[]): string[] =>
  areasOf(positions.map(({ areaCode }) => ({ areaCode: countyOf(areaCode) ?? areaCode })));

/** Whether an area lies in a caller's home or above it. */
export const isAtHome = (homes: readonly string[], areaCode: string): boolean =>
  homes.some((home) => covers(home, areaCode) || ancestorsOf(home).includes(areaCode));

/** Areas in which a caller may appoint and end: the role at the door, and a position as administrator there. */
export const administeredBy = (caller: Caller, positions: readonly Position[]): string[] =>
  hasRole(caller, 'administrator') ? areasOf(positions.filter(({ role }) => role === 'administrator')) : [];
