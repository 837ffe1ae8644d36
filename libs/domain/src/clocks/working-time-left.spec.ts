import type { WorkingCalendar } from '../calendar/index.js';
import { workingMinutesLeft, type Limit } from './index.js';

const CALENDAR: WorkingCalendar = {
  version: 1,
  years: [2026],
  periods: [['09:00', '12:00'], ['13:30', '17:30']],
  weekdays: [1, 2, 3, 4, 5],
  days: { '2026-10-01': 'off', '2026-10-02': 'off' },
};
const HOURS: Limit = { amount: 4, unit: 'workingHours' };
const left = (dueAt: string, now: string, limit = HOURS) => workingMinutesLeft(limit, dueAt, now, CALENDAR);

describe('the working time that is left', () => {
  it.each([
    ['within a morning', '2026-11-26T11:00:00+08:00', '2026-11-26T10:15:00+08:00', 45],
    ['over the break at noon', '2026-11-26T14:00:00+08:00', '2026-11-26T11:00:00+08:00', 90],
    ['over a night', '2026-11-27T10:00:00+08:00', '2026-11-26T22:00:00+08:00', 60],
    ['over a holiday and a weekend', '2026-10-05T10:00:00+08:00', '2026-09-30T17:00:00+08:00', 90],
    ['to the second, whole minutes alone', '2026-11-26T11:00:00+08:00', '2026-11-26T10:59:01+08:00', 0],
    ['at the deadline itself', '2026-11-26T11:00:00+08:00', '2026-11-26T11:00:00+08:00', 0],
    ['negative when it is late', '2026-11-26T17:00:00+08:00', '2026-11-27T09:30:00+08:00', -60],
    ['none when late by a night alone', '2026-11-26T17:30:00+08:00', '2026-11-27T03:00:00+08:00', 0],
  ])('%s', (_, dueAt, now, minutes) => {
    expect(left(dueAt, now)).toBe(minutes);
  });

  it.each(['minutes', 'hours', 'calendarDays'] as const)('is nothing to speak of where a limit runs in %s', (unit) => {
    expect(left('2026-11-26T11:00:00+08:00', '2026-11-26T10:15:00+08:00', { amount: 5, unit })).toBeNull();
  });
});
