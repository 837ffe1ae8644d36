import type { DataSource } from 'typeorm';
import { LayeredCalendars, type LayerRow } from './layered-calendars.js';

const ROWS = `
select county_code as "countyCode", unit_code as "unitCode", version, years, periods, weekdays, days, source,
  loaded_at as "loadedAt"
from work_calendar where county_code in ('', $1) order by loaded_at, version`;

/** Further back nobody looks. */
const MOST = 24;

/**
 * The calendars that a county had, the newest first, each as it was from one loading to the next: a deadline was reckoned
 * with one of them.
 */
export async function pastCalendars(dataSource: Pick<DataSource, 'query'>, countyCode: string): Promise<LayeredCalendars[]> {
  const rows = await dataSource.query<LayerRow[]>(ROWS, [countyCode]);
  const had: LayeredCalendars[] = [];
  let current = new LayeredCalendars([]);
  for (const [n, row] of rows.entries()) {
    current = current.with(row);
    const isWhole = current.own('') !== undefined;
    if (isWhole && rows[n + 1]?.loadedAt.getTime() !== row.loadedAt.getTime()) had.unshift(current);
  }
  return had.slice(0, MOST);
}
