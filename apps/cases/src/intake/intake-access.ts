import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '@yiwang/contracts/errors';
import type { Role } from '@yiwang/contracts/roles';
import { countyOf, covers } from '@yiwang/domain/areas';
import { PositionDirectory, hasRole, type Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import type { CasesConfig } from '../config.js';
import { mayFileFor, mayFileFromConsultation, type Filing } from './filing-for-others.js';
import type { StartCaseInput } from './start-case.input.js';

/** Staff who take requests from people: at the grid, in the village, at the counter of a centre. */
const FILING_STAFF: readonly Role[] = ['gridMember', 'villageOfficial', 'townCentre', 'countyCentre'];

/** Where a caller may start cases: anywhere in these areas, and in this county where a report names no place. */
export interface StartingRight {
  areas: readonly string[] | 'anywhere';
  defaultCounty: string | null;
  isStaff: boolean;
  /** Whether they may file this one for whoever it is for, at an instant. */
  filing(input: StartCaseInput, at: Date): Promise<Filing>;
}

const FOR_THEMSELVES: StartingRight['filing'] = () => Promise.resolve({ ok: true, proxyId: null });

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
    private readonly config: Pick<CasesConfig, 'PUBLIC_COUNTY_CODE' | 'IDENTITY_URL' | 'DEPARTMENTS_URL'>,
  ) {}

  /** @throws AppError START_NOT_PERMITTED for a signed-in caller who has no business starting cases. */
  async rightOf(caller: Caller): Promise<StartingRight> {
    if (caller.kind === 'anonymous' || hasRole(caller, 'resident')) {
      const defaultCounty = this.config.PUBLIC_COUNTY_CODE || null;
      return { areas: 'anywhere', defaultCounty, isStaff: false, filing: FOR_THEMSELVES };
    }
    const takesRequests = hasRole(caller, ...FILING_STAFF);
    const answers = !takesRequests && hasRole(caller, 'departmentHandler');
    const isStaff = takesRequests || answers;
    if (!isStaff && !hasRole(caller, 'externalSystem')) throw new AppError('START_NOT_PERMITTED');
    const positions = await this.positions.positionsOf(caller);
    const areas = positions.map(({ areaCode }) => areaCode);
    const filing: StartingRight['filing'] = async (input, at) => {
      const from = answers ? await mayFileFromConsultation(input, caller, positions, this.config) : ({ ok: true } as const);
      return from.ok ? mayFileFor(input, caller, at, this.config) : from;
    };
    const counties = new Set(areas.map(countyOf).filter((code) => code !== null));
    return { areas, defaultCounty: counties.size === 1 ? [...counties][0]! : null, isStaff, filing };
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
