import { Injectable } from '@nestjs/common';
import { countyOf } from '@yiwang/domain/areas';
import { placeMatcher, type PlaceMatcher } from '@yiwang/domain/places';
import { AppError } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { within } from '../areas/areas.service.js';
import { Today } from '../dates.js';

export interface DirectoryEntry {
  code: string;
  name: string;
  aliases: string[];
}

interface KnownCounty {
  entries: DirectoryEntry[];
  /** Made when first asked for: most askers only want the list. */
  matcher?: PlaceMatcher;
  readAt: number;
}

const REMEMBER_MS = 60_000;

/**
 * Every area of a county, in memory. A change made through this process is felt at once, one made through another copy
 * within 60 seconds.
 */
@Injectable()
export class AreaDirectory {
  private readonly counties = new Map<string, Promise<KnownCounty>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly today: Today,
  ) {}

  /** @throws AppError AREA_UNKNOWN */
  async entriesOf(countyCode: string): Promise<DirectoryEntry[]> {
    return (await this.county(countyCode)).entries;
  }

  /** @throws AppError AREA_UNKNOWN */
  async matcherOf(countyCode: string): Promise<PlaceMatcher> {
    const county = await this.county(countyCode);
    county.matcher ??= placeMatcher(county.entries);
    return county.matcher;
  }

  /** After a change to this area; what is above a county is in no county's list. */
  forget(areaCode: string): void {
    this.counties.delete(countyOf(areaCode) ?? '');
  }

  private async county(countyCode: string): Promise<KnownCounty> {
    if (countyOf(countyCode) !== countyCode)
      throw new AppError('AREA_UNKNOWN', { field: 'countyCode', value: countyCode });
    const known = await this.counties.get(countyCode);
    if (known && Date.now() - known.readAt < REMEMBER_MS) return known;
    const reading = this.read(countyCode);
    this.counties.set(countyCode, reading);
    reading.catch(() => {
      if (this.counties.get(countyCode) === reading) this.counties.delete(countyCode);
    });
    return reading;
  }

  private async read(countyCode: string): Promise<KnownCounty> {
    const readAt = Date.now();
    const entries: DirectoryEntry[] = await this.dataSource.query(
      `select code, name, aliases from area
        where ${within('code', 1)} and valid_from <= $2 and (valid_to is null or valid_to > $2) order by code`,
      [countyCode, this.today.date()],
    );
    if (entries.length === 0) throw new AppError('AREA_UNKNOWN', { field: 'countyCode', value: countyCode });
    return { entries, readAt };
  }
}
