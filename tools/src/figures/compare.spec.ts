import { differences } from './compare.js';

const one = (measure: string, numerator: number, denominator = 10) => ({ scope: 'village:1', measure, numerator, denominator });

describe('comparing two counts', () => {
  it('finds nothing where they are the same in another order', () => {
    expect(differences([one('a', 1), one('b', 2)], [one('b', 2), one('a', 1)])).toEqual([]);
  });
  it('names every figure that differs, and what only one of them knows', () => {
    expect(differences([one('a', 1), one('b', 2), one('c', 3)], [one('a', 1, 9), one('b', 2), one('d', 4)])).toEqual([
      { scope: 'village:1', measure: 'a', counted: '1/10', recomputed: '1/9' },
      { scope: 'village:1', measure: 'c', counted: '3/10', recomputed: 'nothing' },
      { scope: 'village:1', measure: 'd', counted: 'nothing', recomputed: '4/10' },
    ]);
  });
});
