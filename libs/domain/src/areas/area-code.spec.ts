import * as fc from 'fast-check';
import {
  ancestorsOf,
  commonAreaOf,
  countyOf,
  covers,
  isAreaCode,
  levelOf,
  parentOf,
  parseArea,
  townOf,
  unitAreaOf,
  villageOf,
} from './index.js';

const GRID = '990121001002003';
const anyCode = fc
  .tuple(fc.constantFrom(4, 6, 9, 12, 15), fc.stringMatching(/^[0-9]{15}$/))
  .map(([length, digits]) => digits.slice(0, length));

describe('area codes', () => {
  it.each([
    ['9901', 'city'],
    ['990121', 'county'],
    ['990121001', 'town'],
    ['990121001002', 'village'],
    [GRID, 'grid'],
    ['', null],
    ['99012', null],
    ['99012a', null],
    ['９９０１２１', null],
    ['990121\n', null],
  ])('%j is at level %s', (code, level) => {
    expect(levelOf(code)).toBe(level);
    expect(isAreaCode(code)).toBe(level !== null);
  });

  it('forgives spaces round a code and names the one it refuses', () => {
    expect(parseArea(' 990121 ')).toEqual({ ok: true, areaCode: '990121', level: 'county' });
    expect(parseArea('99012', 'place')).toEqual({
      ok: false,
      code: 'AREA_UNKNOWN',
      details: { field: 'place', value: '99012' },
    });
  });

  it('lists the ancestors from the widest', () => {
    expect(ancestorsOf(GRID)).toEqual(['9901', '990121', '990121001', '990121001002']);
    expect(parentOf(GRID)).toBe('990121001002');
    expect(parentOf('9901')).toBeNull();
    expect(ancestorsOf('nowhere')).toEqual([]);
  });

  it('finds the county, town and village of an area', () => {
    expect([countyOf(GRID), townOf(GRID), villageOf(GRID)]).toEqual(['990121', '990121001', '990121001002']);
    expect([countyOf('9901'), townOf('990121'), villageOf('990121001')]).toEqual([null, null, null]);
  });

  it.each([
    [['990121001002', '990121001003'], '990121001'],
    [['990121001002', '990121001'], '990121001'],
    [['990121001', '990122001'], '9901'],
    [['990121', '880121'], null],
    [['990121'], '990121'],
    [[], null],
  ])('the smallest area over %j is %s', (codes, common) => {
    expect(commonAreaOf(codes)).toBe(common);
  });

  it('covers itself and whatever lies below, never its parent', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(covers(code, code)).toBe(true);
        for (const ancestor of ancestorsOf(code)) {
          expect(covers(ancestor, code)).toBe(true);
          expect(covers(code, ancestor)).toBe(false);
        }
      }),
    );
  });

  it('does not take a part of a code for an area', () => {
    expect(covers('99012', '990121')).toBe(false);
    expect(covers('', '990121')).toBe(false);
  });

  it.each([
    ['990121001001001', '990121001001'],
    ['990121001001', '990121001001'],
    ['990121001', '990121001'],
    ['990121', '990121'],
    ['9901', '9901'],
  ])('name the unit that first holds a matter in %s', (code, unitArea) => {
    expect(unitAreaOf(code)).toBe(unitArea);
  });
});
