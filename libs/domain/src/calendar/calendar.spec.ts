import * as fc from 'fast-check';
import {
  afterWorkingMs,
  checkCalendar,
  closingAfterWorkingDays,
  isCovered,
  isWorkingDay,
  localDateOf,
  overlay,
  periodsOn,
  startOfDay,
  workingDaysBetween,
  workingMsBetween,
  type DayPeriod,
  type WorkingCalendar,
} from './index.js';

const HOUR = 3_600_000;

const datesFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => new Date(Date.parse(first) + n * 86_400_000).toISOString().slice(0, 10));

const OFF = [
  ...datesFrom('2026-01-01', 3),
  ...datesFrom('2026-02-15', 9),
  ...datesFrom('2026-04-04', 3),
  ...datesFrom('2026-05-01', 5),
  ...datesFrom('2026-06-19', 3),
  ...datesFrom('2026-09-25', 3),
  ...datesFrom('2026-10-01', 7),
];
const MADE_UP = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

/** The arrangement of 2026 with a half day before the Spring Festival. */
const CHINA: WorkingCalendar = {
  version: 1,
  years: [2026],
  periods: [
    ['09:00', '12:00'],
    ['13:30', '17:30'],
  ],
  weekdays: [1, 2, 3, 4, 5],
  days: {
    ...Object.fromEntries(OFF.map((date) => [date, 'off'] as const)),
    ...Object.fromEntries(MADE_UP.map((date) => [date, 'work'] as const)),
    '2026-02-13': [['09:00', '12:00']],
  },
};

/** Local time as people write it, as an instant. */
const local = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
const due = (text: string, provisional = false) => ({ at: local(text), provisional });

describe('the date on the wall', () => {
  it('is that of Asia/Shanghai, whatever the machine’s own zone', () => {
    expect(localDateOf('2026-09-30T15:59:59.999Z')).toBe('2026-09-30');
    expect(localDateOf('2026-09-30T16:00:00.000Z')).toBe('2026-10-01');
    expect(localDateOf(0)).toBe('1970-01-01');
    expect(localDateOf('1969-12-31T15:00:00Z')).toBe('1969-12-31');
    expect(startOfDay('2026-10-01')).toBe('2026-09-30T16:00:00.000Z');
    expect(() => startOfDay('2026-02-30')).toThrow(RangeError);
  });
});

describe('the working days of 2026', () => {
  it.each(MADE_UP)('works on the weekend day %s that makes up for a holiday', (date) => {
    expect(isWorkingDay(CHINA, date)).toBe(true);
    expect(periodsOn(CHINA, date)).toEqual(CHINA.periods);
  });

  it.each(['2026-01-02', '2026-02-23', '2026-05-05', '2026-06-19', '2026-10-07'])('is off on the holiday %s', (date) => {
    expect(isWorkingDay(CHINA, date)).toBe(false);
    expect(periodsOn(CHINA, date)).toEqual([]);
  });

  it('follows the week on ordinary days, also where the year is not known', () => {
    expect(isWorkingDay(CHINA, '2026-11-27')).toBe(true);
    expect(isWorkingDay(CHINA, '2026-11-28')).toBe(false);
    expect([isWorkingDay(CHINA, '2027-01-01'), isCovered(CHINA, '2027-01-01')]).toEqual([true, false]);
    expect(isCovered(CHINA, '2026-12-31')).toBe(true);
  });

  it('knows half days', () => expect(periodsOn(CHINA, '2026-02-13')).toEqual([['09:00', '12:00']]));

  it('counts the days after the first up to the second', () => {
    expect(workingDaysBetween(CHINA, '2026-09-30', '2026-10-10')).toBe(3);
    expect(workingDaysBetween(CHINA, '2025-12-31', '2026-12-31')).toBe(248);
    expect(workingDaysBetween(CHINA, '2026-11-23', '2026-11-23')).toBe(0);
    expect(workingDaysBetween(CHINA, '2026-11-24', '2026-11-23')).toBe(0);
  });

  it('takes no date that does not exist', () => {
    expect(() => isWorkingDay(CHINA, '2026-02-30')).toThrow(RangeError);
    expect(() => workingDaysBetween(CHINA, 'today', '2026-02-01')).toThrow(RangeError);
  });
});

