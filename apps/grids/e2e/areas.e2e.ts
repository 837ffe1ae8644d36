import { testSubgraph, type TestSubgraph } from '@yiwang/testing/subgraph';
import { AppModule } from '../src/app.module.js';
import { ownSchema } from '../src/schema.js';

describe('asking for areas', () => {
  let grids: TestSubgraph;

  beforeAll(async () => {
    grids = await testSubgraph(ownSchema, (config, logger) => AppModule.with(config, logger));
    await grids.sql(`insert into area (code, name) values ('990121', '云溪县')`);
  }, 120_000);
  afterAll(() => grids.close());

  it('answers by code, without a token', async () => {
    const answer = await grids.ask('{ area(code: "990121") { code name } }');
    expect(answer).toEqual({ data: { area: { code: '990121', name: '云溪县' } } });
  });

  it('resolves many references with one read', async () => {
    const representations = Array.from({ length: 5 }, () => ({ __typename: 'Area', code: '990121' }));
    const answer = await grids.ask<{ _entities: unknown[] }>(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { name } } }',
      { representations },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data?._entities).toHaveLength(5);
  });

  it('refuses a bad token in the language asked for', async () => {
    const answer = await grids.ask('{ area(code: "990121") { code } }', {}, { claims: { aud: 'x' } }, 'zh-CN');
    expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining('请先登录'), extensions: { code: 'UNAUTHENTICATED' } });
  });
});
