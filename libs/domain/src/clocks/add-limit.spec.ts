import { addLimit, limitIsWithin } from './index.js';
import { at, CALENDAR, limit, local } from './ledger.fixture.js';

describe('the end of a limit', () => {
  it.each([
    [limit(30, 'minutes'), '09-30 23:45', '10-01 00:15'],
    [limit(24, 'hours'), '09-30 16:00', '10-01 16:00'],
    [limit(5, 'calendarDays'), '09-30 16:00', '10-05 16:00'],
    [limit(4, 'workingHours'), '09-30 16:00', '10-08 11:30'],
    [limit(3, 'workingDays'), '09-30 16:00', '10-10 17:30'],
    [limit(0, 'workingDays'), '09-30 16:00', '09-30 16:00'],
  ])('of %j from %s is %s, over the national day', (of, from, expected) => {
    expect(local(addLimit(of, at(from), CALENDAR).at)).toBe(expected);
  });
});

describe('a cap', () => {
  it.each([
    ['in one unit compares amounts', limit(10, 'workingDays'), limit(10, 'workingDays'), true],
    ['in one unit refuses more', limit(11, 'workingDays'), limit(10, 'workingDays'), false],
    ['compares what runs by the clock', limit(48, 'hours'), limit(2, 'calendarDays'), true],
    ['takes a working day for at least a calendar day', limit(2, 'calendarDays'), limit(2, 'workingDays'), true],
    ['takes it for no more than that', limit(3, 'calendarDays'), limit(2, 'workingDays'), false],
    ['does not know how long working days may last', limit(1, 'workingDays'), limit(5, 'calendarDays'), false],
    ['takes a working hour for at least an hour', limit(60, 'minutes'), limit(1, 'workingHours'), true],
    ['knows a working hour in each working day', limit(2, 'workingHours'), limit(2, 'workingDays'), true],
  ])('%s', (_rule, of, most, expected) => {
    expect(limitIsWithin(of, most)).toBe(expected);
  });

  it('across units is asked where both end, where that is known', () => {
    const within = (from: string) =>
      limitIsWithin(limit(2, 'workingDays'), limit(5, 'calendarDays'), { from: at(from), calendar: CALENDAR });
    expect([within('11-16 09:00'), within('09-30 09:00')]).toEqual([true, false]);
  });
});
