import type { WorkingCalendar } from '@yiwang/domain/calendar';
import { areHours, datesOf, hoursOn, isMonth, planMonth, USUAL_HOURS } from './plan-month.js';

const CALENDAR: WorkingCalendar = {
  version: 1,
  years: [2026],
  periods: [
    ['09:00', '12:00'],
    ['13:30', '17:30'],
  ],
  weekdays: [1, 2, 3, 4, 5],
  days: {
    '2026-02-14': 'work',
    '2026-02-16': 'off',
    '2026-02-17': 'off',
    '2026-02-13': [['09:00', '12:00']],
    '2026-02-12': [['13:30', '17:30']],
    '2026-02-11': [['18:00', '20:00']],
  },
};
const units = (...codes: string[]) => codes.map((code) => ({ code, closedOn: null as string | null }));

describe('planning a month of duty', () => {
  it('has every working day, make-up days too, and no other', () => {
    const dates = planMonth('2026-02', CALENDAR, USUAL_HOURS, units('a'), null).map(({ date }) => date);
    expect(dates).toHaveLength(20 - 2 + 1 - 1);
    expect(dates).toContain('2026-02-14');
    expect(dates).not.toContain('2026-02-15');
    expect(dates).not.toContain('2026-02-16');
  });

  it('is from 9:00 to 17:30 in China, through noon', () => {
    const [first] = planMonth('2026-03', CALENDAR, USUAL_HOURS, units('a'), null);
    expect(first).toMatchObject({ date: '2026-03-02', startsAt: '2026-03-02T01:00:00.000Z', endsAt: '2026-03-02T09:30:00.000Z' });
  });

  it.each([
    ['a morning', '2026-02-13', { from: '09:00', until: '12:00' }],
    ['an afternoon', '2026-02-12', { from: '13:30', until: '17:30' }],
    ['an evening outside the duty’s hours', '2026-02-11', null],
    ['a day off', '2026-02-16', null],
    ['an ordinary day', '2026-02-10', { from: '09:00', until: '17:30' }],
  ])('keeps to %s', (_, date, hours) => {
    expect(hoursOn(CALENDAR, date, USUAL_HOURS)).toEqual(hours);
  });

  it('goes round the units and on from the month before', () => {
    const turn = (last: string | null) => planMonth('2026-03', CALENDAR, USUAL_HOURS, units('a', 'b', 'c'), last).slice(0, 4).map(({ unitCode }) => unitCode);
    expect(turn(null)).toEqual(['a', 'b', 'c', 'a']);
    expect(turn('a')).toEqual(['b', 'c', 'a', 'b']);
    expect(turn('c')).toEqual(['a', 'b', 'c', 'a']);
    expect(turn('gone')).toEqual(['a', 'b', 'c', 'a']);
  });

  it('passes over a unit from the day it is closed, and shows a gap where none is left', () => {
    const some = planMonth('2026-03', CALENDAR, USUAL_HOURS, [{ code: 'a', closedOn: '2026-03-04' }, ...units('b')], null);
    expect(some.slice(0, 5).map(({ unitCode }) => unitCode)).toEqual(['a', 'b', 'b', 'b', 'b']);
    const none = planMonth('2026-03', CALENDAR, USUAL_HOURS, [{ code: 'a', closedOn: '2026-03-03' }], null);
    expect(none.slice(0, 2).map(({ unitCode }) => unitCode)).toEqual(['a', null]);
  });

  it('says where the holidays are not known yet', () => {
    expect(planMonth('2027-01', CALENDAR, USUAL_HOURS, units('a'), null).every(({ provisional }) => provisional)).toBe(true);
    expect(planMonth('2026-12', CALENDAR, USUAL_HOURS, units('a'), null).some(({ provisional }) => provisional)).toBe(false);
  });

  it('knows months and hours', () => {
    expect([isMonth('2026-12'), isMonth('2026-13'), isMonth('2026-1')]).toEqual([true, false, false]);
    expect([areHours({ from: '08:30', until: '12:00' }), areHours({ from: '12:00', until: '08:30' }), areHours({ from: '8:30', until: '12:00' })]).toEqual([true, false, false]);
    expect(datesOf('2028-02')).toHaveLength(29);
  });
});
