import { Injectable } from '@nestjs/common';
import { countyOf, parseArea } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { ReferenceDirectory } from '../intake/reference-directory.js';

/** Whether the areas and units that a form names are there. */
@Injectable()
export class Places {
  constructor(private readonly directory: ReferenceDirectory) {}

  /** The code of a known area of the county. @throws AppError AREA_UNKNOWN */
  async area(field: string, given: string, countyCode: string, caller: Caller): Promise<string> {
    const { areaCode, level } = orThrow(parseArea(given, field));
    const isOfCounty = level !== 'city' && countyOf(areaCode) === countyCode;
    if (!isOfCounty || !(await this.directory.knowsArea(areaCode, caller))) {
      throw new AppError('AREA_UNKNOWN', { field, value: given });
    }
    return areaCode;
  }

  /** @throws AppError NOT_FOUND for a unit that departments does not know, UNIT_CLOSED for one that takes no new tasks. */
  async unit(field: string, code: string, caller: Caller): Promise<string> {
    const is = await this.directory.unitIs(code, caller);
    if (is === null) throw new AppError('NOT_FOUND', { field, value: code });
    if (is !== 'open') throw new AppError('UNIT_CLOSED', { field, value: code, actual: is });
    return code;
  }
}
