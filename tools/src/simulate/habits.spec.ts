import { Chance } from './chance.js';
import { readCounty } from './county.js';
import { habitsOf } from './habits.js';

const people = readCounty().people.map(({ username }) => username);

describe('the habits of people', () => {
  it('stay with the person', () => {
    for (const username of people) expect(habitsOf(new Chance(7), username)).toEqual(habitsOf(new Chance(7), username));
    expect(people.some((one) => habitsOf(new Chance(8), one).kind !== habitsOf(new Chance(7), one).kind)).toBe(true);
  });

  it('are shares', () => {
    for (const username of people) {
      const { kind: _kind, reactsAfterHours, worksForHours, ...shares } = habitsOf(new Chance(7), username);
      for (const share of Object.values(shares)) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(Math.min(reactsAfterHours, worksForHours)).toBeGreaterThan(0);
    }
  });

  it('make a few slow', () => {
    const kinds = Array.from({ length: 2_000 }, (_, i) => habitsOf(new Chance(7), `person-${i}`).kind);
    const slow = kinds.filter((kind) => kind === 'slow').length / kinds.length;
    expect(slow).toBeGreaterThan(0.12);
    expect(slow).toBeLessThan(0.18);
  });
});
