import { statementsDuring } from '@yiwang/testing/statements';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { putCounty } from './county.js';
import { testGrids } from './grids.js';

const RECOGNISE = `query ($texts: [String!]!) {
  recogniseAreas(countyCode: "990121", texts: $texts) { areaCode matched ambiguous area { name } } }`;

describe("a county's directory of areas", () => {
  let grids: TestSubgraph;

  beforeAll(async () => {
    grids = await testGrids();
    await putCounty(grids);
  }, 120_000);
  afterAll(() => grids.close());

  it('lists the county and everything in it, by code', async () => {
    const { data } = await grids.ask<{ areaDirectory: object[] }>(
      '{ areaDirectory(countyCode: "990121") { code name aliases } }',
    );
    expect(data?.areaDirectory).toHaveLength(8);
    expect(data?.areaDirectory.slice(0, 2)).toEqual([
      { code: '990121', name: '云溪县', aliases: [] },
      { code: '990121001', name: '城关镇', aliases: ['老城'] },
    ]);
  });

  it('is read once and then remembered', async () => {
    const ask = () => grids.ask('{ areaDirectory(countyCode: "990121") { code } }');
    await ask();
    expect(await statementsDuring(grids.app, ask)).toEqual([]);
  });

  it('recognises places, each text by itself, in the order given', async () => {
    const { data } = await grids.ask(RECOGNISE, { texts: ['石门坎的路灯坏了', '希望尽快解决', '老城乱停车'] });
    expect(data).toEqual({
      recogniseAreas: [
        { areaCode: '990121002001', matched: '石门坎', ambiguous: false, area: { name: '石门村' } },
        { areaCode: null, matched: null, ambiguous: false, area: null },
        { areaCode: '990121001', matched: '老城', ambiguous: false, area: { name: '城关镇' } },
      ],
    });
  });

  it('looks the areas of 200 texts up with one read', async () => {
    const texts = Array.from({ length: 200 }, (_, i) => (i % 2 ? '石门村' : '桥头村'));
    const statements = await statementsDuring(grids.app, async () => {
      const { data } = await grids.ask<{ recogniseAreas: unknown[] }>(RECOGNISE, { texts });
      expect(data?.recogniseAreas).toHaveLength(200);
    });
    expect(statements.length).toBeLessThanOrEqual(1);
  });

  it('refuses more than 200 texts, an overlong one, and a county that is not there', async () => {
    const many = await grids.ask(RECOGNISE, { texts: Array.from({ length: 201 }, () => '石门村') });
    expect(many.errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', field: 'texts' });
    const long = await grids.ask(RECOGNISE, { texts: ['石门村', '长'.repeat(8_001)] });
    expect(long.errors?.[0]?.extensions).toMatchObject({ code: 'TEXT_TOO_LONG', field: 'texts[1]' });
    for (const countyCode of ['990199', '9901', 'x', '990121001']) {
      const { errors } = await grids.ask('query ($c: ID!) { areaDirectory(countyCode: $c) { code } }', {
        c: countyCode,
      });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'AREA_UNKNOWN', field: 'countyCode' });
    }
  });
});
