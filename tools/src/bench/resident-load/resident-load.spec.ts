import type { Load } from './load.js';
import { describeLoads, figuresOf, isReached } from './table.js';

const load = (usableMs: number, bytes = 40_000): Load => ({ paintMs: usableMs - 100, usableMs, bytes });
const row = (page: Load[]) => ({ network: '150 ms a request', page, floor: [load(300, 900), load(200, 900), load(250, 900)] });

describe('the first load of a resident’s page', () => {
  it('is told by the median, its slowest and the floor beside it', () => {
    const given = row([load(900), load(1_100), load(2_500)]);
    expect(figuresOf(given)).toEqual({ paintMs: 1_000, usableMs: 1_100, slowestMs: 2_500, bytes: 40_000, floorMs: 150, floorBytes: 900 });
    expect(describeLoads(given)).toMatch(/1,000 +1,100 +2,500 +40\.0 +150 +0\.9$/);
  });

  it('reaches what is wanted only with both the time and the bytes', () => {
    expect(isReached(row([load(2_000, 150_000)]))).toBe(true);
    expect(isReached(row([load(2_001)]))).toBe(false);
    expect(isReached(row([load(900, 150_001)]))).toBe(false);
  });
});
