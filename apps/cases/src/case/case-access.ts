import { Injectable } from '@nestjs/common';
import { covers, villageOf } from '@yiwang/domain/areas';
import { readsByArea } from '@yiwang/domain/paths';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { PickupCodes } from '../intake/pickup-codes.js';
import { CaseEntity } from './case.entity.js';

/** Which cases a caller may see: in SQL for lists, and in code for one case. Both say the same. */
export interface CaseReach {
  /** Areas whose cases the caller's positions cover. */
  areas: string[];
  /** Villages of a grid member's grids: a case of the whole village, no finer place being known, is theirs to take. */
  villages: string[];
  /** The caller's own: started by them, or reported by them. */
  subject: string;
}

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
    return { areas: [...new Set(areas)], villages: [...new Set(villages)], subject: caller.subject ?? '' };
  }

  /** @throws AppError CASE_NOT_FOUND also for a case that the caller may not see: its number tells nobody anything. */
  async visible(number: string, caller: Caller): Promise<CaseEntity> {
    const found = await this.dataSource.manager.findOneBy(CaseEntity, { number });
    if (!found || !isWithin(await this.reachOf(caller), found)) throw new AppError('CASE_NOT_FOUND', { value: number });
    return found;
  }

  /** For residents without an account: the number and the pickup code together. */
  async byPickupCode(number: string, pickupCode: string): Promise<CaseEntity> {
    // The code is looked at first, so that a wrong one does not tell whether the number exists.
    if (!this.pickupCodes.matches(number, pickupCode)) throw new AppError('PICKUP_CODE_WRONG', { field: 'pickupCode' });
    const found = await this.dataSource.manager.findOneBy(CaseEntity, { number });
    if (!found) throw new AppError('CASE_NOT_FOUND', { value: number });
    return found;
  }

  /** Whoever holds the pickup code, or may see the case by themselves. */
  reporterOrVisible(number: string, pickupCode: string | null | undefined, caller: Caller): Promise<CaseEntity> {
    if (pickupCode) return this.byPickupCode(number, pickupCode);
    if (caller.kind === 'anonymous') throw new AppError('PICKUP_CODE_WRONG', { field: 'pickupCode' });
    return this.visible(number, caller);
  }
}

export const isOwn = (subject: string, one: Pick<CaseEntity, 'starter' | 'reporterSubject'>): boolean =>
  subject !== '' && (one.starter === subject || one.reporterSubject === subject);

const isWithin = (reach: CaseReach, one: CaseEntity): boolean =>
  isOwn(reach.subject, one) ||
  reach.areas.some((area) => covers(area, one.areaCode)) ||
  reach.villages.includes(one.areaCode);

/** The same as a condition on `case_file c`: `$1` the areas as LIKE patterns, `$2` the subject. */
export const REACH_CONDITION = `(c.area_code like any($1) or c.starter = $2 or c.reporter_subject = $2)`;

export const areaPatterns = ({ areas, villages }: CaseReach): string[] => [...areas.map((area) => `${area}%`), ...villages];

export const reachParameters = (reach: CaseReach): [string[], string] => [areaPatterns(reach), reach.subject];
