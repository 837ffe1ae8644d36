import { Injectable } from '@nestjs/common';
import { covers } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { CalendarAccess, countyCodeOf } from '../calendar/calendar-access.js';

/** Whose policies somebody may read or make: staff read those of their own county, its administrators make them. */
@Injectable()
export class PolicyAccess {
  constructor(
    private readonly positions: PositionDirectory,
    private readonly administrators: CalendarAccess,
  ) {}

  /** The county's code. @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION */
  async reader(caller: Caller, countyCode: string): Promise<string> {
    const county = countyCodeOf(countyCode);
    const held = await this.positions.positionsOf(caller);
    if (held.some(({ areaCode }) => covers(areaCode, county) || covers(county, areaCode))) return county;
    const expected = held.length > 0 ? held.map(({ areaCode }) => areaCode) : ['—'];
    throw new AppError('AREA_OUTSIDE_JURISDICTION', { field: 'countyCode', value: county, expected });
  }

  /** The county's code and the positions that allow it. @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION */
  async administrator(caller: Caller, countyCode: string): Promise<{ county: string; positions: string[] }> {
    const county = countyCodeOf(countyCode);
    return { county, positions: await this.administrators.insistOnAdministrator(caller, county) };
  }
}
