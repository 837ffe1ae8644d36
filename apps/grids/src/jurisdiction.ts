import { Injectable } from '@nestjs/common';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { covers } from '@yiwang/domain/areas';
import { readsByArea } from '@yiwang/domain/paths';
import { PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';

/** Counties of one deployment never see each other, so everybody's word ends at their own area. */
@Injectable()
export class Jurisdiction {
  constructor(private readonly positions: PositionDirectory) {}

  /** @throws AppError AREA_OUTSIDE_JURISDICTION */
  insistOnAdministrator(caller: Caller, field: string, areaCode: string): Promise<void> {
    return this.insistOnRole(caller, field, areaCode, ['administrator']);
  }

  /** Whoever holds one of these posts for the area or above it. @throws AppError AREA_OUTSIDE_JURISDICTION */
  async insistOnRole(caller: Caller, field: string, areaCode: string, roles: readonly PositionRole[]): Promise<void> {
    const held = (await this.positions.positionsOf(caller)).filter(({ role }) => roles.includes(role));
    insistOnCover(held, field, areaCode);
  }

  /** Whoever reads by area and has the area within their own. @throws AppError AREA_OUTSIDE_JURISDICTION */
  async insistOnReading(caller: Caller, field: string, areaCode: string): Promise<void> {
    const held = (await this.positions.positionsOf(caller)).filter(({ role }) => readsByArea(role));
    insistOnCover(held, field, areaCode);
  }

  /** Whoever holds any post in the county. @throws AppError AREA_OUTSIDE_JURISDICTION */
  async insistOnCounty(caller: Caller, field: string, countyCode: string): Promise<void> {
    const held = await this.positions.positionsOf(caller);
    if (held.some(({ areaCode }) => covers(areaCode, countyCode) || covers(countyCode, areaCode))) return;
    insistOnCover(held, field, countyCode);
  }

  /** Whether one of these posts covers the area. */
  async holds(caller: Caller, areaCode: string, roles: readonly PositionRole[]): Promise<boolean> {
    const held = await this.positions.positionsOf(caller);
    return held.some((position) => roles.includes(position.role) && covers(position.areaCode, areaCode));
  }
}

function insistOnCover(held: readonly Position[], field: string, areaCode: string): void {
  if (held.some((position) => covers(position.areaCode, areaCode))) return;
  const expected = held.length > 0 ? held.map((position) => position.areaCode).join('、') : '无 / none';
  throw new AppError('AREA_OUTSIDE_JURISDICTION', { field, value: areaCode, expected });
}
