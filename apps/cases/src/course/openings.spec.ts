import { Openings } from './openings.js';

describe('starts that wait for their first step', () => {
  it('leave room for no more than the worker keeps up with', () => {
    const openings = new Openings(2);
    openings.started('a', 0);
    openings.started('b', 0);
    expect(openings.room(1)).toBe(0);
    openings.opened('a');
    expect(openings.room(1)).toBe(1);
  });

  it('are forgotten when another worker opens them', () => {
    const openings = new Openings(1);
    openings.started('a', 0);
    expect(openings.room(9_999)).toBe(0);
    expect(openings.room(10_000)).toBe(1);
  });
});
