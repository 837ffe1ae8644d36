import { useEffect, useState } from 'react';
import { countyOf } from '@yiwang/domain/areas';
import type { WorkingCalendar } from '@yiwang/domain/calendar';
import { useClient, type Client } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { CountyCalendarQuery } from '../graph/generated/graphql.js';

const CALENDAR = graphql(`
  query CountyCalendar($countyCode: String!) {
    workingCalendar(countyCode: $countyCode) { version years weekdays periods { from until } days { date kind periods { from until } } }
  }
`);

type Loaded = CountyCalendarQuery['workingCalendar'];

/** A calendar seldom changes; whoever leaves a page open for the day sees a new one within this time. */
const KEPT_MS = 10 * 60_000;

interface Kept {
  askedAt: number;
  asked: Promise<WorkingCalendar>;
  calendar?: WorkingCalendar;
}

const kept = new Map<string, Kept>();

const calendarOf = ({ version, years, weekdays, periods, days }: Loaded): WorkingCalendar => ({
  ...{ version, years, weekdays, periods: periods.map(({ from, until }) => [from, until] as const) },
  days: Object.fromEntries(days.map(({ date, kind, periods: own }) => [date, kind === 'periods' ? own.map(({ from, until }) => [from, until] as const) : kind])),
});

async function ask(client: Client, countyCode: string): Promise<WorkingCalendar> {
  const { data, error } = await client.query(CALENDAR, { countyCode }).toPromise();
  if (!data) throw error ?? new Error('no answer');
  return calendarOf(data.workingCalendar);
}

/** Asked for once, however many rows count by it; one that could not be had is asked for by the next. */
function asked(client: Client, county: string): Promise<WorkingCalendar> {
  const known = kept.get(county);
  if (known !== undefined && Date.now() - known.askedAt < KEPT_MS) return known.asked;
  const one: Kept = { askedAt: Date.now(), asked: ask(client, county), calendar: known?.calendar };
  kept.set(county, one);
  one.asked.then(
    (calendar) => (one.calendar = calendar),
    () => kept.delete(county),
  );
  return one.asked;
}

/** The working calendar of the county that an area lies in; undefined until it is known, for a city, and where no area is given. */
export function useCountyCalendar(areaCode: string | undefined): WorkingCalendar | undefined {
  const client = useClient();
  const county = areaCode === undefined ? null : countyOf(areaCode);
  const [found, find] = useState<{ county: string; calendar: WorkingCalendar } | null>(null);
  useEffect(() => {
    if (county === null) return undefined;
    let isWanted = true;
    asked(client, county).then((calendar) => isWanted && find({ county, calendar }), () => undefined);
    return () => {
      isWanted = false;
    };
  }, [client, county]);
  if (county === null) return undefined;
  return found?.county === county ? found.calendar : kept.get(county)?.calendar;
}
