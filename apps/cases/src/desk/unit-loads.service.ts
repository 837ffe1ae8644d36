import { Injectable } from '@nestjs/common';
import { covers, digitsBelow, parseArea } from '@yiwang/domain/areas';
import { readsByArea } from '@yiwang/domain/paths';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import type { UnitLoad } from './desk.types.js';

/** `$1` area, `$2` its county or a pattern of counties, `$3` digits of the areas below, `$4` now. */
const LOADS = (county: string): string => `
select t.unit_code as "unitCode", case when t.unit_code is null then left(t.area_code, $3) else $1 end as "areaCode",
  count(*)::int as open, (count(*) filter (where t.due_at < $4))::int as late
from task t
where t.state in ('open', 'accepted') and ${county} and t.area_code like $1 || '%'
group by 1, 2 order by late desc, open desc, 1, 2`;

/** Open tasks and the late ones of them, by unit and by area below the one asked for. */
@Injectable()
export class UnitLoadsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PositionDirectory,
    private readonly time: BusinessTime,
  ) {}

  /** @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION */
  async in(given: string, caller: Caller): Promise<UnitLoad[]> {
    const { areaCode, level } = orThrow(parseArea(given));
    const held = await this.positions.positionsOf(caller);
    if (!held.some((one) => readsByArea(one.role) && covers(one.areaCode, areaCode))) {
      throw new AppError('AREA_OUTSIDE_JURISDICTION', { field: 'areaCode', value: areaCode });
    }
    const [sql, county] = level === 'city' ? ['t.county_code like $2', `${areaCode}%`] : ['t.county_code = $2', areaCode.slice(0, 6)];
    const rows = await this.dataSource.query<{ unitCode: string | null; areaCode: string; open: number; late: number }[]>(
      LOADS(sql),
      [areaCode, county, digitsBelow(level), this.time.now()],
    );
    return rows.map(({ unitCode, areaCode: area, open, late }) => ({
      ...{ unit: unitCode === null ? null : { code: unitCode }, area: { code: area } },
      ...{ open, late },
    }));
  }
}
