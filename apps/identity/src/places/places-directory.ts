import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { askSubgraph } from '@yiwang/platform/graphql';
import type { IdentityConfig } from '../config.js';

export const PLACE_ADDRESSES = Symbol('where grids and departments answer');
export type PlaceAddresses = Pick<IdentityConfig, 'GRIDS_URL' | 'DEPARTMENTS_URL'>;

const AREA = 'query ($code: ID!) { area(code: $code) { code } }';
const UNIT = 'query ($code: ID!) { unit(code: $code) { code } }';

/** Whether places exist: an appointment to nowhere would leave tasks with nobody. */
@Injectable()
export class PlacesDirectory {
  constructor(@Inject(PLACE_ADDRESSES) private readonly addresses: PlaceAddresses) {}

  /** @throws AppError AREA_UNKNOWN, INPUT_INVALID for the unit, SERVICE_UNAVAILABLE. */
  async assertKnown(areaCode: string, unitCode: string | null, caller: Caller): Promise<void> {
    const [{ area }, unit] = await Promise.all([
      askSubgraph<{ area: object | null }>(this.addresses.GRIDS_URL, AREA, { code: areaCode }, caller),
      unitCode === null ? true : this.unit(unitCode, caller),
    ]);
    if (area === null) throw new AppError('AREA_UNKNOWN', { field: 'areaCode', value: areaCode });
    if (!unit)
      throw new AppError('INPUT_INVALID', { field: 'unitCode', value: unitCode ?? '', expected: 'units { code }' });
  }

  private async unit(code: string, caller: Caller): Promise<boolean> {
    const { unit } = await askSubgraph<{ unit: object | null }>(this.addresses.DEPARTMENTS_URL, UNIT, { code }, caller);
    return unit !== null;
  }
}
