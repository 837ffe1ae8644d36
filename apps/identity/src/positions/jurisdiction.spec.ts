import { areasOf, homesOf, isAtHome } from './jurisdiction.js';

const at = (...codes: string[]) => codes.map((areaCode) => ({ areaCode }));

describe('how far a position reaches', () => {
  it('leaves out areas inside others', () => {
    expect(areasOf(at('990121101', '990121101201', '990121102'))).toEqual(['990121101', '990121102']);
    expect(areasOf([])).toEqual([]);
  });

  it('makes a county the home of whoever works in it, and a city that of its own people', () => {
    expect(homesOf(at('990121101201001', '990121101'))).toEqual(['990121']);
    expect(homesOf(at('9901'))).toEqual(['9901']);
    expect(homesOf(at('9901', '990121'))).toEqual(['9901']);
  });

  it.each([
    ['990121', '990121101', true],
    ['990121', '990121', true],
    ['990121', '9901', true],
    ['9901', '990122', true],
    ['990121', '990122', false],
    ['990121', '9902', false],
  ])('from %s sees %s: %s', (home, areaCode, expected) => {
    expect(isAtHome([home], areaCode)).toBe(expected);
  });
});
