import { Injectable } from '@nestjs/common';
import { STAFF_ROLES } from '@yiwang/contracts/roles';
import { covers, levelOf, villageOf } from '@yiwang/domain/areas';
import { isConcerned, readsByArea } from '@yiwang/domain/paths';
import { PositionDirectory, hasRole, type Caller, type Position } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { grantFromHere } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { PickupCodes } from '../intake/pickup-codes.js';
import { COUNTIES } from './case-branches.js';
import { CaseEntity } from './case.entity.js';

/** Which cases a caller may see: in SQL for lists, and in code for one case. Both say the same. */
export interface CaseReach {
  /** Areas whose cases the caller's positions cover. */
  areas: string[];
  /** Villages of a grid member's grids: a case of the whole village, no finer place being known, is theirs to take. */
  villages: string[];
  /** The caller's own: started by them, or reported by them. */
  subject: string;
  /** Units whose people the caller is one of: they read every case of which a task was put to, or a meeting summoned, the unit. */
  units: string[];
  /** All that the caller is: what a complaint may be about. */
  positions: Position[];
}

/** A case as somebody reads it: with the pickup code like its resident, whoever they are otherwise. */
export type ReadCase = CaseEntity & { asResident?: true };

const PUT_TO_UNIT = 'select 1 from case_unit where case_number = $1 and unit_code = any($2)';

@Injectable()
export class CaseAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PositionDirectory,
    private readonly pickupCodes: PickupCodes,
  ) {}

  async reachOf(caller: Caller): Promise<CaseReach> {
    const positions = await this.positions.positionsOf(caller);
    const areas = positions.filter(({ role }) => readsByArea(role)).map(({ areaCode }) => areaCode);
    const grids = positions.filter(({ role }) => role === 'gridMember').map(({ areaCode }) => villageOf(areaCode));
    const villages = grids.filter((village) => village !== null);
    const units = positions.filter(({ role }) => role === 'departmentHandler').map(({ unitCode }) => unitCode);
    return {
      areas: [...new Set(areas)],
      villages: [...new Set(villages)],
      subject: caller.subject ?? '',
      units: [...new Set(units.filter((unit) => unit !== null))],
      positions,
    };
  }

  /** The counties that have cases, for a reach that is a whole city's; none for all others, which need no list of them. */
  async countiesIn({ areas }: CaseReach): Promise<string[]> {
    if (!areas.some((area) => levelOf(area) === 'city')) return [];
    return (await this.dataSource.query<{ code: string }[]>(COUNTIES)).map(({ code }) => code);
  }

  /** @throws AppError CASE_NOT_FOUND also for a case that the caller may not see: its number tells nobody anything. */
  async visible(number: string, caller: Caller): Promise<CaseEntity> {
    const found = await this.dataSource.manager.findOneBy(CaseEntity, { number });
    if (!found || !(await this.isWithin(await this.reachOf(caller), found))) {
      throw new AppError('CASE_NOT_FOUND', { value: number });
    }
    return found;
  }

  /** For residents without an account: the number and the pickup code together. */
  async byPickupCode(number: string, pickupCode: string): Promise<ReadCase> {
    // The code is looked at first, so that a wrong one does not tell whether the number exists.
    if (!this.pickupCodes.matches(number, pickupCode)) throw new AppError('PICKUP_CODE_WRONG', { field: 'pickupCode' });
    return this.granted(number);
  }

  /** For whoever has shown that the case is theirs. @throws AppError CASE_NOT_FOUND */
  async granted(number: string): Promise<ReadCase> {
    grantFromHere([number]);
    const found = await this.dataSource.manager.findOneBy(CaseEntity, { number });
    if (!found) throw new AppError('CASE_NOT_FOUND', { value: number });
    return Object.assign(found, { asResident: true as const });
  }

  /** Whoever holds the pickup code, or may see the case by themselves. */
  reporterOrVisible(number: string, pickupCode: string | null | undefined, caller: Caller): Promise<ReadCase> {
    if (pickupCode) return this.byPickupCode(number, pickupCode);
    if (caller.kind === 'anonymous') throw new AppError('PICKUP_CODE_WRONG', { field: 'pickupCode' });
    return this.visible(number, caller);
  }

  private async isWithin(reach: CaseReach, one: CaseEntity): Promise<boolean> {
    if (one.aboutWhom !== null && isConcerned(one.aboutWhom, reach.subject, reach.positions)) return false;
    const isNear =
      isOwn(reach.subject, one) ||
      reach.areas.some((area) => covers(area, one.areaCode)) ||
      reach.villages.includes(one.areaCode);
    if (isNear || reach.units.length === 0) return isNear;
    return (await this.dataSource.query<unknown[]>(PUT_TO_UNIT, [one.number, reach.units])).length > 0;
  }
}

/** Whether a reader is told what is meant for those who work on the case, and not for the resident. */
export const readsAsStaff = (caller: Caller, one: Pick<ReadCase, 'asResident'> = {}): boolean =>
  one.asResident !== true && caller.kind === 'person' && hasRole(caller, ...STAFF_ROLES);

export const isOwn = (subject: string, one: Pick<CaseEntity, 'starter' | 'reporterSubject'>): boolean =>
  subject !== '' && (one.starter === subject || one.reporterSubject === subject);

/** What `is_concerned` takes of the caller's positions. */
export const positionsJson = (positions: readonly Position[]): string =>
  JSON.stringify(positions.map(({ role, areaCode, unitCode }) => ({ role, area: areaCode, unit: unitCode })));

/**
 * The same as a condition on `case_file c`, by names for parameters: the areas as LIKE patterns, the subject, the units,
 * the positions as JSON. The cases of a unit's tasks and meetings come as one list, so that the primary key can be used for them.
 */
export const reachCondition = (patterns: string, subject: string, units: string, positions: string): string =>
  `(c.area_code like any(${patterns}) or c.starter = ${subject} or c.reporter_subject = ${subject}
    or c.number = any(array(select case_number from case_unit where unit_code = any(${units}))))
  and (c.about_whom is null or not is_concerned(c.about_whom, ${subject}, ${positions}::jsonb))`;

const areaPatterns = ({ areas, villages }: CaseReach): string[] => [...areas.map((area) => `${area}%`), ...villages];

/** The parameters of the condition, in its order. */
export const reachParameters = (reach: CaseReach): [string[], string, string[], string] => [
  areaPatterns(reach),
  reach.subject,
  reach.units,
  positionsJson(reach.positions),
];
