import { dayOfDate, minutesOf, parseDate } from './local-day.js';
import type { DayPeriod, WorkingCalendar } from './types.js';
import { workOn } from './working-days.js';

export interface CalendarInvalid {
  ok: false;
  code: 'CALENDAR_INVALID';
  /** Which field, as in `days.2026-02-30`, and what is expected there, in Chinese and English. */
  details: { field: string; expected: string };
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const MOST_PERIODS = 12;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const invalid = (field: string, expected: string): CalendarInvalid => ({
  ok: false,
  code: 'CALENDAR_INVALID',
  details: { field, expected },
});

const isWholeBetween = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

const isRepeating = (values: readonly number[]): boolean => new Set(values).size !== values.length;

function checkPeriods(field: string, periods: readonly DayPeriod[]): CalendarInvalid | null {
  if (periods.length === 0 || periods.length > MOST_PERIODS) {
    return invalid(field, `1 至 ${MOST_PERIODS} 个时段 / 1 to ${MOST_PERIODS} periods`);
  }
  let last = -1;
  for (const [index, [from, until]] of periods.entries()) {
    if (!TIME.test(from) || !(TIME.test(until) || until === '24:00')) {
      return invalid(`${field}[${index}]`, '两个 HH:MM 时刻 / two times HH:MM');
    }
    if (minutesOf(from) >= minutesOf(until)) {
      return invalid(`${field}[${index}]`, '开始早于结束 / it begins before it ends');
    }
    if (minutesOf(from) <= last) {
      return invalid(`${field}[${index}]`, '各时段按先后排列且互不相连 / periods in order and apart');
    }
    last = minutesOf(until);
  }
  return null;
}

function checkYears({ years }: WorkingCalendar): CalendarInvalid | null {
  const usable = years.every((year) => isWholeBetween(year, FIRST_YEAR, LAST_YEAR));
  return years.length > 0 && usable && !isRepeating(years)
    ? null
    : invalid('years', `${FIRST_YEAR} 至 ${LAST_YEAR} 间不重复的年份，至少一个 / at least one year from ${FIRST_YEAR} to ${LAST_YEAR}, each once`);
}

function checkWeekdays({ weekdays }: WorkingCalendar): CalendarInvalid | null {
  const usable = weekdays.every((weekday) => isWholeBetween(weekday, 1, 7));
  return weekdays.length > 0 && usable && !isRepeating(weekdays)
    ? null
    : invalid('weekdays', '1（周一）至 7（周日），不重复，至少一个 / at least one of 1 (Monday) to 7 (Sunday), each once');
}

function checkDays({ years, days }: WorkingCalendar): CalendarInvalid | null {
  for (const [date, kind] of Object.entries(days)) {
    const field = `days.${date}`;
    if (parseDate(date) === null) return invalid(field, '真实存在的日期 YYYY-MM-DD / a date that exists, YYYY-MM-DD');
    if (!years.includes(Number(date.slice(0, 4)))) return invalid(field, '年份须在 years 之内 / a date of one of the years');
    if (kind === 'off' || kind === 'work') continue;
    if (!Array.isArray(kind)) return invalid(field, 'off、work 或时段 / off, work or periods');
    const wrong = checkPeriods(field, kind);
    if (wrong) return wrong;
  }
  return null;
}

/** Without it a limit could be looked for in vain. */
function checkSomebodyWorks(calendar: WorkingCalendar): CalendarInvalid | null {
  for (const year of calendar.years) {
    const last = dayOfDate(`${year}-12-31`);
    let day = dayOfDate(`${year}-01-01`);
    while (day <= last && workOn(calendar, day).periods.length === 0) day += 1;
    if (day > last) return invalid('days', `${year} 年至少有一个工作日 / at least one working day in ${year}`);
  }
  return null;
}

/**
 * Whether deadlines can be reckoned by a calendar: years, weekdays, periods and dates that exist and agree with each
 * other, and a working day in each year. Refuses with CALENDAR_INVALID, naming the first field that is wrong.
 */
export function checkCalendar(calendar: WorkingCalendar): { ok: true } | CalendarInvalid {
  const wrong =
    (isWholeBetween(calendar.version, 0, Number.MAX_SAFE_INTEGER) ? null : invalid('version', '整数 / a whole number')) ??
    checkYears(calendar) ??
    checkWeekdays(calendar) ??
    checkPeriods('periods', calendar.periods) ??
    checkDays(calendar) ??
    checkSomebodyWorks(calendar);
  return wrong ?? { ok: true };
}
