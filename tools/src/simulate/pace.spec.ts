import { keptUp, quantiles, rateFor } from './pace.js';

describe('the pace of a simulation', () => {
  it('is slower with more cases in the same days', () => {
    expect(rateFor(4_000, 30)).toBeLessThan(rateFor(2_000, 30));
    expect(rateFor(2_000, 60)).toBeGreaterThan(rateFor(2_000, 30));
    expect(rateFor(1, 365)).toBe(3_600);
    expect(rateFor(200_000, 1)).toBe(60);
  });

  it('is kept as long as the machine adds little to what people do', () => {
    const little = quantiles([10, 20, 30]);
    expect(keptUp(little, little, 1_440)).toBe(true);
    expect(keptUp(quantiles([3_000, 3_000]), little, 1_440)).toBe(false);
    expect(quantiles([])).toEqual({ p50Ms: 0, p95Ms: 0, maxMs: 0 });
    expect(quantiles([3, 1, 2])).toEqual({ p50Ms: 2, p95Ms: 3, maxMs: 3 });
  });
});
