import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dataSourceOptions } from '@yiwang/platform/database';
import { PersonalData } from '@yiwang/platform/personal-data';
import { testSubgraph, type TestSubgraph } from '@yiwang/testing/subgraph';
import type { ServiceConfig } from '@yiwang/platform/config';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import type { IdentityConfig } from '../src/config.js';
import { loadDemo } from '../src/demo/load-demo.js';
import { sealPlain } from '../src/personal/personal.js';
import { ownSchema } from '../src/schema.js';

interface DemoCounty {
  areas: { code: string }[];
  units: { code: string }[];
  people: { id: string; username: string; name: string; phone: string }[];
  clients: { subject: string; clientId: string }[];
  residents: { id: string; name: string; username?: string }[];
}

export const COUNTY = JSON.parse(
  readFileSync(new URL('../../../deploy/demo/county.json', import.meta.url), 'utf8'),
) as DemoCounty;

export const GRID = '990121101201001';

/** Somebody of the demonstration county as a token's wishes. */
export function signedInAs(username: string, ...roles: string[]) {
  const person = COUNTY.people.find((one) => one.username === username);
  if (!person) throw new Error(`nobody is called ${username}`);
  return { subject: person.id, username, roles: roles as never[] };
}

export const admin = () => signedInAs('admin', 'administrator');
export const gridMember = () => signedInAs('grid-li', 'gridMember');
export const hotline = () => ({
  subject: COUNTY.clients[0]!.subject,
  username: 'service-account-hotline-12345',
  clientId: 'hotline-12345',
  roles: ['externalSystem' as const],
});

type Settings = Omit<IdentityConfig, keyof ServiceConfig>;

export interface TestIdentity extends TestSubgraph {
  loadDemo(): Promise<void>;
}

/** Identity with the demonstration county, beside a stand-in that knows the county's areas and units. */
export async function testIdentity(settings: Partial<Settings> = {}): Promise<TestIdentity> {
  const places = await placesStandIn();
  const own: Settings = {
    ...{ GRIDS_URL: places.url, DEPARTMENTS_URL: places.url },
    ...{ KEYCLOAK_IDENTITY_CLIENT: 'yiwang-identity', KEYCLOAK_IDENTITY_SECRET: '', KEYCLOAK_SWEEP_SECONDS: 600 },
    ...{ PHONE_CODE_SECRET: 'p'.repeat(32), NOTIFICATION_ADAPTER: 'mailbox', NOTIFICATION_GATEWAY_TIMEOUT_MS: 1_000 },
    ...{ PERSONAL_KEYS: `t1:${Buffer.alloc(32, 1).toString('base64')}` },
    ...{ PERSONAL_INDEX_KEY: Buffer.alloc(32, 2).toString('base64') },
    ...{ TEMPORAL_ADDRESS: '127.0.0.1:1', TEMPORAL_NAMESPACE: 'default' },
    ...{ PAYLOAD_KEYS: `t1:${Buffer.alloc(32, 3).toString('base64')}` },
    ...settings,
  };
  const identity = await testSubgraph(ownSchema, (config, logger) => AppModule.with(config, logger), own);
  // As the set-up does it: by the owner of the tables, for whom there are no policies.
  const load = async () => {
    const owner = await new DataSource(dataSourceOptions(ownSchema, { url: identity.adminUrl, pool: 1 })).initialize();
    await owner.transaction(async (manager) => {
      await loadDemo(manager, COUNTY);
      await sealPlain(manager, PersonalData.with(manager, own));
    });
    await owner.destroy();
  };
  await load();
  return {
    ...identity,
    loadDemo: load,
    async close() {
      await identity.close();
      await places.close();
    },
  };
}

async function placesStandIn() {
  const areas = new Set(COUNTY.areas.map(({ code }) => code));
  const units = new Set(COUNTY.units.map(({ code }) => code));
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { query, variables } = JSON.parse(body) as { query: string; variables: { code: string } };
      const { code } = variables;
      const data = query.includes('unit(')
        ? { unit: units.has(code) ? { code } : null }
        : { area: areas.has(code) ? { code } : null };
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
