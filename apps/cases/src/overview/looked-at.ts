import { Injectable } from '@nestjs/common';
import { covers, parseArea, type AreaLevel } from '@yiwang/domain/areas';
import { readsByArea } from '@yiwang/domain/paths';
import { PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { CaseAccess, positionsJson } from '../case/case-access.js';

export type Bind = (value: unknown) => string;

/** An area that somebody looks at from above, as conditions on `case_file c`. */
export interface LookedAt {
  areaCode: string;
  level: AreaLevel;
  /** Whose policies and usual courses hold there: several for a city. */
  counties: readonly string[];
  positions: readonly Position[];
  /** By an equality that has an index, and without what is about the caller: as `cases` lists it, and as row policies say. */
  cases(bind: Bind): string;
}

const COLUMN = { county: 'county_code', town: 'town_code', village: 'village_code', grid: 'area_code' } as const;

@Injectable()
export class LookedAtAreas {
  constructor(
    private readonly access: CaseAccess,
    private readonly directory: PositionDirectory,
  ) {}

  /** @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION unless one of the caller's positions reads all of it */
  async in(given: string, caller: Caller): Promise<LookedAt> {
    const { areaCode, level } = orThrow(parseArea(given));
    const positions = await this.directory.positionsOf(caller);
    if (!positions.some((one) => readsByArea(one.role) && covers(one.areaCode, areaCode))) {
      throw new AppError('AREA_OUTSIDE_JURISDICTION', { field: 'areaCode', value: areaCode });
    }
    const counties = level === 'city' ? (await this.access.countiesIn({ ...NOWHERE, areas: [areaCode] })).filter((one) => covers(areaCode, one)) : [areaCode.slice(0, 6)];
    const cases = (bind: Bind): string => {
      const place = level === 'city' ? `c.county_code = any(${bind(counties)})` : `c.${COLUMN[level]} = ${bind(areaCode)}`;
      return `${place} and (c.about_whom is null or not is_concerned(c.about_whom, ${bind(caller.subject ?? '')}, ${bind(positionsJson(positions))}::jsonb))`;
    };
    return { areaCode, level, counties, positions, cases };
  }
}

const NOWHERE = { areas: [], villages: [], subject: '', units: [], positions: [] };

/** Parameters of one statement, numbered as they are bound. */
export function binding(): { bound: unknown[]; bind: Bind } {
  const bound: unknown[] = [];
  return { bound, bind: (value) => `$${bound.push(value)}` };
}
