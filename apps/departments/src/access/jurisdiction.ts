import { Injectable } from '@nestjs/common';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { countyOf, covers, parseArea } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';

/** Offices that order a county's catalogue, routing and rota. */
export const COUNTY_OFFICE = ['administrator', 'countyCentre'] as const satisfies readonly PositionRole[];
/** Roles of people who work in a unit and speak for it. */
export const UNIT_PEOPLE = [
  ...['departmentHandler', 'townCentre', 'countyCentre', 'cityCentre'],
  ...['villageSecretary', 'serviceTeam', 'leader'],
] as readonly PositionRole[];

/** Counties of one deployment never see each other, so everybody's word ends at their own area and unit. */
@Injectable()
export class Jurisdiction {
  constructor(private readonly positions: PositionDirectory) {}

  positionsOf(caller: Caller): Promise<Position[]> {
    return this.positions.positionsOf(caller);
  }

  /** Ids of the positions that reach the area in one of the roles. @throws AppError AREA_OUTSIDE_JURISDICTION */
  async insistOn(caller: Caller, roles: readonly PositionRole[], field: string, areaCode: string): Promise<string[]> {
    const held = (await this.positionsOf(caller)).filter(({ role }) => roles.includes(role));
    const fitting = held.filter((position) => covers(position.areaCode, areaCode));
    if (fitting.length > 0) return fitting.map(({ id }) => id);
    const expected = held.length > 0 ? held.map((position) => position.areaCode) : ['—'];
    throw new AppError('AREA_OUTSIDE_JURISDICTION', { field, value: areaCode, expected });
  }

  /** Whoever has any post in the county, or above it. @throws AppError AREA_OUTSIDE_JURISDICTION */
  async insistOnCounty(caller: Caller, field: string, countyCode: string): Promise<void> {
    const held = await this.positionsOf(caller);
    const counties = held.map(({ areaCode }) => countyOf(areaCode) ?? areaCode);
    if (counties.some((area) => covers(area, countyCode))) return;
    const expected = counties.length > 0 ? [...new Set(counties)] : ['—'];
    throw new AppError('AREA_OUTSIDE_JURISDICTION', { field, value: countyCode, expected });
  }

  /** Positions from which a caller speaks for a unit; none where they do not. */
  async voicesOf(caller: Caller, unitCode: string): Promise<string[]> {
    const held = await this.positionsOf(caller);
    return held.filter((one) => one.unitCode === unitCode && UNIT_PEOPLE.includes(one.role)).map(({ id }) => id);
  }

  /** @throws AppError UNIT_NOT_YOURS */
  async insistOnUnit(caller: Caller, unitCode: string, field: string): Promise<string[]> {
    const voices = await this.voicesOf(caller, unitCode);
    if (voices.length === 0) throw new AppError('UNIT_NOT_YOURS', { field, value: unitCode });
    return voices;
  }
}

/** @throws AppError AREA_UNKNOWN for what is no county's code. */
export function countyCodeOf(given: string, field = 'countyCode'): string {
  const { areaCode, level } = orThrow(parseArea(given, field));
  if (level !== 'county') throw new AppError('AREA_UNKNOWN', { field, value: given });
  return areaCode;
}
