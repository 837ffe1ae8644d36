import type { DataSource, EntityManager } from 'typeorm';
import type { Calendars } from './calendars.js';
import { consequencesOf } from './moved-deadlines.js';

/** Workers remember a calendar for a second; looked at later than that, no ledger is written by the old one any more. */
const DELAY_SECONDS = 5;

const ANNOUNCE = `
insert into calendar_news (county_code, unit_code, version, tell_at) values ($1, $2, $3, now() + make_interval(secs => ${DELAY_SECONDS}))`;
/** Taken for a minute, in which no other process looks at it; after a failure it is tried again then. */
const TAKE = `
update calendar_news set tell_at = now() + interval '1 minute'
where (county_code, unit_code, version) in (
  select county_code, unit_code, version from calendar_news where tell_at <= now()
  order by tell_at, version limit 1 for update skip locked)
returning county_code as "countyCode", unit_code as "unitCode", version`;
const TOLD = `delete from calendar_news where county_code = $1 and unit_code = $2 and version = $3`;
const COUNTIES = `select distinct county_code as code from case_file where closed_at is null`;
const ENQUEUE = `
insert into calendar_signal (case_number, version) select number, $2 from unnest($1::text[]) as number
on conflict (case_number) do update set version = excluded.version, send_at = excluded.send_at, attempts = 0`;

/** One part that was loaded: the nation's (neither code), a county's own, or a unit's. */
export interface CalendarNews {
  countyCode: string;
  unitCode: string;
  version: number;
}

/** In the transaction that loads it, as a migration does with a new year of the nation's: a few seconds later it is found out which cases it concerns. */
export async function announce(manager: EntityManager, { countyCode, unitCode, version }: CalendarNews): Promise<void> {
  await manager.query(ANNOUNCE, [countyCode, unitCode, version]);
}

/**
 * Puts down for one loaded calendar which cases are to be told: those whose clocks read otherwise since, and those that
 * were not certain before. Found out only now, so that a case which began by the old calendar meanwhile is among them.
 * Returns how many calendars were dealt with.
 */
export async function spreadNews(dataSource: DataSource, calendars: Calendars): Promise<number> {
  const [[news]] = await dataSource.query<[CalendarNews[], number]>(TAKE);
  if (!news) return 0;
  const { countyCode, unitCode, version } = news;
  const counties = countyCode === '' ? await dataSource.query<{ code: string }[]>(COUNTIES) : [{ code: countyCode }];
  for (const { code } of counties) {
    const [before, after] = [await calendars.fresh(code, news), await calendars.fresh(code)];
    const { touched } = await consequencesOf(dataSource, code, before, after);
    if (touched.length > 0) await dataSource.query(ENQUEUE, [touched, after.of(unitCode).version]);
  }
  await dataSource.query(TOLD, [countyCode, unitCode, version]);
  return 1;
}
