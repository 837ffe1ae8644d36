import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { checkCalendar, type CalendarInvalid, type DayPeriod, type WorkingCalendar } from '@yiwang/domain/calendar';
import { checkText, type TextRefusal } from '@yiwang/domain/intake';
import type { LayeredCalendars, LayerRow } from './layered-calendars.js';
import type { CalendarDayInput, DayPeriodInput, LoadCalendarInput } from './calendar.types.js';

const MOST_SOURCE = 500;
const MOST_UNIT_CODE = 64;

interface Proposal {
  ok: true;
  row: LayerRow;
  after: LayeredCalendars;
}

const refuseField = (field: string, expected: string): Refusal => refuse('CALENDAR_INVALID', { field, expected });
const periodsOf = (periods: readonly DayPeriodInput[]): DayPeriod[] => periods.map(({ from, until }) => [from, until]);
/** Left out: as it was. Empty: as it is beneath. */
const orBefore = <T>(given: readonly T[] | null | undefined, before: T[] | null | undefined): T[] | null =>
  given ? (given.length > 0 ? [...given] : null) : (before ?? null);

/**
 * The newest row as it would be: the days of the years that are given replace those that stood there, everything else
 * stays. A unit makes no year known: the holidays are its county's.
 */
export function proposeCalendar(
  input: LoadCalendarInput,
  before: LayeredCalendars,
): Proposal | Refusal | CalendarInvalid | TextRefusal {
  const unitCode = (input.unitCode ?? '').trim();
  if (unitCode.length > MOST_UNIT_CODE) return refuseField('unitCode', `≤ ${MOST_UNIT_CODE}`);
  const source = checkText('source', input.source, MOST_SOURCE);
  if (!source.ok) return source;
  if (source.text === '') return refuseField('source', '写明出处 / where it is published');
  const given = daysOf(input.days, input.years);
  if (!given.ok) return given;
  const own = before.own(input.countyCode, unitCode);
  const kept = Object.entries(own?.days ?? {}).filter(([date]) => !input.years.includes(Number(date.slice(0, 4))));
  const row: LayerRow = {
    countyCode: input.countyCode,
    unitCode,
    version: (own?.version ?? 0) + 1,
    years: unitCode === '' ? [...new Set([...(own?.years ?? []), ...input.years])].sort((a, b) => a - b) : [],
    periods: orBefore(input.periods && periodsOf(input.periods), own?.periods),
    weekdays: orBefore(input.weekdays, own?.weekdays),
    days: { ...Object.fromEntries(kept), ...given.days },
    source: source.text,
    loadedAt: new Date(),
  };
  const after = before.with(row);
  const checked = checkCalendar(after.of(unitCode));
  return checked.ok ? { ok: true, row, after } : checked;
}

function daysOf(inputs: readonly CalendarDayInput[], years: readonly number[]): { ok: true; days: WorkingCalendar['days'] } | Refusal {
  const days: Record<string, WorkingCalendar['days'][string]> = {};
  for (const { date, kind, periods } of inputs) {
    const field = `days.${date}`;
    if (Object.hasOwn(days, date)) return refuseField(field, '每个日期只写一次 / each date once');
    if (!years.includes(Number(date.slice(0, 4)))) return refuseField(field, '年份须在 years 之内 / a date of one of the years');
    if ((kind === 'periods') !== (periods != null)) {
      return refuseField(field, '仅 kind 为 periods 时填写时段 / periods exactly where the kind is periods');
    }
    days[date] = kind === 'periods' ? periodsOf(periods ?? []) : kind;
  }
  return { ok: true, days };
}
