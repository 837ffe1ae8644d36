import fc from 'fast-check';
import { generateCounty, householdsOf, numeral, SHAPES, shares, spread, strips } from './generate.js';

describe('an invented county', () => {
  it('has the grids of Dashiqiao: 1,480 of homes, 69 schools, 249 companies', () => {
    const { areas } = generateCounty('990182', SHAPES.grids, 1);
    const grids = areas.filter(({ code }) => code.length === 15);
    expect(grids).toHaveLength(1_798);
    const counted = (kind: string): number => grids.filter(({ gridKind }) => gridKind === kind).length;
    expect([counted('urbanRural'), counted('school'), counted('enterprise')]).toEqual([1_480, 69, 249]);
    expect(areas.filter(({ code }) => code.length === 12)).toHaveLength(287);
    expect(areas.filter(({ code }) => code.length === 9)).toHaveLength(19);
  });

  it('has the villages and households of Ninghai', () => {
    const { areas, households } = generateCounty('990126', SHAPES.villages, 1);
    expect(areas.filter(({ code }) => code.length === 12)).toHaveLength(363);
    expect(households.reduce((sum, { count }) => sum + count, 0)).toBe(252_800);
  });

  it.each(Object.entries(SHAPES))('gives every area of %s a code of its own below its parent, and a place inside it', (_name, shape) => {
    const { areas } = generateCounty('990126', shape, 3);
    const byCode = new Map(areas.map((area) => [area.code, area]));
    expect(byCode.size).toBe(areas.length);
    for (const { code, box } of areas.slice(1)) {
      const parent = byCode.get(code.length === 9 ? code.slice(0, 6) : code.slice(0, -3));
      expect(parent).toBeDefined();
      const [west, south, east, north] = parent!.box;
      expect(box[0] >= west - 1e-9 && box[1] >= south - 1e-9 && box[2] <= east + 1e-9 && box[3] <= north + 1e-9).toBe(true);
      expect(box[0] < box[2] && box[1] < box[3]).toBe(true);
    }
  });

  it('is the same for the same seed and another for another', () => {
    const [one, same, other] = [1, 1, 2].map((seed) => generateCounty('990126', SHAPES.villages, seed));
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    const doors = (seed: number) => [...householdsOf(one!.households[0]!, seed)];
    expect(doors(1)).toEqual(doors(1));
    expect(doors(1)).not.toEqual(doors(2));
  });

  it('gives every household a door of its own in its grid, and one to six people', () => {
    for (const hasBuildings of [true, false]) {
      const doors = [...householdsOf({ gridCode: '990126001001001', count: 500, hasBuildings }, 1)];
      expect(new Set(doors.map(({ building, door }) => building + door)).size).toBe(500);
      expect(doors.every(({ people }) => people >= 1 && people <= 6)).toBe(true);
      expect(doors.every(({ building }) => (building !== '') === hasBuildings)).toBe(true);
    }
  });
});

describe('the parts of a whole', () => {
  it('add up to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 1, max: 400 }), (total, parts) => {
        const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
        const chance = { whole: (from: number, to: number) => (from + to) >> 1 } as never;
        expect(sum(spread(total, parts))).toBe(total);
        expect(sum(shares(chance, total, parts))).toBe(total);
      }),
    );
  });

  it('lie side by side without a gap', () => {
    const parts = strips([104, 30, 105, 31], 7, 'across');
    for (const [index, part] of parts.slice(1).entries()) expect(part[0]).toBe(parts[index]![2]);
    expect([parts[0]![0], parts.at(-1)![2]]).toEqual([104, 105]);
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [35, '三十五'],
  ])('are numbered as people say it: %i', (n, said) => expect(numeral(n)).toBe(said));
});
