import { businessAt } from '@yiwang/domain/time';
import { specOf } from './schedules.js';

describe('when a county’s days of patrols begin', () => {
  it('is five past midnight in the counties', () => {
    expect(specOf(undefined)).toEqual({ calendars: [{ hour: 0, minute: 5 }], timezone: 'Asia/Shanghai' });
  });

  it.each([1_440, 2_160, 86_400])('is that of a simulation %i times as quick', (rate) => {
    const time = { engineEpochMs: Date.UTC(2026, 10, 25, 8, 0, 13), businessEpochMs: Date.UTC(2026, 5, 1, 1), rate };
    const [{ every, offset }] = specOf(time).intervals as [{ every: number; offset: number }];
    expect(every).toBe(86_400_000 / rate);
    // The engine starts at every instant that is a multiple of `every` and `offset` more.
    const first = Math.ceil((time.engineEpochMs - offset) / every) * every + offset;
    for (const day of [0, 1, 30]) {
      const local = new Date(businessAt(time, first + day * every) + 8 * 3_600_000);
      const minutes = local.getUTCHours() * 60 + local.getUTCMinutes();
      // Instants of the engine are whole milliseconds: at this rate one is up to a minute and a half.
      expect(Math.abs(minutes - 5)).toBeLessThanOrEqual(Math.ceil(rate / 60_000) + 1);
    }
  });
});
