import { chanceOfAtLeast, chanceOfAtMost } from './poisson.js';

describe('the chance of a count where another is usual', () => {
  it.each([
    [0, 3, 0.0498],
    [3, 3, 0.6472],
    [2, 0, 1],
    [0, 0, 1],
  ])('of at most %d where %d is usual', (count, mean, chance) => {
    expect(chanceOfAtMost(count, mean)).toBeCloseTo(chance, 4);
  });

  it.each([500, 745, 800, 5_000])('is about a half of the usual where %d is usual, and next to nothing far from it', (mean) => {
    expect(chanceOfAtMost(mean, mean)).toBeGreaterThan(0.5);
    expect(chanceOfAtMost(mean, mean)).toBeLessThan(0.53);
    expect(chanceOfAtLeast(mean * 2, mean)).toBeLessThan(1e-9);
    expect(chanceOfAtMost(mean / 2, mean)).toBeLessThan(1e-9);
  });
});
