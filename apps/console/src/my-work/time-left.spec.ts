import { dayMinutesOf, standingOf, timeLeft, urgencyOf, workingTimeLeft } from './time-left.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the time left of a task', () => {
  it('is calm, then yellow from four fifths, then red when it is due', () => {
    expect([0, 79, 80, 99, 100].map((now) => urgencyOf(0, 100, now))).toEqual(['calm', 'calm', 'yellow', 'yellow', 'red']);
  });

  it.each([
    [26 * HOUR, { late: false, key: 'dh', values: { d: 1, h: 2, m: 0 } }],
    [90 * MINUTE, { late: false, key: 'hm', values: { d: 0, h: 1, m: 30 } }],
    [120 * MINUTE, { late: false, key: 'h', values: { d: 0, h: 2, m: 0 } }],
    [59_000, { late: false, key: 'm', values: { d: 0, h: 0, m: 0 } }],
    [-25 * HOUR, { late: true, key: 'dh', values: { d: 1, h: 1, m: 0 } }],
  ] as const)('is said in the two largest units: %i ms', (left, expected) => {
    expect(timeLeft(left)).toEqual(expected);
  });

  it('is said in days as long as the office works, where working time counts', () => {
    const dayMinutes = dayMinutesOf([['09:00', '12:00'], ['13:00', '17:00']]);
    expect(workingTimeLeft(15 * HOUR, dayMinutes)).toEqual({ late: false, key: 'dh', values: { d: 2, h: 1, m: 0 } });
    expect(workingTimeLeft(-30 * MINUTE, dayMinutes)).toEqual({ late: true, key: 'm', values: { d: 0, h: 0, m: 30 } });
  });

  it('is said in hours of work alone until the length of a day is known', () => {
    expect(workingTimeLeft(109 * HOUR)).toEqual({ late: false, key: 'h', values: { d: 0, h: 109, m: 0 } });
  });

  it('is the same on every page for one calendar: hours that are left are divided by its day, the noon break apart', () => {
    const dayMinutes = dayMinutesOf([['09:00', '12:00'], ['13:30', '17:30']]);
    expect(workingTimeLeft(109 * HOUR, dayMinutes)).toMatchObject({ key: 'dh', values: { d: 15, h: 4 } });
  });
});

describe('time of which none runs', () => {
  const reviewAt = '2027-01-15T01:00:00.000Z';

  it('is that of a case while its clocks stand: suspended with its review, or waiting for the resident', () => {
    expect(standingOf({ paused: 'suspended', reviewAt })).toEqual({ paused: 'suspended', reviewAt });
    expect(standingOf({ paused: 'waitingForResident', reviewAt: null }, 'handle')).toEqual({ paused: 'waitingForResident', reviewAt: null });
    expect([standingOf({ paused: null, reviewAt: null }, 'handle'), standingOf(null, 'handle')]).toEqual([null, null]);
  });

  it.each(['approve', 'order', 'cityDesk'])('is not that of what goes on beside it: %s', (kind) => {
    expect(standingOf({ paused: 'suspended', reviewAt }, kind)).toBeNull();
  });
});
