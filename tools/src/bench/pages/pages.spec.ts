import { chanceFunctions } from './chance.sql.js';
import { AREA_OF, LISTS, TASKS, WITHIN } from './lists.js';
import type { PageRow, Times } from './measure-lists.js';
import { COUNTY, placesOf } from './places.js';
import { describeVerdict, isReached } from './table.js';

const times = (p99: number, count = 200): Times => ({ p50: 1, p95: 2, p99, count });
const row = (over: Partial<PageRow>): PageRow => ({
  ...{ service: 'cases', name: 'cases', level: 'county', graph: times(40), sql: times(2), empty: times(2), refused: null },
  ...over,
});

describe('the county whose pages are measured', () => {
  it('has the villages and grids of a real one, each below its own', () => {
    const { towns, villages, grids } = placesOf();
    expect([new Set(towns).size, new Set(villages).size, new Set(grids).size]).toEqual([18, 363, 1_089]);
    expect(villages.every((village) => towns.includes(village.slice(0, 9)))).toBe(true);
    expect(grids.every((grid) => villages.includes(grid.slice(0, 12)))).toBe(true);
  });

  it('is drawn from a whole number alone, which becomes part of statements', () => {
    expect(() => chanceFunctions(0.5)).toThrow(TypeError);
    expect(chanceFunctions(7).join()).not.toEqual(chanceFunctions(8).join());
  });
});

describe('a first page', () => {
  it('counts as reached only with two hundred answers, the slowest in a hundred within 50 ms', () => {
    expect(isReached(row({}))).toBe(true);
    expect(isReached(row({ graph: times(50.1) }))).toBe(false);
    expect(isReached(row({ graph: times(40, 199) }))).toBe(false);
    expect(isReached(row({ refused: 'FORBIDDEN' }))).toBe(false);
    expect(describeVerdict([row({}), row({ refused: 'FORBIDDEN' })])).toContain('1 of 2');
  });

  it('is asked of every service, of each list once a name, with a floor in the same county', () => {
    expect(new Set(LISTS.map(({ service }) => service)).size).toBe(5);
    expect(new Set(LISTS.map(({ service, name }) => `${service} ${name}`)).size).toBe(LISTS.length);
    for (const { floor } of LISTS) expect(floor).toMatch(/^select .* limit \d+$|length\(code\) = 12$/);
    for (const area of Object.values(AREA_OF)) expect(area.startsWith(COUNTY)).toBe(true);
    expect([WITHIN, TASKS].map((by) => Object.keys(by).length)).toEqual([4, 4]);
  });
});
