import type { WorkingCalendar } from '../calendar/index.js';
import type { ClockName, Holder, LedgerEntry, Limit } from './index.js';

/** 2026 as the State Council announced it, in the periods of an ordinary office. */
export const CALENDAR: WorkingCalendar = {
  version: 1,
  years: [2026],
  periods: [
    ['09:00', '12:00'],
    ['13:30', '17:30'],
  ],
  weekdays: [1, 2, 3, 4, 5],
  days: {
    ...off('2026-01', 1, 2),
    '2026-01-04': 'work',
    '2026-02-14': 'work',
    ...off('2026-02', 16, 23),
    '2026-02-28': 'work',
    '2026-04-06': 'off',
    ...off('2026-05', 1, 5),
    '2026-05-09': 'work',
    '2026-06-19': 'off',
    '2026-09-20': 'work',
    '2026-09-25': 'off',
    ...off('2026-10', 1, 7),
    '2026-10-10': 'work',
  },
};

function off(month: string, first: number, last: number): Record<string, 'off'> {
  const dates = Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(2, '0'));
  return Object.fromEntries(dates.map((day) => [`${month}-${day}`, 'off']));
}

/** An instant from the time in Shanghai, `11-16 09:12`, in 2026 unless a year stands before it. */
export const at = (local: string): string => {
  const [date = '', time = ''] = (local.length > 11 ? local : `2026-${local}`).split(' ');
  return new Date(`${date}T${time}:00+08:00`).toISOString();
};

export const local = (instant: string | undefined): string | undefined =>
  instant && new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');

export const VILLAGE: Holder = { tier: 'village', roles: ['gridMember'], areaCode: '430121001001' };
export const TOWN: Holder = { tier: 'town', roles: ['townCentre'], areaCode: '430121001' };

export const limit = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit });

export const start = (when: string, clock: ClockName, of: Limit): LedgerEntry => ({
  ...{ kind: 'start', at: at(when), rule: 1, clock, limit: of, holder: VILLAGE, path: 'villageDirect' },
});
export const stop = (when: string, clock: ClockName): LedgerEntry => ({ kind: 'stop', at: at(when), rule: 1, clock });
export const reopen = (when: string, clock: ClockName): LedgerEntry => ({ kind: 'reopen', at: at(when), rule: 1, clock });
export const pause = (
  when: string,
  reason: 'waitingForResident' | 'suspended' = 'waitingForResident',
): LedgerEntry => ({ kind: 'pause', at: at(when), rule: 1, reason });
export const resume = (when: string): LedgerEntry => ({ kind: 'resume', at: at(when), rule: 1 });
export const extend = (when: string, by: Limit, clock?: ClockName): LedgerEntry => ({
  ...{ kind: 'extend', at: at(when), rule: 1, by, clock },
});
export const reclassify = (when: string, of: Limit): LedgerEntry => ({
  ...{ kind: 'reclassify', at: at(when), rule: 1, limit: of, path: 'villageDirect' },
});
export const handOver = (when: string, of: Limit, round = 1): LedgerEntry => ({
  ...{ kind: 'handOver', at: at(when), rule: 1, limit: of, holder: TOWN, path: 'villageTownJoint', round },
});
export const holder = (when: string, of?: Limit): LedgerEntry => ({
  ...{ kind: 'holder', at: at(when), rule: 1, holder: TOWN, limit: of },
});
