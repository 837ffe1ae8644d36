import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarAccess, countyCodeOf } from './calendar-access.js';
import { announce } from './calendar-news.js';
import { proposeCalendar } from './calendar-proposal.js';
import { CalendarSignals } from './calendar-signals.js';
import { shownCalendar, type CalendarPreview, type LoadCalendarInput, type WorkingCalendar } from './calendar.types.js';
import { Calendars } from './calendars.js';
import type { LayeredCalendars, LayerRow } from './layered-calendars.js';
import { consequencesOf, type Consequences } from './moved-deadlines.js';

const MOST_SHOWN = 1_000;

const INSERT = `
insert into work_calendar (county_code, unit_code, version, years, periods, weekdays, days, source, loaded_by)
values ($1, $2, $3, $4, $5::jsonb, $6, $7::jsonb, $8, $9)
on conflict do nothing returning version`;

interface Weighed extends Consequences {
  row: LayerRow;
  after: LayeredCalendars;
  positions: string[];
}

/** Loading a calendar: first what it would do to open deadlines, then the same for good, once somebody has seen it. */
@Injectable()
export class CalendarLoadingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly calendars: Calendars,
    private readonly access: CalendarAccess,
    private readonly signals: CalendarSignals,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws AppError AREA_OUTSIDE_JURISDICTION, CALENDAR_INVALID; INPUT_INVALID for a page of another size. */
  async preview(input: LoadCalendarInput, page: { after: string | null; first: number }, caller: Caller): Promise<CalendarPreview> {
    if (page.first < 0 || page.first > MOST_SHOWN) {
      throw new AppError('INPUT_INVALID', { field: 'first', expected: `0–${MOST_SHOWN}` });
    }
    const { row, after, moved, touched } = await this.weigh(input, caller);
    const rest = page.after === null ? moved : moved.slice(moved.findIndex(({ id }) => id === page.after) + 1);
    if (page.after !== null && rest.length === moved.length) throw new AppError('CURSOR_INVALID', { field: 'after' });
    return {
      calendar: shownCalendar(after.of(row.unitCode), after.layersOf(row.unitCode)),
      moved: moved.length,
      casesTold: touched.length,
      deadlines: rest.slice(0, page.first),
    };
  }

  /**
   * Stands for good, and the cases concerned are told a few seconds later; what begins after that has it already.
   * @throws AppError as `preview`; CALENDAR_PREVIEW_STALE where another number of deadlines would move than was confirmed;
   * VERSION_CONFLICT where somebody else has loaded one in that moment.
   */
  async load(input: LoadCalendarInput, confirmMoved: number, caller: Caller): Promise<WorkingCalendar> {
    const { row, after, moved, touched, positions } = await this.weigh(input, caller);
    if (moved.length !== confirmMoved) {
      throw new AppError('CALENDAR_PREVIEW_STALE', { expected: confirmMoved, actual: moved.length });
    }
    const calendar = after.of(row.unitCode);
    const { countyCode, unitCode, version } = row;
    await this.unitOfWork.run(
      {
        operation: 'loadWorkingCalendar',
        caller,
        positions,
        target: { type: 'workingCalendar', id: [countyCode, unitCode, version].filter(Boolean).join('/'), countyCode },
        details: { version: calendar.version, years: input.years, moved: moved.length, casesTold: touched.length },
      },
      async (manager) => {
        if (!(await insert(manager, row, caller))) throw new AppError('VERSION_CONFLICT', { field: 'countyCode', actual: version });
        await announce(manager, row);
      },
    );
    this.calendars.forget(countyCode);
    this.signals.wake();
    return shownCalendar(calendar, after.layersOf(unitCode));
  }

  private async weigh(input: LoadCalendarInput, caller: Caller): Promise<Weighed> {
    const countyCode = countyCodeOf(input.countyCode);
    const positions = await this.access.insistOnAdministrator(caller, countyCode);
    const before = await this.calendars.fresh(countyCode);
    const { row, after } = orThrow(proposeCalendar({ ...input, countyCode }, before));
    return { row, after, positions, ...(await consequencesOf(this.dataSource, countyCode, before, after)) };
  }
}

/** False where somebody else has loaded that version meanwhile. */
async function insert(manager: EntityManager, row: LayerRow, caller: Caller): Promise<boolean> {
  const { countyCode, unitCode, version, years, periods, weekdays, days, source } = row;
  const [periodsText, daysText] = [periods && JSON.stringify(periods), JSON.stringify(days)];
  const values = [countyCode, unitCode, version, years, periodsText, weekdays, daysText, source, caller.subject];
  return (await manager.query<unknown[]>(INSERT, values)).length > 0;
}
