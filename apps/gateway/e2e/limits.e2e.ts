import { testCounty, type TestCounty } from './county.js';

describe('what the gateway refuses', () => {
  let county: TestCounty;
  beforeAll(async () => {
    county = await testCounty({
      QUERY_MAX_DEPTH: '6',
      QUERY_MAX_ALIASES: '5',
      QUERY_MAX_TOKENS: '120',
      QUERY_MAX_COST: '500',
      QUERY_BODY_LIMIT_BYTES: '4000',
    });
  });
  afterAll(() => county.close());

  const deep = '{ cases { related { related { related { related { related { number } } } } } } }';
  const many = `{ ${Array.from({ length: 6 }, (_, i) => `a${i}: case(number: "1") { number }`).join(' ')} }`;
  const long = `{ ${'cases { number } '.repeat(40)} }`;
  const wide = '{ cases(first: 200) { grid { members { id } } } }';

  it.each([
    ['depth', deep, 'it is nested more than 6 levels deep', '嵌套超过 6 层'],
    ['aliases', many, 'it has more than 5 aliases', '别名超过 5 个'],
    ['tokens', long, 'it has more than 120 tokens', '语句超过 120 个词元'],
    ['cost', wide, 'about 2400 objects', '预计返回 2400 个对象'],
  ])('refuses by %s before any service is asked, in the language asked for', async (_, query, english, chinese) => {
    const before = county.cases.seen.length;
    for (const [language, sentence] of [['en', english], ['zh-CN', chinese], ['en', english]] as const) {
      const { body } = await county.ask(query, { headers: { 'accept-language': language } });
      expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_REFUSED', category: 'TOO_MUCH', retryable: false });
      expect(body.errors?.[0]?.message).toContain(sentence);
    }
    expect(county.cases.seen).toHaveLength(before);
  });

  it('counts a size that comes by variable, and fragments', async () => {
    const query = `query ($n: Int) { cases(first: $n) { ...seen } } fragment seen on Case { grid { members { id } } }`;
    expect((await county.ask(query, { variables: { n: 200 } })).body.errors?.[0]?.extensions.code).toBe('QUERY_REFUSED');
    expect((await county.ask(query, { variables: { n: 2 } })).body.errors).toBeUndefined();
  });

  it.each([{ n: 'many' }, { n: 1.5 }])('says what is wrong with a variable: %j', async (variables) => {
    const { body } = await county.ask('query ($n: Int) { cases(first: $n) { number } }', { variables });
    expect(body.errors?.[0]?.extensions.code).toBe('INPUT_INVALID');
    expect(body.errors?.[0]?.message).toContain('$n');
  });

  it('names no field that the caller did not', async () => {
    const { body } = await county.ask('{ casses { number } }');
    expect(body.errors?.[0]?.extensions.code).toBe('INPUT_INVALID');
    expect(body.errors?.[0]?.message).not.toMatch(/did you mean|"cases"/i);
  });

  it('takes JSON by POST and nothing else', async () => {
    const send = (init: RequestInit, query = '') => fetch(county.url + query, init).then((response) => response.status);
    const body = JSON.stringify({ query: '{ cases { number } }' });
    const before = county.cases.seen.length;
    expect(await send({ method: 'POST', body, headers: { 'content-type': 'text/plain' } })).toBe(400);
    expect(await send({ method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })).toBe(400);
    expect(await send({ method: 'GET' }, '?query=%7B__typename%7D')).toBe(404);
    for (const odd of ['[]', '"x"', '{}', '{"query": 1}', '{"query": "{ cases { number } }", "variables": []}']) {
      expect(await send({ method: 'POST', body: odd, headers: { 'content-type': 'application/json' } })).toBe(400);
    }
    expect(await send({ method: 'POST', body: '{"query":', headers: { 'content-type': 'application/json' } })).toBe(400);
    expect(county.cases.seen).toHaveLength(before);
  });

  it('refuses a body over the limit', async () => {
    const { status, body } = await county.ask(`{ cases { number } } #${'x'.repeat(5_000)}`);
    expect(status).toBe(413);
    expect(body.errors?.[0]?.extensions.code).toBe('QUERY_REFUSED');
  });

  it('hides its schema in production', async () => {
    const question = '{ __schema { types { name } } }';
    expect((await county.ask<object>(question)).body.errors).toBeUndefined();
    const production = await testCounty({ YIWANG_ENV: 'production' });
    const { body } = await production.ask(question);
    expect(body.data ?? null).toBeNull();
    expect(body.errors?.[0]?.extensions.code).toBe('INPUT_INVALID');
    await production.close();
  });

  it('limits callers without a token by address, and those whose token is refused', async () => {
    const strict = await testCounty({ QUERY_ANONYMOUS_PER_MINUTE: '3' });
    const codes = async (headers: Record<string, string>, query: string) => {
      const found: (string | undefined)[] = [];
      for (let i = 0; i < 5; i++) found.push((await strict.ask(query, { headers })).body.errors?.[0]?.extensions.code);
      return found;
    };
    const good = { authorization: 'Bearer a.b.c' };
    expect(await codes(good, '{ cases { number } }')).toEqual(Array(5).fill(undefined));
    const refused = await codes(good, 'mutation { startCase(text: "x") { number } }');
    expect(refused.slice(0, 3)).toEqual(Array(3).fill('UNAUTHENTICATED'));
    expect(refused.slice(3)).toEqual(Array(2).fill('TOO_MANY_REQUESTS'));
    const nameless = await codes({}, '{ cases { number } }');
    expect(nameless).toEqual([undefined, undefined, undefined, 'TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
    await strict.close();
  });
});
