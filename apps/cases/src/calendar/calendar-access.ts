import { Injectable } from '@nestjs/common';
import { covers, parseArea } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';

/** Whose calendar somebody may load: an administrator that of the counties which their positions cover. */
@Injectable()
export class CalendarAccess {
  constructor(private readonly positions: PositionDirectory) {}

  /** The ids of the positions that allow it. @throws AppError AREA_OUTSIDE_JURISDICTION */
  async insistOnAdministrator(caller: Caller, countyCode: string): Promise<string[]> {
    const held = (await this.positions.positionsOf(caller)).filter(({ role }) => role === 'administrator');
    const fitting = held.filter(({ areaCode }) => covers(areaCode, countyCode));
    if (fitting.length > 0) return fitting.map(({ id }) => id);
    const expected = held.length > 0 ? held.map(({ areaCode }) => areaCode) : ['—'];
    throw new AppError('AREA_OUTSIDE_JURISDICTION', { field: 'countyCode', value: countyCode, expected });
  }
}

/** @throws AppError AREA_UNKNOWN for what is no county's code. */
export function countyCodeOf(given: string): string {
  const { areaCode, level } = orThrow(parseArea(given, 'countyCode'));
  if (level !== 'county') throw new AppError('AREA_UNKNOWN', { field: 'countyCode', value: given });
  return areaCode;
}
