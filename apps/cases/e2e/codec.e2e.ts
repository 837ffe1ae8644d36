import type { Role } from '@yiwang/contracts/roles';
import { AesPayloadCodec, encodePayloadJson, parsePayloadKeys } from '@yiwang/platform/engine';
import { CODEC_BODY_LIMIT } from '../src/course/codec-routes.js';
import { casesStand, PAYLOAD_KEYS, WEB_UI, type Stand } from './stand.js';

const SECRET = '李四说楼道灯不亮';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

interface Sent {
  token?: string;
  headers?: Record<string, string>;
  content?: string;
  method?: string;
}

describe('the codec endpoint', () => {
  let cases: Stand;
  let body: string;
  beforeAll(async () => {
    cases = await casesStand();
    const plain = { metadata: { encoding: base64('json/plain') }, data: base64(JSON.stringify(SECRET)) };
    const payloads = await encodePayloadJson(new AesPayloadCodec(parsePayloadKeys(PAYLOAD_KEYS)), [plain]);
    body = JSON.stringify({ payloads });
  }, 120_000);
  afterAll(() => cases?.close());

  const send = (act: string, { token, headers = {}, content = body, method = 'POST' }: Sent) =>
    fetch(new URL(`/codec/${act}?preserveStorageRefs=true`, cases.url), {
      method,
      headers: {
        ...(method === 'POST' ? { 'content-type': 'application/json', 'x-namespace': 'default' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(method === 'POST' ? { body: content } : {}),
    });
  const tokenOf = (...roles: Role[]): Promise<string> => cases.issuer.token({ roles });
  const audited = () =>
    cases.sql<{ operation: string; outcome: string; target_id: string; details: object }>(
      `select operation, outcome, target_id, details from audit_entry where operation like '%codePayloads' order by id`,
    );

  it.each<Role>(['supervisor', 'administrator'])('opens for a %s, from the Web UI’s own origin', async (role) => {
    const response = await send('decode', { token: await tokenOf(role), headers: { origin: WEB_UI } });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(WEB_UI);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { payloads } = (await response.json()) as { payloads: { data: string }[] };
    expect(JSON.parse(Buffer.from(payloads[0]!.data, 'base64').toString())).toBe(SECRET);
    expect((await audited()).at(-1)).toEqual({
      ...{ operation: 'decodePayloads', outcome: 'done', target_id: 'default' },
      details: { payloads: 1, encrypted: 1, unreadable: 0 },
    });
  });

  it('tells the browser beforehand which headers it may send, and other pages nothing', async () => {
    const preflight = await send('decode', { method: 'OPTIONS', headers: { origin: WEB_UI, 'access-control-request-method': 'POST' } });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, expect.stringContaining('x-namespace')]);
    for (const method of ['OPTIONS', 'POST']) {
      const response = await send('decode', { method, token: await tokenOf('supervisor'), headers: { origin: 'http://elsewhere.test' } });
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    }
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['no token', async () => undefined],
    ['a token signed by a foreign key', () => cases.issuer.token({ roles: ['administrator'], foreignKey: true })],
    ['a token for somebody else', () => cases.issuer.token({ roles: ['administrator'], claims: { aud: 'another-api' } })],
    ['a token without an end', () => cases.issuer.token({ roles: ['administrator'], claims: { exp: undefined } })],
    ['an unsigned token', async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await tokenOf('administrator')).split('.')[1]}.x`],
  ])('refuses %s', async (_, token) => {
    for (const act of ['decode', 'encode']) {
      const response = await send(act, { token: await token() });
      expect([response.status, await response.text()]).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
    }
  });

  it.each<[string, Role]>([
    ['decode', 'countyCentre'],
    ['decode', 'externalSystem'],
    ['decode', 'resident'],
    ['encode', 'supervisor'],
    ['encode', 'leader'],
  ])('refuses to %s for a %s, and keeps the attempt', async (act, role) => {
    const response = await send(act, { token: await tokenOf(role) });
    expect(response.status).toBe(403);
    expect((await audited()).at(-1)).toMatchObject({ operation: `${act}Payloads`, outcome: 'refused' });
  });

  it('refuses what is too large, no JSON or no list of payloads', async () => {
    const token = await tokenOf('supervisor');
    const large = JSON.stringify({ payloads: [{ data: 'A'.repeat(CODEC_BODY_LIMIT) }] });
    const contents: [string, number][] = [[large, 413], ['{', 400], ['{"payloads": 1}', 400], ['{"__proto__": {}}', 400]];
    for (const [content, status] of contents) expect((await send('decode', { token, content })).status).toBe(status);
  });

  it('leaves the graph’s own requests as they were', async () => {
    expect((await cases.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
});
