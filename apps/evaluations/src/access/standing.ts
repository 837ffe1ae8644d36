import { Injectable } from '@nestjs/common';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { countyOf, covers } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';

/** Where a caller stands to a county's assessment. What rows they see PostgreSQL decides once more. */
@Injectable()
export class AssessmentStanding {
  constructor(private readonly positions: PositionDirectory) {}

  /** Whoever works in the county, or above it, may read what it counts. @throws AppError AREA_OUTSIDE_JURISDICTION */
  async readsCounty(countyCode: string, caller: Caller): Promise<Position[]> {
    const held = await this.positions.positionsOf(caller);
    if (!held.some(({ areaCode }) => covers(countyCode, areaCode) || covers(areaCode, countyCode))) throw outside(countyCode);
    return held;
  }

  /**
   * The position, in one of these roles, from which somebody acts for an area.
   * @throws AppError AREA_OUTSIDE_JURISDICTION, FORBIDDEN where they hold none of the roles anywhere
   */
  async actsFor(areaCode: string, roles: readonly PositionRole[], caller: Caller): Promise<Position> {
    const held = (await this.positions.positionsOf(caller)).filter(({ role }) => roles.includes(role));
    if (held.length === 0) throw new AppError('FORBIDDEN');
    const found = held.find((one) => covers(one.areaCode, areaCode));
    if (!found) throw outside(areaCode);
    return found;
  }
}

const outside = (value: string): AppError =>
  new AppError('AREA_OUTSIDE_JURISDICTION', { field: 'countyCode', value, expected: '本人任职的县 / a county you work in' });

/** @throws AppError AREA_UNKNOWN for what is no county's code */
export function countyCodeOf(value: string): string {
  const code = value.trim();
  if (code.length === 6 && countyOf(code) === code) return code;
  throw new AppError('AREA_UNKNOWN', { field: 'countyCode', value });
}
