import { Injectable } from '@nestjs/common';
import { countyOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import type { EntityManager } from 'typeorm';
import { Today } from '../dates.js';
import { AreaDirectory } from '../directory/area-directory.js';
import { Jurisdiction } from '../jurisdiction.js';
import { AreaEntity } from './area.entity.js';

@Injectable()
export class CloseAreaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jurisdiction: Jurisdiction,
    private readonly directory: AreaDirectory,
    private readonly today: Today,
  ) {}

  /**
   * Ends an area that nothing follows; its past stays, its code is never used again.
   * @throws AppError AREA_UNKNOWN, AREA_CLOSED, AREA_NOT_EMPTY, DATE_IN_PAST, AREA_OUTSIDE_JURISDICTION
   */
  async close(caller: Caller, code: string, onDate: string | null): Promise<AreaEntity> {
    await this.jurisdiction.insistOnAdministrator(caller, 'code', code);
    const on = this.today.fromNowOn('on', onDate);
    const target = { type: 'area', id: code, countyCode: countyOf(code) ?? undefined };
    const operation = { operation: 'closeArea', caller, target, details: { on } };
    const area = await this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        await lockOpenArea(manager, 'code', code);
        const [below] = await manager.query<{ n: number }[]>(
          `select count(*)::int as n from area where parent_code = $1 and (valid_to is null or valid_to > $2)`,
          [code, on],
        );
        if (below!.n > 0) throw new AppError('AREA_NOT_EMPTY', { field: 'code', value: code, actual: below!.n });
        await manager.query(`update area set valid_to = greatest($2::date, valid_from + 1) where code = $1`, [code, on]);
        return manager.findOneByOrFail(AreaEntity, { code });
      }),
    );
    this.directory.forget(code);
    return area;
  }
}

/**
 * An area that has not been closed and will not be, held until the transaction ends.
 * @throws AppError AREA_UNKNOWN, AREA_CLOSED
 */
export async function lockOpenArea(manager: EntityManager, field: string, code: string): Promise<AreaEntity> {
  await manager.query(`select 1 from area where code = $1 for update`, [code]);
  const area = await manager.findOneBy(AreaEntity, { code });
  if (!area) throw new AppError('AREA_UNKNOWN', { field, value: code });
  if (area.validTo !== null) throw new AppError('AREA_CLOSED', { field, value: code, on: area.validTo });
  return area;
}
