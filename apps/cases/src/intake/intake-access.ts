import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '@yiwang/contracts/errors';
import type { Role } from '@yiwang/contracts/roles';
import { countyOf, covers } from '@yiwang/domain/areas';
import { PositionDirectory, hasRole, type Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import type { CasesConfig } from '../config.js';

/** Staff who take requests from people: at the grid, in the village, at the counter of a centre. */
const FILING_STAFF: readonly Role[] = ['gridMember', 'villageOfficial', 'townCentre', 'countyCentre'];

/** Where a caller may start cases: anywhere in these areas, and in this county where a report names no place. */
export interface StartingRight {
  areas: readonly string[] | 'anywhere';
  defaultCounty: string | null;
  isStaff: boolean;
}

/** Whoever sends cases without signing in shares one name; their keys are random and their own affair. */
export const starterOf = (caller: Caller): string => caller.subject ?? 'public';

/**
 * Statements that take cases in, once it is certain that the caller may start them: they look for copies of a text in
 * the whole county and for what the public, who share a name, has sent before. Nothing else may run in here.
 */
export const takingIn = <T>(work: () => T): T => asSystem('intake', work);

/** Decides who may start cases, and where. */
@Injectable()
export class IntakeAccess {
  constructor(
    private readonly positions: PositionDirectory,
    private readonly config: Pick<CasesConfig, 'PUBLIC_COUNTY_CODE'>,
  ) {}

  /** @throws AppError START_NOT_PERMITTED for a signed-in caller who has no business starting cases. */
  async rightOf(caller: Caller): Promise<StartingRight> {
    if (caller.kind === 'anonymous' || hasRole(caller, 'resident')) {
      return { areas: 'anywhere', defaultCounty: this.config.PUBLIC_COUNTY_CODE || null, isStaff: false };
    }
    const isStaff = hasRole(caller, ...FILING_STAFF);
    if (!isStaff && !hasRole(caller, 'externalSystem')) throw new AppError('START_NOT_PERMITTED');
    const areas = (await this.positions.positionsOf(caller)).map(({ areaCode }) => areaCode);
    const counties = new Set(areas.map(countyOf).filter((code) => code !== null));
    return { areas, defaultCounty: counties.size === 1 ? [...counties][0]! : null, isStaff };
  }
}

/** Whether a case in that area is the caller's to start. Staff may take a request for any place of their county. */
export function checkJurisdiction(right: StartingRight, areaCode: string): { ok: true } | Refusal {
  if (right.areas === 'anywhere') return { ok: true };
  const reach = right.isStaff ? right.areas.map((area) => countyOf(area) ?? area) : right.areas;
  return reach.some((area) => covers(area, areaCode))
    ? { ok: true }
    : refuse('AREA_OUTSIDE_JURISDICTION', {
        field: 'areaCode',
        value: areaCode,
        expected: reach.length > 0 ? [...reach] : ['—'],
      });
}
