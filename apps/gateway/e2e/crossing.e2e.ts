import { testCounty, type TestCounty } from './county.js';

describe('a query that crosses services', () => {
  let county: TestCounty;
  beforeAll(async () => {
    county = await testCounty();
  });
  afterAll(() => county.close());

  it('asks each service once a step, however many cases there are', async () => {
    const { body } = await county.ask<{ cases: { grid: { members: { unit: object }[] } }[] }>(
      '{ cases(first: 9) { number grid { name members { name unit { name } } } } }',
    );
    expect(body.errors).toBeUndefined();
    expect(body.data?.cases).toHaveLength(9);
    expect(body.data?.cases[8]?.grid.members[1]).toEqual({ name: 'member g2-2', unit: { name: 'unit u' } });
    expect([county.cases.seen.length, county.grids.seen.length, county.identity.seen.length]).toEqual([1, 1, 1]);
    expect(county.grids.seen[0]?.variables?.['representations']).toHaveLength(3);
    expect(county.identity.seen[0]?.variables?.['representations']).toHaveLength(6);
  });

  it('carries the caller, their language and the number of the request to every service', async () => {
    const headers = { authorization: 'Bearer a.b.c', 'accept-language': 'zh-CN', 'x-correlation-id': 'mine-1', cookie: 'x=1' };
    const answer = await county.ask('{ cases(first: 1) { grid { name } } }', { headers });
    expect(answer.headers.get('x-correlation-id')).toBe('mine-1');
    for (const part of [county.cases, county.grids]) {
      expect(part.seen.at(-1)?.headers).toMatchObject({
        authorization: 'Bearer a.b.c',
        'accept-language': 'zh-CN',
        'x-correlation-id': 'mine-1',
      });
      expect(part.seen.at(-1)?.headers.cookie).toBeUndefined();
    }
  });

  it('gives a request its own number where the caller gave none', async () => {
    const { headers } = await county.ask('{ __typename }', { headers: { 'x-correlation-id': 'not good; at all' } });
    expect(headers.get('x-correlation-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it("passes a service's own refusal on as it is", async () => {
    const { body } = await county.ask('{ case(number: "unknown") { number } }');
    expect(body.data).toEqual({ case: null });
    expect(body.errors).toEqual([
      {
        message: 'There is no case unknown',
        path: ['case'],
        extensions: { value: 'unknown', code: 'CASE_NOT_FOUND', category: 'NOT_FOUND', retryable: false },
      },
    ]);
  });

  it('says that a service is away, and answers what the others know', async () => {
    const alone = await testCounty({ QUERY_SUBGRAPH_TIMEOUT_MS: '2000' });
    await alone.identity.close();
    const { body } = await alone.ask<{ grid: object }>('{ grid(code: "g1") { name members { id name } } }', {
      headers: { 'accept-language': 'zh' },
    });
    expect(body.errors?.[0]).toMatchObject({
      message: '服务暂时不可用，请稍后重试',
      extensions: { code: 'SERVICE_UNAVAILABLE', part: 'identity', retryable: true },
    });
    expect(JSON.stringify(body)).not.toMatch(/ECONN|127\.0\.0\.1/);
    await alone.close();
  });

  it('answers what it has begun before it stops, and then stops at once', async () => {
    const stopping = await testCounty();
    const begun = stopping.ask('{ slow }');
    while (stopping.cases.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const began = Date.now();
    const stopped = stopping.close();
    expect((await begun).body).toEqual({ data: { slow: 'done' } });
    await stopped;
    expect(Date.now() - began).toBeLessThan(3_000);
  });
});
