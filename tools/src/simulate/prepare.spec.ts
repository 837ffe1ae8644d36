import { firstMidnight, midnightBefore } from './prepare.js';
import { DAY_MS, HOUR_MS } from './rhythm.js';

describe('the first day of a run', () => {
  it('begins at midnight in Asia/Shanghai', () => {
    expect(midnightBefore(Date.parse('2026-06-01T23:59+08:00'))).toBe(Date.parse('2026-06-01T00:00+08:00'));
    expect(midnightBefore(Date.parse('2026-06-01T00:00+08:00'))).toBe(Date.parse('2026-06-01T00:00+08:00'));
  });

  it.each([
    [-5 * HOUR_MS, 0],
    [0, 0],
    [5 * HOUR_MS, 0],
    [7 * HOUR_MS, DAY_MS],
    [DAY_MS + 5 * HOUR_MS, DAY_MS],
    [3 * DAY_MS + 7 * HOUR_MS, 4 * DAY_MS],
  ])('begins, %d ms after the midnight that was wished, %d ms after it', (nowMs, expected) => {
    expect(firstMidnight(0, nowMs)).toBe(expected);
  });
});
