import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@yiwang/platform/logging';
import { fastify, type FastifyInstance } from 'fastify';
import { AddressLimit } from './address-limit.js';
import { registerExports } from './exports.js';

const CONTENT = Buffer.from([80, 75, 3, 4, 255]);

describe('workbooks through the gateway', () => {
  const seen: IncomingHttpHeaders[] = [];
  const service = createServer((request, response) => {
    seen.push(request.headers);
    if (request.headers.authorization !== 'Bearer good') {
      response.writeHead(401, { 'content-type': 'application/json' }).end('{"code":"UNAUTHENTICATED"}');
      return;
    }
    response.writeHead(200, { 'content-type': 'application/xlsx', 'content-disposition': 'attachment', 'x-inner': 'kept' }).end(CONTENT);
  });
  let gateway: FastifyInstance;
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/graphql`;
  });
  beforeEach(() => {
    gateway = fastify();
    registerExports(gateway, { service: 'evaluations', url, limit: new AddressLimit(2), logger: createLogger('gateway', 'silent') });
  });
  afterEach(() => gateway.close());
  afterAll(() => new Promise<void>((resolve) => service.close(() => resolve())));

  const get = (token?: string, file = `${randomUUID()}.xlsx`) =>
    gateway.inject({ url: `/exports/figures/${file}`, headers: { cookie: 'x=1', ...(token && { authorization: `Bearer ${token}` }) } });

  it('come whole, with what the service says of them and nothing else', async () => {
    const answer = await get('good');
    expect([answer.statusCode, answer.headers['content-disposition'], answer.headers['x-inner']]).toEqual([200, 'attachment', undefined]);
    expect(answer.rawPayload.equals(CONTENT)).toBe(true);
    expect(seen.at(-1)?.cookie).toBeUndefined();
  });

  it('are refused in the service’s words, and by address where that goes on', async () => {
    expect((await get('bad')).json()).toEqual({ code: 'UNAUTHENTICATED' });
    await get('bad');
    expect((await get('bad')).json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('are not asked for by another name', async () => {
    const before = seen.length;
    for (const file of ['x.xlsx', `${randomUUID()}.csv`, '..%2Fgraphql']) expect((await get('good', file)).statusCode).toBe(404);
    expect(seen).toHaveLength(before);
  });

  it('are unavailable while the service is away', async () => {
    gateway = fastify();
    registerExports(gateway, { service: 'evaluations', url: 'http://127.0.0.1:1/graphql', limit: new AddressLimit(2), logger: createLogger('gateway', 'silent') });
    expect((await get('good')).json()).toMatchObject({ code: 'SERVICE_UNAVAILABLE', part: 'evaluations' });
  });
});
