import { Injectable } from '@nestjs/common';
import { countyOf } from '@yiwang/domain/areas';
import { AppError } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { within } from '../areas/areas.service.js';
import { Today } from '../dates.js';
import { AreaDirectory } from '../directory/area-directory.js';
import { locatePoint } from './locate-point.js';
import { plain, rankGrids, type GridProposal, type NamedSpot } from './rank-grids.js';

export const MOST_PROPOSALS = 3;
/** A point farther from every grid than this is elsewhere. */
const FARTHEST_M = 2_000;
const LONGEST_ADDRESS = 500;

/** Spots of an area whose name stands in the address; the last word of a label is what is written on the building. */
const SPOTS = `
  select distinct "gridCode", name, reason from (
    select area_code as "gridCode", coalesce(building, regexp_replace(label, '^.*\\s', '')) as name,
           'qrPointNamed' as reason
      from qr_point where ${within('area_code', 1)} and replaced_by is null
    union all
    select area_code, label, 'qrPointNamed' from qr_point where ${within('area_code', 1)} and replaced_by is null
  ) spot where strpos($2, replace(normalize(name, nfkc), ' ', '')) > 0 and length(name) > 1 limit 500`;

const BUILDINGS = `
  select distinct grid_code as "gridCode", building as name, 'buildingNamed' as reason from household
   where grid_code >= $1 collate "C" and grid_code < ($1 || ':') collate "C" and valid_to is null and building <> ''
     and strpos($2, replace(normalize(building, nfkc), ' ', '')) > 0 limit 500`;

/** Says in which grid a point or an address lies. */
@Injectable()
export class LocatingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: AreaDirectory,
    private readonly today: Today,
  ) {}

  /** @throws AppError INPUT_INVALID, AREA_UNKNOWN */
  async point(under: string, latitude: number, longitude: number): Promise<GridProposal[]> {
    if (countyOf(under) === null) throw new AppError('AREA_UNKNOWN', { field: 'under', value: under });
    for (const [field, value, limit] of [['latitude', latitude, 90], ['longitude', longitude, 180]] as const) {
      if (!(Math.abs(value) <= limit)) throw new AppError('INPUT_INVALID', { field, expected: `-${limit} … ${limit}` });
    }
    const at = { under, longitude, latitude, on: this.today.date(), most: MOST_PROPOSALS };
    const found = await locatePoint(this.dataSource, at, FARTHEST_M);
    return found.map(({ code, isInside, distanceM }) => ({
      areaCode: code,
      reason: isInside ? 'inside' : 'nearest',
      matched: null,
      distanceM: Math.round(distanceM),
    }));
  }

  /** @throws AppError AREA_UNKNOWN, TEXT_TOO_LONG */
  async address(countyCode: string, text: string): Promise<GridProposal[]> {
    if (text.length > LONGEST_ADDRESS) {
      throw new AppError('TEXT_TOO_LONG', { field: 'text', limit: LONGEST_ADDRESS, actual: text.length });
    }
    const matcher = await this.directory.matcherOf(countyCode);
    const place = matcher.recognise([text]);
    const under = place?.code ?? countyCode;
    const words = plain(text);
    const spots = await this.dataSource.query<NamedSpot[]>(SPOTS, [under, words]);
    const buildings = under.length > 6 ? await this.buildings(under, words) : [];
    const entries = await this.directory.entriesOf(countyCode);
    const grids = entries.filter(({ code }) => code.length === 15 && code.startsWith(under)).map(({ code }) => code);
    return rankGrids(text, place, [...spots, ...buildings], grids, MOST_PROPOSALS);
  }

  /** Names of buildings are no secret, and all that is taken from the doors, which are not for everybody. */
  private buildings(under: string, words: string): Promise<NamedSpot[]> {
    return asSystem('locating', () => this.dataSource.query<NamedSpot[]>(BUILDINGS, [under, words]));
  }
}
