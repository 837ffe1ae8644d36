import { statementsDuring } from '@yiwang/testing/statements';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { putCounty } from './county.js';
import { testGrids } from './grids.js';

interface AreaAnswer {
  code: string;
  name: string;
  level: string;
  gridKind: string | null;
  parent: { code: string } | null;
  ancestors: { code: string }[];
  children: { code: string }[];
  households: number;
}

describe('asking for areas', () => {
  let grids: TestSubgraph;

  beforeAll(async () => {
    grids = await testGrids();
    await putCounty(grids);
  }, 120_000);
  afterAll(() => grids.close());

  it('answers by code, without a token', async () => {
    const answer = await grids.ask('{ area(code: "990121") { code name } }');
    expect(answer).toEqual({ data: { area: { code: '990121', name: '云溪县' } } });
  });

  it('knows what an area lies in, what lies in it, and its households', async () => {
    const { data } = await grids.ask<{ area: AreaAnswer }>(
      `{ area(code: "990121001001") {
        level gridKind parent { code } ancestors { code } children { code } households } }`,
    );
    expect(data?.area).toEqual({
      level: 'village',
      gridKind: null,
      parent: { code: '990121001' },
      ancestors: [{ code: '9901' }, { code: '990121' }, { code: '990121001' }],
      children: [{ code: '990121001001001' }, { code: '990121001001002' }],
      households: 75,
    });
  });

  it('adds households up over the whole county and counts nobody twice', async () => {
    const { data } = await grids.ask<{ area: AreaAnswer }>('{ area(code: "9901") { households parent { code } } }');
    expect(data?.area).toEqual({ households: 107, parent: null });
  });

  it('lists what lies under an area, of one level or of all', async () => {
    const { data } = await grids.ask<Record<string, { code: string }[]>>(
      `{ all: areas(under: "990121002") { code } grids: areas(under: "990121", level: grid) { code gridKind } }`,
    );
    expect(data?.all).toEqual([{ code: '990121002001' }, { code: '990121002001001' }]);
    expect(data?.grids).toEqual([
      { code: '990121001001001', gridKind: 'urbanRural' },
      { code: '990121001001002', gridKind: 'school' },
      { code: '990121002001001', gridKind: 'urbanRural' },
    ]);
  });

  it('lists areas by their codes in that order, without those that are not there', async () => {
    const { data } = await grids.ask('{ areas(codes: ["990121002", "990199", "990121001"]) { name } }');
    expect(data).toEqual({ areas: [{ name: '和平乡' }, { name: '城关镇' }] });
  });

  it.each([
    ['{ areas { code } }', 'INPUT_INVALID', 'codes'],
    ['{ areas(codes: ["990121"], under: "990121") { code } }', 'INPUT_INVALID', 'codes'],
    ['{ areas(under: "990199") { code } }', 'AREA_UNKNOWN', 'under'],
  ])('refuses %s', async (query, code, field) => {
    const { errors } = await grids.ask(query);
    expect(errors?.[0]?.extensions).toMatchObject({ code, field });
  });

  it('resolves references, parents, children, ancestors and households of many areas with four reads', async () => {
    const codes = ['990121001001001', '990121001001002', '990121002001001', '990121001001001', '990121001'];
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area {
      name parent { name } ancestors { name } children { name } households } } }`;
    const ask = () =>
      grids.ask<{ _entities: unknown[] }>(query, {
        representations: codes.map((code) => ({ __typename: 'Area', code })),
      });
    const statements = await statementsDuring(grids.app, async () => {
      const { data, errors } = await ask();
      expect(errors).toBeUndefined();
      expect(data?._entities).toHaveLength(5);
      expect(data?._entities[4]).toMatchObject({ households: 75, children: [{ name: '桥头村' }] });
    });
    // The service keeps its audit beside what is asked; that transaction may end meanwhile.
    expect(statements.filter((text) => text !== 'COMMIT')).toHaveLength(4);
  });

  it('refuses a bad token in the language asked for', async () => {
    const answer = await grids.ask('{ area(code: "990121") { code } }', {}, { claims: { aud: 'x' } }, 'zh-CN');
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringContaining('请先登录'),
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});
