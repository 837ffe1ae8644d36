import { Injectable } from '@nestjs/common';
import { covers } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';

/** Counties of one deployment never see each other, so an administrator's word ends at their own area. */
@Injectable()
export class Jurisdiction {
  constructor(private readonly positions: PositionDirectory) {}

  /** @throws AppError AREA_OUTSIDE_JURISDICTION */
  async insistOnAdministrator(caller: Caller, field: string, areaCode: string): Promise<void> {
    const held = (await this.positions.positionsOf(caller)).filter(({ role }) => role === 'administrator');
    if (held.some((position) => covers(position.areaCode, areaCode))) return;
    const expected = held.length > 0 ? held.map((position) => position.areaCode).join('、') : '无 / none';
    throw new AppError('AREA_OUTSIDE_JURISDICTION', { field, value: areaCode, expected });
  }
}
