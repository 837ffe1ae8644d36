import { firstMidnight } from './prepare.js';
import { DAY_MS, HOUR_MS } from './rhythm.js';

describe('the first day of a run', () => {
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