describe('a limit in working days', () => {
  it.each([
    ['a Monday morning', '2026-11-23 09:30', 1, '2026-11-24 17:30'],
    ['a Monday before dawn', '2026-11-23 00:00', 1, '2026-11-24 17:30'],
    ['a Monday late at night', '2026-11-23 23:59', 1, '2026-11-24 17:30'],
    ['a Friday', '2026-11-27 16:00', 10, '2026-12-11 17:30'],
    ['a Saturday', '2026-11-28 16:00', 1, '2026-11-30 17:30'],
    ['the eve of the National Day', '2026-09-30 10:00', 1, '2026-10-08 17:30'],
    ['the eve of the National Day, over the make-up Saturday', '2026-09-30 10:00', 3, '2026-10-10 17:30'],
    ['before a make-up Sunday', '2026-09-18 10:00', 1, '2026-09-20 17:30'],
    ['before a half day', '2026-02-12 10:00', 1, '2026-02-13 12:00'],
    ['a half day, over the Spring Festival', '2026-02-13 10:00', 2, '2026-02-24 17:30'],
    ['any day, no day at all', '2026-11-23 20:00', 0, '2026-11-23 17:30'],
    ['a Sunday, no day at all', '2026-11-29 10:00', 0, '2026-11-27 17:30'],
  ])('from %s (%s), %d days end at %s', (_, from, days, until) => {
    expect(closingAfterWorkingDays(CHINA, local(from), days)).toEqual(due(until));
  });

  it('is provisional as soon as it looks at a day of an unknown year', () => {
    expect(closingAfterWorkingDays(CHINA, local('2026-12-29 10:00'), 2)).toEqual(due('2026-12-31 17:30'));
    expect(closingAfterWorkingDays(CHINA, local('2026-12-30 10:00'), 2)).toEqual(due('2027-01-01 17:30', true));
    expect(closingAfterWorkingDays(CHINA, local('2026-12-30 10:00'), 15)).toEqual(due('2027-01-20 17:30', true));
  });

  it('takes whole days only', () => {
    for (const days of [-1, 0.5, Number.NaN]) expect(() => closingAfterWorkingDays(CHINA, 0, days)).toThrow(RangeError);
  });
});

