import { createClient } from 'graphql-ws';
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
