import { createRequire } from 'node:module';
import { checkCalendar, type WorkingCalendar } from '@yiwang/domain/calendar';

/** The published arrangement by date, as the package keeps it: `holidays` are off, `workdays` are made up (调休). */
export interface Arrangement {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

export interface NationalCalendar extends Omit<WorkingCalendar, 'version'> {
  source: string;
}

/** Morning and afternoon of county offices; the duty desk answers from 9:00 to 17:30. */
const PERIODS = [
  ['09:00', '12:00'],
  ['13:30', '17:30'],
] as const;

/** What the installed package holds, with its version. */
export function readPackage(): { arrangement: Arrangement; version: string } {
  const require = createRequire(import.meta.url);
  const { version } = require('chinese-days/package.json') as { version: string };
  return { arrangement: require('chinese-days/dist/chinese-days.json') as Arrangement, version };
}

/**
 * The national working calendar of some years. The package answers for any year, calling each weekday that it knows
 * nothing of a working day, so a year counts as known only where holidays are named from its New Year to its National Day.
 * @throws Error for a year that the package has no data for, and for data that make no calendar.
 */
export function nationalCalendar({ arrangement, version }: ReturnType<typeof readPackage>, years: readonly number[]): NationalCalendar {
  const days: Record<string, 'off' | 'work'> = {};
  for (const year of years) {
    if (!(`${year}-01-01` in arrangement.holidays && `${year}-10-01` in arrangement.holidays)) {
      throw new Error(`chinese-days ${version} has no data for ${year}: take a newer version, or leave the year out.`);
    }
    const ofYear = (dates: object): string[] => Object.keys(dates).filter((date) => date.startsWith(`${year}-`));
    for (const date of ofYear(arrangement.holidays)) days[date] = 'off';
    for (const date of ofYear(arrangement.workdays)) days[date] = 'work';
  }
  const calendar: NationalCalendar = {
    source: `国务院办公厅关于${years.join('、')}年部分节假日安排的通知；数据取自 chinese-days ${version} (MIT)`,
    years,
    periods: PERIODS,
    weekdays: [1, 2, 3, 4, 5],
    days: Object.fromEntries(Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  const checked = checkCalendar({ ...calendar, version: 1 });
  if (!checked.ok) throw new Error(`Not a calendar: ${checked.details.field}, ${checked.details.expected}`);
  return calendar;
}

/** As it is committed: a line per date, so that a difference shows which. */
export const calendarText = (calendar: NationalCalendar): string =>
  `${JSON.stringify(calendar, null, 2).replace(/\[\s+((?:"[^"]*"|\d+)(?:,\s+(?:"[^"]*"|\d+))*)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
