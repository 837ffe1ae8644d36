import { datesOf, daysInFile, differing, kindOf, turned, weekdayOf, type Named } from './year-days.js';

const WEEK = [1, 2, 3, 4, 5];

describe('a year as an office works it', () => {
  it.each([['2026-11-26', 4], ['2026-11-29', 7], ['2027-01-01', 5]])('knows the weekday of %s', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });

  it('has 29 days in a leap February', () => {
    expect(datesOf(2028, 2)).toHaveLength(29);
    expect(datesOf(2026, 2).at(-1)).toBe('2026-02-28');
  });

  it('goes by the week where nothing is named', () => {
    expect(['2026-11-26', '2026-11-28'].map((date) => kindOf(date, {}, WEEK))).toEqual(['ordinary', 'rest']);
    expect(kindOf('2026-11-26', { '2026-11-26': 'off' }, WEEK)).toBe('off');
  });

  it('turns a day and turns it back to its weekday', () => {
    const off = turned('2026-11-26', {}, {}, WEEK);
    expect(off).toEqual({ '2026-11-26': 'off' });
    expect(turned('2026-11-26', off, {}, WEEK)).toEqual({});
  });

  it('answers by name what the calendar in force names', () => {
    const inForce: Named = { '2026-10-01': 'off' };
    expect(turned('2026-10-01', inForce, inForce, WEEK)).toEqual({ '2026-10-01': 'work' });
  });

  it('counts what differs, and reads the days of one year from a file', () => {
    expect(differing({ a: 'off', b: 'work' }, { b: 'off', c: 'off' })).toBe(3);
    const file = JSON.stringify({ years: [2026, 2027], days: { '2026-01-01': 'off', '2027-01-01': 'off', '2027-01-02': 'nonsense' } });
    expect(daysInFile(file, 2027)).toEqual({ years: [2026, 2027], days: { '2027-01-01': 'off' } });
    expect(daysInFile('{}', 2027)).toBeNull();
    expect(daysInFile('no', 2027)).toBeNull();
  });
});
