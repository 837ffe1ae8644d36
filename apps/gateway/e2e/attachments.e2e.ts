import { randomBytes, randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { testCounty, type TestCounty } from './county.js';

const LINK = '?expires=9&signature=good';
const content = randomBytes(6 * 1024 * 1024);

describe('attachments through the gateway', () => {
  let county: TestCounty;
  beforeAll(async () => {
    county = await testCounty({ QUERY_ANONYMOUS_PER_MINUTE: '3', QUERY_RECEIVE_TIMEOUT_MS: '1000' });
  });
  afterAll(() => county.close());

  const link = (id: string, query = LINK) => county.url.replace('/graphql', `/attachments/${id}${query}`);
  const put = (id: string, body: Uint8Array, query?: string) =>
    fetch(link(id, query), { method: 'PUT', body: body as BodyInit, headers: { 'content-type': 'video/mp4' } });

  it('takes a content larger than any query may be, and hands it out whole or in part', async () => {
    const id = randomUUID();
    const taken = await put(id, content);
    expect([taken.status, await taken.json()]).toEqual([201, { bytes: content.length }]);
    const whole = await fetch(link(id));
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    expect(whole.headers.get('content-security-policy')).toBe('sandbox');
    expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true);
    const part = await fetch(link(id), { headers: { range: 'bytes=2-5', cookie: 'x=1' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 2-5/${content.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(content.subarray(2, 6))).toBe(true);
    expect(county.cases.files.seen.at(-1)?.cookie).toBeUndefined();
  });

  it('waits longer for a content than for a query', async () => {
    const id = randomUUID();
    const status = await new Promise((resolve, reject) => {
      const slow = httpRequest(link(id), { method: 'PUT' }, (response) => resolve(response.resume().statusCode));
      slow.on('error', reject);
      slow.write('first half');
      setTimeout(() => slow.end('second half'), 2_000);
    });
    expect(status).toBe(201);
    const { port, hostname } = new URL(county.url);
    const began = Date.now();
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined).on('close', () => resolve());
      socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{');
    });
    expect(Date.now() - began).toBeLessThan(3_000);
  });

  it('lets go of the service when the sender leaves', async () => {
    const id = randomUUID();
    const leaving = httpRequest(link(id), { method: 'PUT' });
    leaving.on('error', () => undefined);
    leaving.write('half');
    while (!county.cases.files.underWay.has(id)) await new Promise((resolve) => setTimeout(resolve, 10));
    leaving.destroy();
    while (county.cases.files.underWay.has(id)) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await fetch(link(id))).status).toBe(404);
  });

  it('passes nothing but attachments', async () => {
    const before = county.cases.files.seen.length;
    for (const id of ['..%2fgraphql', 'x', '', '..%2f..%2fhealth%2flive']) expect((await fetch(link(id))).status).toBe(404);
    expect((await fetch(link(randomUUID()), { method: 'DELETE' })).status).toBe(404);
    expect(county.cases.files.seen).toHaveLength(before);
  });

  it("passes the service's refusal on, and those who guess are held", async () => {
    const refused: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) refused.push((await put(randomUUID(), content, '?signature=bad')).status);
    expect(refused).toEqual([403, 403, 403, 429]);
    const held = await fetch(link(randomUUID()), { headers: { 'accept-language': 'en' } });
    expect(await held.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS', message: expect.stringContaining('Too many') });
  });

  it('says that the service is away', async () => {
    const alone = await testCounty();
    await alone.cases.close();
    const answer = await fetch(alone.url.replace('/graphql', `/attachments/${randomUUID()}${LINK}`));
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'SERVICE_UNAVAILABLE', part: 'cases' }]);
    await alone.close();
  });
});

