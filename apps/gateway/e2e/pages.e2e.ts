import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../src/config.js';
import { registerPages } from '../src/pages.js';

const ENCODINGS = { br: brotliDecompressSync, gzip: gunzipSync };

/** Pages as `npm run build` leaves them: `npm test` builds first. */
describe('the pages', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = fastify();
    await registerPages(server, { KEYCLOAK_URL: 'http://keycloak.test', KEYCLOAK_REALM: 'yiwang' } as GatewayConfig);
  });
  afterAll(() => server?.close());

  const get = (url: string, encoding?: string) => server.inject({ url, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } });
  const scriptOf = async (page: string): Promise<string> => {
    const [, script] = /src="([^"]+\.js)"/.exec((await get(page)).body) ?? [];
    if (script === undefined) throw new Error(`${page} names no script`);
    return script;
  };

  it.each(['/r/QR-990121-0001', '/console/'])('of %s send their script compressed as the browser takes it, and kept for good', async (page) => {
    const script = await scriptOf(page);
    const plain = await get(script);
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const [encoding, decompress] of Object.entries(ENCODINGS)) {
      const { headers, rawPayload } = await get(script, encoding);
      expect(headers).toMatchObject({ 'content-encoding': encoding, 'cache-control': expect.stringContaining('immutable'), 'content-type': expect.stringContaining('javascript') });
      expect(headers.vary).toMatch(/accept-encoding/i);
      expect(rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
      expect(decompress(rawPayload).equals(plain.rawPayload)).toBe(true);
    }
  });

  it('are asked for anew each time, and cost nothing where they stayed the same', async () => {
    const first = await get('/r/QR-990121-0001', 'gzip');
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await server.inject({ url: '/r/QR-990121-0001', headers: { 'accept-encoding': 'gzip', 'if-none-match': String(first.headers.etag) } });
    expect(again.statusCode).toBe(304);
  });

  it('have a script that opens the workbench without network, asked for anew each time and for its own pages alone', async () => {
    const { headers, body } = await get('/console/service-worker.js', 'gzip');
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': expect.stringContaining('javascript') });
    expect(headers['service-worker-allowed']).toBeUndefined();
    expect(body).not.toBe('');
  });

  it('say nothing of files that are not theirs', async () => {
    expect((await get('/console/assets/nothing.js', 'br')).statusCode).toBe(404);
    expect((await get('/console/assets/..%2f..%2fpackage.json', 'br')).statusCode).not.toBe(200);
  });
});
