import { Injectable } from '@nestjs/common';
import { countyOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { Jurisdiction } from '../jurisdiction.js';
import { checkSetting, USUAL_SETTING, type PatrolSetting } from './patrol-setting.js';

export const SETTING_COLUMNS = `county_code as "countyCode", enabled, on_days_off as "onDaysOff", slots,
  grid_kinds as "gridKinds", near_m as "nearM", picture_required as "pictureRequired"`;

/** How a county patrols. Its schedule in the engine follows what stands here. */
@Injectable()
export class PatrolSettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly jurisdiction: Jurisdiction,
  ) {}

  /** The county's own setting; null where it has none and so no patrols. */
  async ofCounty(countyCode: string): Promise<PatrolSetting | null> {
    const [row] = await this.dataSource.query<PatrolSetting[]>(
      `select ${SETTING_COLUMNS} from patrol_setting where county_code = $1`,
      [countyCode],
    );
    return row ?? null;
  }

  /** @throws AppError AREA_UNKNOWN, INPUT_INVALID, AREA_OUTSIDE_JURISDICTION */
  put(caller: Caller, countyCode: string, given: Partial<PatrolSetting>): Promise<PatrolSetting> {
    const operation = {
      ...{ operation: 'putPatrolSetting', caller, target: { type: 'county', id: countyCode, countyCode } },
      details: {},
    };
    return this.unitOfWork.attempt(operation, async () => {
      if (countyOf(countyCode) !== countyCode) throw new AppError('AREA_UNKNOWN', { field: 'countyCode', value: countyCode });
      await this.jurisdiction.insistOnRole(caller, 'countyCode', countyCode, ['administrator', 'countyCentre']);
      const known = await this.ofCounty(countyCode);
      const wanted = { ...USUAL_SETTING, ...known, ...given, countyCode };
      orThrow(checkSetting(wanted));
      operation.details = { enabled: wanted.enabled, onDaysOff: wanted.onDaysOff, slots: wanted.slots.length };
      return this.unitOfWork.run(operation, async (manager) => {
        const [row] = await manager.query<PatrolSetting[]>(
          `insert into patrol_setting as s
             (county_code, enabled, on_days_off, slots, grid_kinds, near_m, picture_required)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (county_code) do update set enabled = $2, on_days_off = $3, slots = $4, grid_kinds = $5,
             near_m = $6, picture_required = $7, version = s.version + 1
           returning ${SETTING_COLUMNS}`,
          [countyCode, wanted.enabled, wanted.onDaysOff, JSON.stringify(wanted.slots), wanted.gridKinds, wanted.nearM, wanted.pictureRequired],
        );
        return row!;
      });
    });
  }
}
