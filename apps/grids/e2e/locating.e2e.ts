import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { administratorOf, putCounty } from './county.js';
import { testGrids } from './grids.js';

type Ring = [number, number][];
const PUT = 'mutation ($code: ID!, $geometry: JSON!) { putBoundary(areaCode: $code, geometry: $geometry) { code } }';

const box = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon',
  coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]] as Ring],
});

describe('where areas lie', () => {
  let grids: TestSubgraph;
  let as: ReturnType<typeof administratorOf>;
  const put = (code: string, geometry: object, language = 'en') => grids.ask(PUT, { code, geometry }, as, language);
  const at = async (latitude: number, longitude: number) => {
    const { data } = await grids.ask<{ locatePoint: object[] }>(
      `query ($lat: Float!, $lon: Float!) { locatePoint(under: "990121", latitude: $lat, longitude: $lon) {
        areaCode reason distanceM area { name } } }`,
      { lat: latitude, lon: longitude },
    );
    return data?.locatePoint;
  };
  const address = async (text: string) => {
    const { data } = await grids.ask<{ locateAddress: object[] }>(
      'query ($text: String!) { locateAddress(countyCode: "990121", text: $text) { areaCode reason matched } }',
      { text },
    );
    return data?.locateAddress;
  };

  beforeAll(async () => {
    grids = await testGrids();
    await putCounty(grids);
    as = administratorOf(grids, '990121');
    await grids.sql(`insert into qr_point (code, area_code, label) values
      ('QR-11', '990121001001002', '桥头村 11号楼'), ('QR-M', '990121002001001', '石门村 老水塔')`);
    await grids.sql(`update household set building = '3号楼' where grid_code = '990121001001001' and door = '3号'`);
    for (const [code, shape] of [
      ['990121001', box(104, 30, 104.2, 30.1)],
      ['990121001001', box(104, 30, 104.1, 30.1)],
      ['990121001001001', box(104, 30, 104.1, 30.05)],
      ['990121001001002', box(104.04, 30.02, 104.06, 30.03)],
    ] as const) {
      expect((await put(code, shape)).errors).toBeUndefined();
    }
  }, 120_000);
  afterAll(() => grids.close());

  it('tells the grid of a point, the smaller one first', async () => {
    expect(await at(30.01, 104.01)).toEqual([
      { areaCode: '990121001001001', reason: 'inside', distanceM: 0, area: { name: '桥头村第一网格' } },
    ]);
    expect(await at(30.025, 104.05)).toMatchObject([{ areaCode: '990121001001002' }, { areaCode: '990121001001001' }]);
  });

  it('falls back to the nearest, up to two kilometres', async () => {
    // A thousandth of a degree of latitude is 111 metres.
    expect(await at(30.051, 104.01)).toEqual([
      { areaCode: '990121001001001', reason: 'nearest', distanceM: 111, area: { name: '桥头村第一网格' } },
    ]);
    expect(await at(30.08, 104.01)).toEqual([]);
  });

  it('shows the boundary, and the one before for the time before', async () => {
    const { data } = await grids.ask<{ area: object }>('{ area(code: "990121001001002") { boundary past: boundary(on: "2020-01-01") } }');
    expect(data?.area).toEqual({ boundary: box(104.04, 30.02, 104.06, 30.03), past: null });
  });

  it('takes a MultiPolygon, and what surveys differ by', async () => {
    const shape = { type: 'MultiPolygon', coordinates: [box(104.00001, 30.06, 104.02, 30.07).coordinates, box(103.999999, 30.08, 104.02, 30.09).coordinates] };
    await grids.sql(`insert into area (code, parent_code, name, grid_kind) values ('990121001001003', '990121001001', '桥头村第三网格', 'urbanRural')`);
    expect((await put('990121001001003', shape)).errors).toBeUndefined();
    expect(await at(30.085, 104.01)).toMatchObject([{ areaCode: '990121001001003', reason: 'inside' }]);
  });

  it.each([
    ['a shape that leaves its village', '990121001001002', box(104.05, 30.02, 104.15, 30.03), 'BOUNDARY_CROSSES_PARENT'],
    ['a village drawn smaller than its grids', '990121001001', box(104, 30, 104.05, 30.1), 'BOUNDARY_CROSSES_PARENT'],
    ['a line', '990121001001002', { type: 'LineString', coordinates: [[104, 30], [104.1, 30]] }, 'BOUNDARY_INVALID'],
    ['an open ring', '990121001001002', { type: 'Polygon', coordinates: [[[104, 30], [104.1, 30], [104.1, 30.1], [104, 30.1]]] }, 'BOUNDARY_INVALID'],
    ['a bow tie', '990121001001002', { type: 'Polygon', coordinates: [[[104, 30], [104.01, 30.01], [104.01, 30], [104, 30.01], [104, 30]]] }, 'BOUNDARY_INVALID'],
    ['degrees off the earth', '990121001001002', box(204, 30, 205, 31), 'BOUNDARY_INVALID'],
    ['projected metres', '990121001001002', box(500000, 3300000, 500100, 3300100), 'BOUNDARY_INVALID'],
  ])('is refused %s, in both languages', async (_what, code, geometry, expected) => {
    const before = await grids.sql('select area_code, valid_from::text, area_m2 from boundary order by 1, 2');
    const [english, chinese] = [await put(code, geometry), await put(code, geometry, 'zh-CN')];
    expect(english.errors?.[0]?.extensions).toMatchObject({ code: expected, field: 'geometry' });
    expect(chinese.errors?.[0]?.message).not.toBe(english.errors?.[0]?.message);
    expect(await grids.sql('select area_code, valid_from::text, area_m2 from boundary order by 1, 2')).toEqual(before);
  });

  it('names who crosses whom and by how much', async () => {
    const { errors } = await put('990121001001002', box(104.05, 30.02, 104.15, 30.03));
    expect(errors?.[0]?.extensions).toMatchObject({ value: '990121001001002', parent: '990121001001' });
    // 0.05° × 0.01° at 30° north is 4.8 km × 1.1 km.
    expect(errors?.[0]?.extensions['outside']).toBeGreaterThan(5_000_000);
    expect(errors?.[0]?.extensions['outside']).toBeLessThan(5_700_000);
  });

  it('tells the grid of an address by the grid, a point, a building or the village that it names', async () => {
    expect(await address('桥头村第一网格东头')).toMatchObject([{ areaCode: '990121001001001', reason: 'gridNamed' }]);
    expect((await address('城关镇桥头村11号楼楼道灯不亮'))?.[0]).toEqual({ areaCode: '990121001001002', reason: 'qrPointNamed', matched: '桥头村 11号楼' });
    expect((await address('桥头村 3号楼 2单元'))?.[0]).toEqual({ areaCode: '990121001001001', reason: 'buildingNamed', matched: '3号楼' });
    expect(await address('老水塔旁边的路塌了')).toMatchObject([{ areaCode: '990121002001001', reason: 'qrPointNamed', matched: '老水塔' }]);
    expect(await address('石门坎有人打架')).toMatchObject([{ areaCode: '990121002001001', reason: 'villageNamed' }]);
    expect((await address('桥头村路灯坏了'))?.length).toBeGreaterThan(1);
    expect(await address('希望尽快解决')).toEqual([]);
  });

  it('takes no 1号楼 out of an 11号楼', async () => {
    expect((await address('桥头村11号楼'))?.filter((found) => 'matched' in found && found.matched === '1号楼')).toEqual([]);
  });
});
