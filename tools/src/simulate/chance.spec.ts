import { Chance } from './chance.js';

const draws = (chance: Chance, count = 20) => Array.from({ length: count }, () => chance.fraction());

describe('seeded chance', () => {
  it('says the same for the same seed and name, whatever was asked before', () => {
    const one = new Chance(7);
    const other = new Chance(7);
    draws(other, 100);
    expect(draws(one.of('case', 3))).toEqual(draws(other.of('case', 3)));
  });

  it('says something else for another seed or name', () => {
    const first = draws(new Chance(7).of('case', 3));
    for (const other of [new Chance(8).of('case', 3), new Chance(7).of('case', 4), new Chance(7)])
      expect(draws(other)).not.toEqual(first);
  });

  it('is even, also over the first draws of neighbouring streams', () => {
    const first = Array.from({ length: 4_000 }, (_, i) => new Chance(7).of('case', i).fraction());
    const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
    expect(mean).toBeGreaterThan(0.48);
    expect(mean).toBeLessThan(0.52);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const within = first.filter((value) => Math.floor(value * 10) === tenth).length;
      expect(within).toBeGreaterThan(320);
      expect(within).toBeLessThan(480);
    }
  });

  it('keeps to weights and shares', () => {
    const chance = new Chance(1);
    const counts = { a: 0, b: 0, c: 0 };
    for (let i = 0; i < 10_000; i += 1) counts[chance.weighted({ a: 8, b: 2, c: 0 })] += 1;
    expect(counts.a / 10_000).toBeCloseTo(0.8, 1);
    expect(counts.c).toBe(0);
    expect(Array.from({ length: 10_000 }, () => chance.happens(0.1)).filter(Boolean).length / 10_000).toBeCloseTo(0.1, 1);
  });

  it('spreads times around their median', () => {
    const chance = new Chance(1);
    const times = Array.from({ length: 5_000 }, () => chance.spread(6)).sort((a, b) => a - b);
    expect(times[2_500]).toBeGreaterThan(5.5);
    expect(times[2_500]).toBeLessThan(6.5);
    expect(times[0]).toBeGreaterThan(0);
  });

  it('has nothing to choose where there is nothing', () => {
    expect(() => new Chance(1).one([])).toThrow(RangeError);
  });
});
