import { Injectable } from '@nestjs/common';
import { countyOf, parentOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource, type EntityManager } from 'typeorm';
import { AreaEntity } from '../areas/area.entity.js';
import { lockOpenArea } from '../areas/close-area.service.js';
import { Today } from '../dates.js';
import { Jurisdiction } from '../jurisdiction.js';
import { checkBoundary, outsideM2, type CheckedBoundary, type Geometry } from './boundary.rules.js';

const inForce = (n: number): string => `b.valid_from <= $${n} and (b.valid_to is null or b.valid_to > $${n})`;

/** Where areas lie. A boundary holds from a day on; the one before stays for the time before. */
@Injectable()
export class BoundariesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly jurisdiction: Jurisdiction,
    private readonly today: Today,
  ) {}

  /** Boundaries in force on a day, by area. */
  async byCodes(codes: readonly string[], on: string): Promise<Map<string, Geometry>> {
    const rows = await this.dataSource.query<{ code: string; geometry: Geometry }[]>(
      `select area_code as code, geometry from boundary b where b.area_code = any($1) and ${inForce(2)}`,
      [codes, on],
    );
    return new Map(rows.map(({ code, geometry }) => [code, geometry]));
  }

  /**
   * Neither may an area leave the one above it, nor one below leave it.
   * @throws AppError AREA_UNKNOWN, AREA_CLOSED, BOUNDARY_INVALID, BOUNDARY_CROSSES_PARENT, AREA_OUTSIDE_JURISDICTION
   */
  put(caller: Caller, code: string, given: unknown): Promise<AreaEntity> {
    const target = { type: 'area', id: code, countyCode: countyOf(code) ?? undefined };
    const operation = { operation: 'putBoundary', caller, target };
    return this.unitOfWork.attempt(operation, async () => {
      await this.jurisdiction.insistOnAdministrator(caller, 'areaCode', code);
      const boundary = orThrow(checkBoundary(given));
      return this.unitOfWork.run(operation, async (manager) => {
        const held = await lockOpenArea(manager, 'areaCode', code);
        const on = held.validFrom > this.today.date() ? held.validFrom : this.today.date();
        await this.insistOnFitting(manager, held, boundary, on);
        await write(manager, code, boundary, on);
        return held;
      });
    });
  }

  private async insistOnFitting(
    manager: EntityManager,
    { code }: AreaEntity,
    { geometry }: CheckedBoundary,
    on: string,
  ): Promise<void> {
    const parent = await this.nearestAbove(manager, code, on);
    const refuseCrossing = (inner: string, outer: string, outside: number): void => {
      if (outside === 0) return;
      throw new AppError('BOUNDARY_CROSSES_PARENT', { field: 'geometry', value: inner, parent: outer, outside });
    };
    if (parent) refuseCrossing(code, parent.code, outsideM2(geometry, parent.geometry));
    const below = await manager.query<{ code: string; geometry: Geometry }[]>(
      `select b.area_code as code, b.geometry from boundary b join area a on a.code = b.area_code
        where a.parent_code = $1 and ${inForce(2)}`,
      [code, on],
    );
    for (const child of below) refuseCrossing(child.code, code, outsideM2(child.geometry, geometry));
  }

  /** The area above that has a boundary: a county may have drawn its towns and not its villages. */
  private async nearestAbove(manager: EntityManager, code: string, on: string) {
    for (let above = parentOf(code); above !== null; above = parentOf(above)) {
      const [found] = await manager.query<{ code: string; geometry: Geometry }[]>(
        `select area_code as code, geometry from boundary b where b.area_code = $1 and ${inForce(2)}`,
        [above, on],
      );
      if (found) return found;
    }
    return undefined;
  }
}

async function write(manager: EntityManager, code: string, boundary: CheckedBoundary, on: string): Promise<void> {
  const [west, south, east, north] = boundary.bbox;
  await manager.query(`delete from boundary b where b.area_code = $1 and valid_from >= $2`, [code, on]);
  await manager.query(`update boundary set valid_to = $2 where area_code = $1 and valid_to is null`, [code, on]);
  await manager.query(
    `insert into boundary (area_code, valid_from, geometry, bbox, area_m2)
     values ($1, $2, $3, box(point($4::float8, $5::float8), point($6::float8, $7::float8)), $8)`,
    [code, on, JSON.stringify(boundary.geometry), west, south, east, north, boundary.areaM2],
  );
}
