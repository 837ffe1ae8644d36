import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { countyOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { pageSize } from '@yiwang/platform/graphql';
import { In, Repository } from 'typeorm';
import { AreaEntity } from '../areas/area.entity.js';
import { cursorOf, readCursor } from '../cursor.js';
import { Today } from '../dates.js';
import { Jurisdiction } from '../jurisdiction.js';
import { checkQrPoint, type QrPointRow } from './check-qr-point.js';
import { QrPointEntity } from './qr-point.entity.js';

const MAX_PAGE = 200;

@Injectable()
export class QrPointsService {
  constructor(
    @InjectRepository(QrPointEntity) private readonly points: Repository<QrPointEntity>,
    private readonly unitOfWork: UnitOfWork,
    private readonly jurisdiction: Jurisdiction,
    private readonly today: Today,
  ) {}

  async byCodes(codes: readonly string[]): Promise<Map<string, QrPointEntity>> {
    const found = await this.points.findBy({ code: In([...codes]) });
    const today = this.today.date();
    return new Map(found.map((point) => [point.code, inForce(point, today)]));
  }

  /** By grid and code. @throws AppError AREA_OUTSIDE_JURISDICTION, CURSOR_INVALID */
  async page(caller: Caller, under: string, replaced: boolean, after: string | null, first: number) {
    await this.jurisdiction.insistOnReading(caller, 'under', under);
    const [area, code] = readCursor(after, 2) ?? [under, '-'];
    const size = pageSize(first, MAX_PAGE);
    const items = await this.points
      .createQueryBuilder('q')
      .where(`q.areaCode ~>=~ :under and q.areaCode ~<~ (:under || ':')`, { under })
      .andWhere('(q.areaCode, q.code) > (:area, :code)', { area, code })
      .andWhere(replaced ? 'q.replacedBy is not null' : 'q.replacedBy is null')
      .orderBy('q.areaCode')
      .addOrderBy('q.code')
      .limit(size)
      .getMany();
    const last = items.length === size ? items.at(-1) : undefined;
    return { items, endCursor: last ? cursorOf(last.areaCode, last.code) : null };
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
      const [before] = await manager.query<{ area_code: string; replaced_by: string | null }[]>(
        `select area_code, replaced_by from qr_point where code = $1`,
        [point.code],
      );
      if (before && countyOf(before.area_code) !== countyCode) {
        throw new AppError('INPUT_INVALID', {
          field: 'code',
          expected: '此编码已被其他县使用 / another county uses this code',
        });
      }
      if (before?.replaced_by) {
        throw new AppError('QR_POINT_REPLACED', { field: 'code', value: point.code, actual: before.replaced_by });
      }
      if (grid.validTo !== null) {
        throw new AppError('AREA_CLOSED', { field: 'areaCode', value: point.areaCode, on: grid.validTo });
      }
      await manager.upsert(QrPointEntity, point, ['code']);
      operation.details = { areaCode: point.areaCode, created: !before };
      return manager.findOneByOrFail(QrPointEntity, { code: point.code });
    });
  }
}

/** Where it hangs today: its grid may have been divided since. */
export const inForce = (point: QrPointEntity, today: string): QrPointEntity =>
  point.nextAreaCode !== null && point.movesOn !== null && point.movesOn <= today
    ? { ...point, areaCode: point.nextAreaCode }
    : point;
