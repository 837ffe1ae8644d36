import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@yiwang/platform/logging';
import { readGatewayConfig } from '../src/config.js';
import { createGateway } from '../src/gateway.js';
import { standIn, type StandIn } from './stand-ins.js';

const SUPERGRAPH = readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
const EXPORT = `mutation { exportPersonalData(residentId: "r-1") {
  residentId subject profile { name phone } cases { case { number text } reporter { phone } } } }`;
const CLAIM = 'what identity says.to cases alone';

describe('the export of personal data through the gateway', () => {
  let identity: StandIn;
  let cases: StandIn;
  let app: Awaited<ReturnType<typeof createGateway>>;
  let url: string;

  beforeAll(async () => {
    identity = await standIn(
      'identity',
      `type Query { nothing: String }
       type Mutation { exportPersonalData(residentId: ID!, reason: String): PersonalDataExport! }
       type PersonalDataExport { residentId: ID! claim: String! subject: String profile: ExportedProfile! }
       type ExportedProfile { name: String phone: String }`,
      {
        exportPersonalData: ({ residentId }: { residentId: string }) => ({
          ...{ residentId, claim: CLAIM, subject: null },
          profile: { name: '孟浩然', phone: '19900000000' },
        }),
      },
    );
    cases = await standIn(
      'cases',
      `type Query { nothing: String }
       type PersonalDataExport { residentId: ID! claim: String! cases: [ExportedCase!]! }
       type ExportedCase { case: Case! reporter: Reporter! }
       type Case { number: ID! text: String! }
       type Reporter { phone: String }`,
      {
        _entities: ({ representations }: { representations: object[] }) =>
          representations.map((one) => ({
            ...one,
            cases: [{ case: { number: 'c1', text: '路灯不亮' }, reporter: { phone: '19900000000' } }],
          })),
      },
      ['PersonalDataExport'],
    );
    const nowhere = 'http://127.0.0.1:9/graphql';
    const names = ['IDENTITY', 'DEPARTMENTS', 'GRIDS', 'CASES', 'EVALUATIONS'];
    const config = readGatewayConfig({
      ...{ YIWANG_ENV: 'test', PORT: '1', LOG_LEVEL: 'silent' },
      ...Object.fromEntries(names.map((name) => [`${name}_URL`, nowhere])),
    });
    const elsewhere = Object.fromEntries(['departments', 'grids', 'evaluations'].map((name) => [name, nowhere]));
    const urls = { ...elsewhere, identity: identity.url, cases: cases.url };
    app = await createGateway(config, createLogger('gateway', 'silent'), { supergraph: SUPERGRAPH, urls });
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/graphql`;
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await Promise.all([identity?.close(), cases?.close()]);
  });

  const ask = async (query: string) => {
    const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return (await response.json()) as { data: object | null; errors?: object[] };
  };

  it('is one answer of what each service keeps, on the word of identity', async () => {
    expect(await ask(EXPORT)).toEqual({
      data: {
        exportPersonalData: {
          ...{ residentId: 'r-1', subject: null, profile: { name: '孟浩然', phone: '19900000000' } },
          cases: [{ case: { number: 'c1', text: '路灯不亮' }, reporter: { phone: '19900000000' } }],
        },
      },
    });
    expect(JSON.stringify(cases.seen.at(-1)?.variables)).toContain(CLAIM);
  });

  it('shows that word to nobody', async () => {
    const { data, errors } = await ask('mutation { exportPersonalData(residentId: "r-1") { claim } }');
    expect([data ?? null, errors?.length]).toEqual([null, 1]);
  });
});
