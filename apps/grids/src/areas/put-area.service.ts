import { Injectable } from '@nestjs/common';
import { countyOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { orThrow } from '@yiwang/platform/errors';
import { AreaDirectory } from '../directory/area-directory.js';
import { Jurisdiction } from '../jurisdiction.js';
import { AreaEntity } from './area.entity.js';
import { checkArea, type AreaRow } from './check-area.js';
import { putAreas } from './put-areas.js';

@Injectable()
export class PutAreaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jurisdiction: Jurisdiction,
    private readonly directory: AreaDirectory,
  ) {}

  /** @throws AppError INPUT_INVALID, AREA_UNKNOWN (its parent), AREA_OUTSIDE_JURISDICTION, or a refused text */
  async put(caller: Caller, row: AreaRow): Promise<AreaEntity> {
    const { code } = orThrow(checkArea(row)).area;
    await this.jurisdiction.insistOnAdministrator(caller, 'code', code);
    const target = { type: 'area', id: code, countyCode: countyOf(code) ?? undefined };
    const area = await this.unitOfWork.run({ operation: 'putArea', caller, target }, async (manager, operation) => {
      const { created, changed, refused } = await putAreas(manager, [row]);
      if (refused[0]) orThrow(refused[0].refusal);
      operation.details = { created: created > 0, changed: changed > 0 };
      return manager.findOneByOrFail(AreaEntity, { code });
    });
    this.directory.forget(code);
    return area;
  }
}
