import type { WorkingCalendar } from '@yiwang/domain/calendar';
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import { LayeredCalendars, type LayerRow } from './layered-calendars.js';
import { pastCalendars } from './past-calendars.js';

const NEWEST = `
select distinct on (county_code, unit_code) county_code as "countyCode", unit_code as "unitCode", version, years, periods,
  weekdays, days, source, loaded_at as "loadedAt"
from work_calendar where county_code in ('', $1) and not coalesce(county_code = $2::text and unit_code = $3::text and version >= $4::int, false)
order by county_code, unit_code, version desc`;

/**
 * Working calendars in force: the newest of the nation, the county and its units. Remembered for a minute; for a second
 * only where workflows are answered, so that none of them reads an old one after it was told of a new one.
 */
export class Calendars {
  static readonly WORKER_REMEMBERS_MS = 1_000;
  private readonly known: LRUCache<string, Promise<LayeredCalendars>>;
  private readonly past: LRUCache<string, Promise<LayeredCalendars[]>>;

  constructor(
    private readonly dataSource: Pick<DataSource, 'query'>,
    rememberMs = 60_000,
  ) {
    this.known = new LRUCache({ max: 500, ttl: rememberMs });
    this.past = new LRUCache({ max: 100, ttl: rememberMs });
  }

  /** The calendar of a county, or of a unit that may have its own periods and days over it. */
  async inForce(countyCode: string, unitCode?: string): Promise<WorkingCalendar> {
    return (await this.ofCounty(countyCode)).of(unitCode);
  }

  ofCounty(countyCode: string): Promise<LayeredCalendars> {
    const remembered = this.known.get(countyCode);
    if (remembered) return remembered;
    const loading = this.fresh(countyCode);
    this.known.set(countyCode, loading);
    loading.catch(() => this.known.delete(countyCode));
    return loading;
  }

  /** As the database has it now, or would have it without a version of one part and those that followed it. */
  async fresh(countyCode: string, without?: Pick<LayerRow, 'countyCode' | 'unitCode' | 'version'>): Promise<LayeredCalendars> {
    const values = [countyCode, without?.countyCode ?? null, without?.unitCode ?? null, without?.version ?? null];
    return new LayeredCalendars(await this.dataSource.query<LayerRow[]>(NEWEST, values));
  }

  /** All that the county had, the newest first. */
  before(countyCode: string): Promise<LayeredCalendars[]> {
    const remembered = this.past.get(countyCode);
    if (remembered) return remembered;
    const loading = pastCalendars(this.dataSource, countyCode);
    this.past.set(countyCode, loading);
    loading.catch(() => this.past.delete(countyCode));
    return loading;
  }

  /** A county has a new calendar. */
  forget(countyCode: string): void {
    this.past.delete(countyCode);
    this.known.delete(countyCode);
  }
}
