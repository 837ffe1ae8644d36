import { overlay, type CalendarLayer, type DayPeriod, type WorkingCalendar } from '@yiwang/domain/calendar';

/** One row of `work_calendar`, the newest of its county and unit; null is left to what lies beneath. */
export interface LayerRow {
  countyCode: string;
  unitCode: string;
  version: number;
  years: number[];
  periods: DayPeriod[] | null;
  weekdays: number[] | null;
  days: WorkingCalendar['days'];
  source: string;
  loadedAt: Date;
}

const layerOf = ({ version, years, periods, weekdays, days }: LayerRow): CalendarLayer => ({
  version,
  years,
  periods: periods ?? undefined,
  weekdays: weekdays ?? undefined,
  days,
});

/** The national calendar, a county's over it, and over that those of the county's units that have their own. */
export class LayeredCalendars {
  private readonly made = new Map<string, WorkingCalendar>();

  constructor(private readonly rows: readonly LayerRow[]) {}

  /** The newest row that is the county's (no unit) or the unit's own. */
  own(countyCode: string, unitCode = ''): LayerRow | undefined {
    return this.rows.find((row) => row.countyCode === countyCode && row.unitCode === unitCode);
  }

  /** What a calendar is made of, the widest first. */
  layersOf(unitCode = ''): LayerRow[] {
    return this.rows
      .filter((row) => row.unitCode === '' || row.unitCode === unitCode)
      .sort((a, b) => a.countyCode.length + a.unitCode.length - (b.countyCode.length + b.unitCode.length));
  }

  /** The calendar of the county, or of one of its units; the same object for the same unit. */
  of(unitCode = ''): WorkingCalendar {
    const key = this.rows.some((row) => row.unitCode === unitCode) ? unitCode : '';
    const made = this.made.get(key);
    if (made) return made;
    const [national, ...above] = this.layersOf(key);
    if (!national?.periods || !national.weekdays) throw new Error('work_calendar has lost its national row');
    const { version, years, periods, weekdays, days } = national;
    const calendar = above.map(layerOf).reduce(overlay, { version, years, periods, weekdays, days });
    this.made.set(key, calendar);
    return calendar;
  }

  /** The same with one row newer. */
  with(newer: LayerRow): LayeredCalendars {
    const others = this.rows.filter((row) => row.countyCode !== newer.countyCode || row.unitCode !== newer.unitCode);
    return new LayeredCalendars([...others, newer]);
  }
}
