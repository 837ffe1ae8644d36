import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { countyOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { In, Repository } from 'typeorm';
import { AreaEntity } from '../areas/area.entity.js';
import { Jurisdiction } from '../jurisdiction.js';
import { checkQrPoint, type QrPointRow } from './check-qr-point.js';
import { QrPointEntity } from './qr-point.entity.js';

@Injectable()
export class QrPointsService {
  constructor(
    @InjectRepository(QrPointEntity) private readonly points: Repository<QrPointEntity>,
    private readonly unitOfWork: UnitOfWork,
    private readonly jurisdiction: Jurisdiction,
  ) {}

  async byCodes(codes: readonly string[]): Promise<Map<string, QrPointEntity>> {
    const found = await this.points.findBy({ code: In([...codes]) });
    return new Map(found.map((point) => [point.code, point]));
  }

  /**
   * A code that hangs in one county stays in it: another county's administrator cannot take it over.
   * @throws AppError INPUT_INVALID, AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION, or a refused text
   */
  async put(caller: Caller, row: QrPointRow): Promise<QrPointEntity> {
    const { point } = orThrow(checkQrPoint(row));
    await this.jurisdiction.insistOnAdministrator(caller, 'areaCode', point.areaCode);
    const countyCode = countyOf(point.areaCode) ?? undefined;
    const target = { type: 'qrPoint', id: point.code, countyCode };
    return this.unitOfWork.run({ operation: 'putQrPoint', caller, target }, async (manager, operation) => {
      const grid = await manager.findOneBy(AreaEntity, { code: point.areaCode });
      if (!grid) throw new AppError('AREA_UNKNOWN', { field: 'areaCode', value: point.areaCode });
      const [before] = await manager.query<{ area_code: string }[]>(
        `select area_code from qr_point where code = $1 for update`,
        [point.code],
      );
      if (before && countyOf(before.area_code) !== countyCode) {
        throw new AppError('INPUT_INVALID', {
          field: 'code',
          expected: '此编码已被其他县使用 / another county uses this code',
        });
      }
      await manager.upsert(QrPointEntity, point, ['code']);
      operation.details = { areaCode: point.areaCode, created: !before };
      return manager.findOneByOrFail(QrPointEntity, { code: point.code });
    });
  }
}
