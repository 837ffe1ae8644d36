import { Injectable } from '@nestjs/common';
import { countyOf, levelOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import type { EntityManager } from 'typeorm';
import { lockOpenArea } from '../areas/close-area.service.js';
import { Today } from '../dates.js';
import { Jurisdiction } from '../jurisdiction.js';
import { planPoints, type PlannedDoor } from './plan-points.js';
import { newPointCode } from './point-codes.js';
import { QrPointEntity } from './qr-point.entity.js';
import { inForce } from './qr-points.service.js';

const DOORS = `
  select h.grid_code as "gridCode", a.name as "gridName", h.building, h.door
    from household h join area a on a.code = h.grid_code
   where h.grid_code >= $1 collate "C" and h.grid_code < ($1 || ':') collate "C" and h.valid_to is null
   order by h.grid_code, h.id`;

/** A village's points all at once, and single ones anew. */
@Injectable()
export class QrSeriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jurisdiction: Jurisdiction,
    private readonly today: Today,
  ) {}

  /**
   * Makes the points that a village lacks, by its households: called again it makes none. Answers how many.
   * @throws AppError AREA_UNKNOWN, AREA_CLOSED, AREA_OUTSIDE_JURISDICTION
   */
  generate(caller: Caller, villageCode: string): Promise<number> {
    const countyCode = countyOf(villageCode) ?? undefined;
    const operation = {
      ...{ operation: 'generateQrPoints', caller, target: { type: 'area', id: villageCode, countyCode } },
      details: {},
    };
    return this.unitOfWork.attempt(operation, async () => {
      await this.jurisdiction.insistOnAdministrator(caller, 'villageCode', villageCode);
      if (levelOf(villageCode) !== 'village') {
        throw new AppError('INPUT_INVALID', { field: 'villageCode', expected: '12 位村（社区）编码 / the 12 digits of a village' });
      }
      return this.unitOfWork.run(operation, async (manager) => {
        await lockOpenArea(manager, 'villageCode', villageCode);
        const planned = planPoints(await manager.query<PlannedDoor[]>(DOORS, [villageCode]));
        const rows = planned.map((point) => ({ ...point, code: newPointCode(countyCode!) }));
        const made = await manager.query<unknown[]>(
          `insert into qr_point (code, area_code, label, kind, building, households)
           select r.code, r."areaCode", r.label, r.kind, r.building, r.households
             from jsonb_to_recordset($1::jsonb)
                    as r (code text, "areaCode" text, label text, kind text, building text, households int)
            where not exists (select 1 from qr_point q where q.area_code = r."areaCode" and q.replaced_by is null
                                 and q.kind = r.kind and q.label = r.label)
           returning code`,
          [JSON.stringify(rows)],
        );
        operation.details = { made: made.length };
        return made.length;
      });
    });
  }

  /**
   * A lost point's code goes on leading to the point that hangs in its stead, because people keep pictures of it.
   * @throws AppError NOT_FOUND, QR_POINT_REPLACED, AREA_OUTSIDE_JURISDICTION
   */
  replace(caller: Caller, code: string): Promise<QrPointEntity> {
    const target = { type: 'qrPoint', id: code, countyCode: undefined as string | undefined };
    const operation = { operation: 'replaceQrPoint', caller, target, details: {} };
    return this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        const lost = await this.lost(manager, caller, code);
        target.countyCode = countyOf(lost.areaCode) ?? undefined;
        const made = { ...lost, code: newPointCode(target.countyCode!) };
        await manager.insert(QrPointEntity, made);
        await manager.update(QrPointEntity, { code }, { replacedBy: made.code, replacedAt: new Date() });
        operation.details = { replacedBy: made.code };
        return inForce(made, this.today.date());
      }),
    );
  }

  private async lost(manager: EntityManager, caller: Caller, code: string): Promise<QrPointEntity> {
    const lost = await manager.findOne(QrPointEntity, { where: { code }, lock: { mode: 'pessimistic_write' } });
    if (!lost) throw new AppError('NOT_FOUND', { field: 'code', value: code });
    await this.jurisdiction.insistOnRole(caller, 'code', inForce(lost, this.today.date()).areaCode, [
      'villageSecretary',
      'townCentre',
      'countyCentre',
      'administrator',
    ]);
    if (lost.replacedBy !== null) {
      throw new AppError('QR_POINT_REPLACED', { field: 'code', value: code, actual: lost.replacedBy });
    }
    return lost;
  }
}