describe('a limit in working time', () => {
  it.each([
    ['within the morning', '2026-11-23 09:30', 2, '2026-11-23 11:30'],
    ['up to the break', '2026-11-23 09:30', 2.5, '2026-11-23 12:00'],
    ['over the break', '2026-11-23 11:00', 4, '2026-11-23 16:30'],
    ['from within the break', '2026-11-23 12:30', 1, '2026-11-23 14:30'],
    ['from before the opening', '2026-11-23 05:00', 4, '2026-11-23 14:30'],
    ['from after the close', '2026-11-23 18:00', 4, '2026-11-24 14:30'],
    ['over a night', '2026-11-23 16:30', 4, '2026-11-24 12:00'],
    ['over a weekend', '2026-11-27 17:00', 1, '2026-11-30 09:30'],
    ['over the Spring Festival, from a make-up Saturday', '2026-02-14 17:00', 1, '2026-02-24 09:30'],
    ['over a half day', '2026-02-12 17:00', 4, '2026-02-14 09:30'],
    ['of no length', '2026-11-28 12:00', 0, '2026-11-28 12:00'],
  ])('runs %s: from %s, %d hours end at %s', (_, from, hours, until) => {
    expect(afterWorkingMs(CHINA, local(from), hours * HOUR)).toEqual(due(until));
  });

  it('is provisional where it crosses into an unknown year', () => {
    expect(afterWorkingMs(CHINA, local('2026-12-31 16:30'), HOUR)).toEqual(due('2026-12-31 17:30'));
    expect(afterWorkingMs(CHINA, local('2026-12-31 16:31'), HOUR)).toEqual(due('2027-01-01 09:01', true));
  });

  it('is measured between two instants', () => {
    expect(workingMsBetween(CHINA, local('2026-11-23 00:00'), local('2026-11-24 00:00'))).toBe(7 * HOUR);
    expect(workingMsBetween(CHINA, local('2026-09-30 17:00'), local('2026-10-08 10:00'))).toBe(1.5 * HOUR);
    expect(workingMsBetween(CHINA, local('2026-11-24 10:00'), local('2026-11-23 10:00'))).toBe(0);
  });

  it('takes no negative time', () => {
    expect(() => afterWorkingMs(CHINA, 0, -1)).toThrow(RangeError);
    expect(() => afterWorkingMs(CHINA, 0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('a calendar in which nobody ever works', () => {
  const idle: WorkingCalendar = { ...CHINA, weekdays: [], days: {} };
  it('ends the search after five years', () => {
    expect(() => closingAfterWorkingDays(idle, 0, 1)).toThrow(RangeError);
    expect(() => closingAfterWorkingDays(idle, 0, 0)).toThrow(RangeError);
    expect(() => afterWorkingMs(idle, 0, 1)).toThrow(RangeError);
    expect(workingMsBetween(idle, 0, 1e12)).toBe(0);
  });
});

describe('any calendar', () => {
  const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 8 });
  const time = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const periods = minutes.map((all) => {
    const sorted = [...all].sort((a, b) => a - b);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, n): DayPeriod => [time(sorted[2 * n]!), time(sorted[2 * n + 1]!)]);
  });
  const date = fc.integer({ min: 0, max: 364 }).map((n) => datesFrom('2026-01-01', n + 1)[n]!);
  const kind = fc.oneof(fc.constant('off' as const), fc.constant('work' as const), periods);
  const calendars = fc.record({
    version: fc.nat(9),
    years: fc.constant([2026]),
    periods,
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    days: fc.dictionary(date, kind, { maxKeys: 40 }),
  });
  const instants = fc.integer({ min: Date.parse('2025-06-01'), max: Date.parse('2027-06-01') });
  const lengths = fc.integer({ min: 0, max: 100 * HOUR });
  const ms = ({ at }: { at: string }): number => Date.parse(at);

  it('is accepted when made of what it may be made of', () => {
    fc.assert(fc.property(calendars, (calendar) => expect(checkCalendar(calendar)).toEqual({ ok: true })));
  });

  it('measures as much working time as was to pass', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, (calendar, from, length) => {
        expect(workingMsBetween(calendar, from, afterWorkingMs(calendar, from, length).at)).toBe(length);
      }),
    );
  });

  it('comes to the same in two parts as in one', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, lengths, (calendar, from, a, b) => {
        const middle = afterWorkingMs(calendar, from, a).at;
        expect(afterWorkingMs(calendar, middle, b).at).toBe(afterWorkingMs(calendar, from, a + b).at);
        const end = from + b;
        const between = Math.min(end, from + a);
        expect(workingMsBetween(calendar, from, between) + workingMsBetween(calendar, between, end)).toBe(
          workingMsBetween(calendar, from, end),
        );
      }),
    );
  });

  it('never ends a later start or a longer limit earlier', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, lengths, fc.nat(20), (calendar, from, delay, length, days) => {
        expect(ms(afterWorkingMs(calendar, from + delay, length))).toBeGreaterThanOrEqual(ms(afterWorkingMs(calendar, from, length)));
        expect(ms(afterWorkingMs(calendar, from, length + delay))).toBeGreaterThanOrEqual(ms(afterWorkingMs(calendar, from, length)));
        const closing = ms(closingAfterWorkingDays(calendar, from, days));
        expect(ms(closingAfterWorkingDays(calendar, from + delay, days))).toBeGreaterThanOrEqual(closing);
        expect(ms(closingAfterWorkingDays(calendar, from, days + 1))).toBeGreaterThan(closing);
      }),
    );
  });

  it('counts as many working days up to the close as were to pass', () => {
    fc.assert(
      fc.property(calendars, instants, fc.nat(40), (calendar, from, days) => {
        const { at } = closingAfterWorkingDays(calendar, from, days);
        expect(workingDaysBetween(calendar, localDateOf(from), localDateOf(at))).toBe(days);
      }),
    );
  });

  it('promises only what lies within its years', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: Date.parse('2026-01-01T16:00Z'), max: Date.parse('2027-06-01') }), fc.nat(30), (calendar, from, days) => {
        const { at, provisional } = closingAfterWorkingDays(calendar, from, days + 1);
        expect(provisional).toBe(!isCovered(calendar, localDateOf(at)));
      }),
    );
  });
});

