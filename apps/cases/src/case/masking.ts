import type { AboutWhom, PositionRole } from '@yiwang/contracts/case-flow';
import { levelOf } from '@yiwang/domain/areas';
import { isAbove, isConcerned, tierOfRole } from '@yiwang/domain/paths';
import type { Position } from '@yiwang/platform/auth';

const MAY_REVEAL: readonly PositionRole[] = ['townCentre', 'countyCentre', 'supervisor'];

/** Whoever is complained about, as the rule of standing above knows holders. */
function accused({ areaCode, role, unitCode }: AboutWhom): Parameters<typeof isAbove>[1] {
  if (unitCode !== undefined) return { tier: tierOfRole(role ?? 'departmentHandler'), roles: [role ?? 'departmentHandler'], areaCode };
  if (role !== undefined) return { tier: tierOfRole(role), roles: [role], areaCode };
  return { tier: levelOf(areaCode) ?? 'county', roles: [], areaCode };
}

/** The position from which somebody may learn who reported a masked case: above the accused, and not one of them. */
export const revealsFrom = (about: AboutWhom, subject: string | null, positions: readonly Position[]): Position | undefined =>
  isConcerned(about, subject, positions)
    ? undefined
    : positions.find((one) => MAY_REVEAL.includes(one.role) && isAbove(one, accused(about)));
