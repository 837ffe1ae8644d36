import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { testCounty, type TestCounty } from './county.js';

const EVENTS = 'subscription { caseEvents { sequence grid { name } } }';

describe('following cases through the gateway', () => {
  let county: TestCounty;
  beforeAll(async () => {
    county = await testCounty();
  });
  afterAll(() => county.close());

  it('streams over SSE, joining what other services know', async () => {
    const controller = new AbortController();
    const response = await fetch(county.url, {
      method: 'POST',
      signal: controller.signal,
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: 'Bearer a.b.c' },
      body: JSON.stringify({ query: EVENTS }),
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    let text = '';
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += new TextDecoder().decode(part);
      if (text.includes('"sequence":3')) break;
    }
    controller.abort();
    expect(text).toContain('{"data":{"caseEvents":{"sequence":1,"grid":{"name":"grid g1"}}}}');
    expect(county.cases.connections.at(-1)).toMatchObject({ authorization: 'Bearer a.b.c' });
  });

  it('streams over graphql-ws, with the caller in connectionParams', async () => {
    const client = createClient({
      url: county.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { Authorization: 'Bearer d.e.f', 'accept-language': 'zh' },
    });
    const seen: unknown[] = [];
    for await (const { data } of client.iterate({ query: EVENTS })) if (seen.push(data) === 3) break;
    await client.dispose();
    expect(seen[2]).toEqual({ caseEvents: { sequence: 3, grid: { name: 'grid g3' } } });
    expect(county.cases.connections.at(-1)).toMatchObject({ authorization: 'Bearer d.e.f', 'accept-language': 'zh' });
  });

  const nextOf = async (client: Client, query: string): Promise<object | undefined> => {
    const answer = await client.iterate({ query }).next();
    return answer.value as object | undefined;
  };
  const connect = (to: TestCounty, headers: Record<string, string> = {}): Client => {
    class WithHeaders extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers: { 'accept-language': 'en', ...headers } });
      }
    }
    return createClient({ url: to.url.replace('http', 'ws'), webSocketImpl: WithHeaders, retryAttempts: 0 });
  };
  const eventually = async (isSo: () => boolean): Promise<boolean> => {
    for (let tries = 0; tries < 100 && !isSo(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    return isSo();
  };
  const stream = (to: TestCounty, signal?: AbortSignal): Promise<Response> =>
    fetch(to.url, {
      method: 'POST',
      signal,
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: EVENTS }),
    });
  const TOO_MANY = { errors: [{ extensions: { code: 'TOO_MANY_REQUESTS', retryable: true } }] };
  const EVENT = { data: { caseEvents: { sequence: 1 } } };

  it.each(['{ cases { number } }', 'mutation { startCase(text: "x") { number } }', 'query { __typename }'])(
    'runs no %s over a socket',
    async (query) => {
      const client = connect(county, { authorization: 'Bearer a.b.c' });
      const before = county.cases.seen.length;
      expect(await nextOf(client, query)).toMatchObject({
        errors: [{ message: expect.stringContaining('POST'), extensions: { code: 'INPUT_INVALID', field: 'query' } }],
      });
      expect(county.cases.seen).toHaveLength(before);
      await client.dispose();
    },
  );

  it('counts what comes over a socket as it counts a POST, by the address that a trusted proxy reports', async () => {
    const strict = await testCounty({ QUERY_ANONYMOUS_PER_MINUTE: '3', TRUST_PROXY: 'true' });
    const forwarded = { 'x-forwarded-for': '192.0.2.1, 10.0.0.1' };
    const [client, other] = [connect(strict, forwarded), connect(strict, { 'x-forwarded-for': '192.0.2.2' })];
    await strict.ask('{ __typename }', { headers: forwarded });
    expect(await nextOf(client, EVENTS)).toMatchObject(EVENT);
    expect(await nextOf(client, EVENTS)).toMatchObject(EVENT);
    expect(await nextOf(client, EVENTS)).toMatchObject(TOO_MANY);
    expect(await nextOf(other, EVENTS)).toMatchObject(EVENT);
    expect((await strict.ask('{ __typename }', { headers: forwarded })).status).toBe(429);
    await Promise.all([client.dispose(), other.dispose()]);
    await strict.close();
  });

  it('keeps so many subscriptions of one address and no more, over sockets and SSE together', async () => {
    const few = await testCounty({ QUERY_MAX_SUBSCRIPTIONS: '2' });
    const [client, other] = [connect(few), connect(few)];
    const leaving = new AbortController();
    expect(await nextOf(client, EVENTS)).toMatchObject(EVENT);
    expect((await stream(few, leaving.signal)).status).toBe(200);
    expect(await nextOf(other, EVENTS)).toMatchObject(TOO_MANY);
    expect((await stream(few)).status).toBe(429);
    expect(await eventually(() => few.cases.openConnections() === 2)).toBe(true);
    leaving.abort();
    await client.dispose();
    // Nothing happens meanwhile, and yet nobody is followed any more.
    expect(await eventually(() => few.cases.openConnections() === 0)).toBe(true);
    expect(await nextOf(other, EVENTS)).toMatchObject(EVENT);
    expect((await stream(few, AbortSignal.timeout(500))).status).toBe(200);
    await other.dispose();
    await few.close();
  });

  it('keeps so many over one connection of a caller with a token', async () => {
    const few = await testCounty({ QUERY_MAX_SUBSCRIPTIONS: '1' });
    const good = { authorization: 'Bearer a.b.c' };
    const [client, other] = [connect(few, good), connect(few, good)];
    expect(await nextOf(client, EVENTS)).toMatchObject(EVENT);
    expect(await nextOf(client, EVENTS)).toMatchObject(TOO_MANY);
    expect(await nextOf(other, EVENTS)).toMatchObject(EVENT);
    await Promise.all([client.dispose(), other.dispose()]);
    await few.close();
  });

  it('says how to ask for a stream where one was asked for without', async () => {
    const { status, body } = await county.ask(EVENTS);
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({ extensions: { code: 'INPUT_INVALID', expected: 'text/event-stream' } });
  });

  it('ends with the token', async () => {
    const exp = Math.floor(Date.now() / 1_000) + 2;
    const token = `a.${Buffer.from(JSON.stringify({ exp })).toString('base64url')}.c`;
    const response = await fetch(county.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: EVENTS }),
    });
    expect(await response.text()).toContain('"code":"UNAUTHENTICATED"');
  });

  it('does not keep the gateway from stopping', async () => {
    const short = await testCounty();
    const response = await fetch(short.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: EVENTS }),
    });
    const reading = response.text().catch(() => 'cut');
    const began = Date.now();
    await short.close();
    expect(Date.now() - began).toBeLessThan(3_000);
    await reading;
  });
});