describe('a calendar of one’s own', () => {
  it('stands over the one beneath and leaves the rest as it is', () => {
    const own = overlay(CHINA, { version: 2, years: [2027], periods: [['08:30', '17:00']], days: { '2026-11-23': 'off', '2026-10-07': 'work' } });
    expect(own).toMatchObject({ version: 3, years: [2026, 2027], weekdays: CHINA.weekdays });
    expect([isWorkingDay(own, '2026-11-23'), isWorkingDay(own, '2026-10-06')]).toEqual([false, false]);
    expect(periodsOn(own, '2026-10-07')).toEqual([['08:30', '17:00']]);
    expect(periodsOn(own, '2026-02-13')).toEqual([['09:00', '12:00']]);
    expect(overlay(CHINA, { version: 0, years: [], days: {} })).toEqual(CHINA);
  });
});

describe('checking a calendar', () => {
  const check = (over: Partial<WorkingCalendar>) => checkCalendar({ ...CHINA, ...over });
  it.each<[string, Partial<WorkingCalendar>, string]>([
    ['no years', { years: [] }, 'years'],
    ['a year twice', { years: [2026, 2026] }, 'years'],
    ['a year that is none', { years: [26] }, 'years'],
    ['no weekdays', { weekdays: [] }, 'weekdays'],
    ['an eighth weekday', { weekdays: [1, 8] }, 'weekdays'],
    ['no periods', { periods: [] }, 'periods'],
    ['a time that does not exist', { periods: [['09:60', '12:00']] }, 'periods[0]'],
    ['a time in another form', { periods: [['9:00', '12:00']] }, 'periods[0]'],
    ['a period backwards', { periods: [['12:00', '09:00']] }, 'periods[0]'],
    ['periods out of order', { periods: [['13:30', '17:30'], ['09:00', '12:00']] }, 'periods[1]'],
    ['periods that touch', { periods: [['09:00', '12:00'], ['12:00', '17:30']] }, 'periods[1]'],
    ['a date that does not exist', { days: { '2026-02-30': 'off' } }, 'days.2026-02-30'],
    ['a date of another year', { days: { '2027-01-01': 'off' } }, 'days.2027-01-01'],
    ['a half day without periods', { days: { '2026-11-23': [] } }, 'days.2026-11-23'],
    ['a year without work', { days: Object.fromEntries(datesFrom('2026-01-01', 365).map((date) => [date, 'off'])) }, 'days'],
    ['a broken version', { version: -1 }, 'version'],
  ])('refuses %s, in both languages', (_, over, field) => {
    const checked = check(over);
    expect(checked).toMatchObject({ ok: false, code: 'CALENDAR_INVALID', details: { field } });
    expect(JSON.stringify(checked)).toMatch(/[一-鿿].* \/ [a-z0-9]/);
  });

  it('lets an office work until midnight', () => expect(check({ periods: [['08:00', '24:00']] })).toEqual({ ok: true }));
});
