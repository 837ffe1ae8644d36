import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import type { Role } from '@yiwang/contracts/roles';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { testSubgraph, type TestSubgraph } from '@yiwang/testing/subgraph';
import { AppModule } from '../src/app.module.js';
import { ownSchema } from '../src/schema.js';

export const COUNTY = '990121';
export const TOWN = '990121001';
export const VILLAGE = '990121001001';
export const GRID = '990121001001001';
export const OTHER_VILLAGE = '990121001002';
export const OTHER_TOWN = '990121002';
export const WATER = 'unit-water';
export const ROADS = 'unit-roads';
/** A unit in which nobody works. */
export const EMPTY = 'unit-empty';
/** A village's office, and a department whose people are police of villages; nobody is known to hold posts as their handler. */
export const OFFICE = 'unit-office';
export const POLICE = 'unit-police';
const UNITS = [WATER, ROADS, EMPTY, OFFICE, POLICE];
const KNOWN: Record<string, object> = {
  [OFFICE]: { name: '清溪村村民委员会', kind: 'village', areaCode: VILLAGE },
  [POLICE]: { name: '县公安局', kind: 'department', areaCode: COUNTY },
};
export const PAYLOAD_KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;
export const PERSONAL_SETTINGS = {
  PERSONAL_KEYS: `test:${Buffer.alloc(32, 8).toString('base64')}`,
  PERSONAL_INDEX_KEY: Buffer.alloc(32, 9).toString('base64'),
};
/** Where the Temporal Web UI is taken to be served from. */
export const WEB_UI = 'http://temporal-ui.test:8233';
export const ATTACHMENT_HOST = 'http://attachments.test';

const AREAS = [
  { code: COUNTY, name: '云溪县', aliases: [] },
  { code: TOWN, name: '青石镇', aliases: [] },
  { code: VILLAGE, name: '石桥村', aliases: [] },
  { code: GRID, name: '石桥村第一网格', aliases: [] },
  { code: OTHER_VILLAGE, name: '柳湾村', aliases: [] },
  { code: OTHER_TOWN, name: '白水镇', aliases: [] },
];
/** Another county of the deployment. */
const ELSEWHERE = [
  { code: '990221', name: '山阳县', aliases: [] },
  { code: '990221001', name: '河口镇', aliases: [] },
];

/** A grid whose member made three rounds lately; nobody patrolled the others. */
export const PATROLLED_GRID = '990121001002001';
const patrolsIn = (query: string) =>
  Object.fromEntries([...query.matchAll(/(g\d+): patrolCoverage\(area: "(\d+)"/g)].map(([, name, grid]) => [name, { done: grid === PATROLLED_GRID ? 3 : 0, late: 0 }]));

/** Consultations that departments knows: the unit that answers, and the case that it has become. */
const CONSULTATIONS: Record<string, { state: string; unit: { code: string }; case: { number: string } | null }> = {
  'C-WAITING': { state: 'waiting', unit: { code: WATER }, case: null },
  'C-TURNED': { state: 'case', unit: { code: WATER }, case: { number: '990121-20261125-000001' } },
};

/** Answers what grids and departments would, for one small county. */
async function referenceStandIn() {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        query: string;
        variables: { code?: string; county?: string; number?: string };
      };
      const consultation = CONSULTATIONS[variables.number ?? ''];
      const isUnknown = query.includes('consultation(') && consultation === undefined;
      const data = consultation ? { consultation } : query.includes('patrolCoverage(') ? patrolsIn(query) : query.includes('areaDirectory')
        ? { areaDirectory: [...AREAS, ...ELSEWHERE].filter(({ code }) => code.startsWith(variables.county ?? '-')) }
        : query.includes('qrPoint')
          ? { qrPoint: variables.code === 'QR-1' ? { area: { code: GRID } } : null }
          : query.includes('unit(')
            ? { unit: UNITS.includes(variables.code ?? '') ? { code: variables.code, ...KNOWN[variables.code ?? ''] } : null }
          : { category: variables.code === 'roads' ? { code: 'roads' } : null };
      response.setHeader('content-type', 'application/json');
      const errors = [{ message: 'NOT_FOUND', extensions: { code: 'NOT_FOUND', field: 'number' } }];
      response.end(JSON.stringify(isUnknown ? { errors } : { data }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export interface Stand extends TestSubgraph {
  /** Where attachments are kept. */
  folder: string;
  /**
   * Until the feed shows all that was written: an entry shows when every older transaction of the server has ended, those
   * of other databases too.
   */
  shown(): Promise<void>;
  /** Somebody in one position, as a token is wished for. */
  staff(subject: string, role: PositionRole, areaCode: string, signInRole?: Role, unitCode?: string): TokenWishes & { subject: string };
}

/** The cases service with its neighbours stood in for, and the engine at an address of the test's choosing. */
export async function casesStand(temporalAddress = '127.0.0.1:1'): Promise<Stand> {
  const reference = await referenceStandIn();
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-attachments-'));
  const stand = await testSubgraph(ownSchema, (config, logger) => AppModule.with(config, logger), {
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: 'default',
    PAYLOAD_KEYS,
    ...PERSONAL_SETTINGS,
    GRIDS_URL: reference.url,
    DEPARTMENTS_URL: reference.url,
    PICKUP_CODE_SECRET: 'a secret for tests only, forty characters',
    PUBLIC_COUNTY_CODE: COUNTY,
    CODEC_ORIGINS: [WEB_UI],
    RELAY_CONCURRENCY: 4,
    CASE_WATCH: 'off' as const,
    STORAGE_KIND: 'local' as const,
    STORAGE_FOLDER: folder,
    STORAGE_PUBLIC_URL: ATTACHMENT_HOST,
    STORAGE_LINK_SECRETS: 'another secret for tests only - forty chars',
    STORAGE_S3_REGION: 'us-east-1',
    NOTIFICATION_ADAPTER: 'mailbox' as const,
    NOTIFICATION_GATEWAY_TIMEOUT_MS: 1_000,
  });
  for (const unit of [EMPTY, OFFICE, POLICE]) stand.vacant.add(unit);
  return {
    ...stand,
    folder,
    async shown() {
      const ended = 'select coalesce(max(xid) < pg_snapshot_xmin(pg_current_snapshot()), true) as all from timeline_entry';
      while (!(await stand.sql<{ all: boolean }>(ended))[0]?.all) await pause(20);
    },
    staff(subject, role, areaCode, signInRole = 'gridMember', unitCode) {
      stand.positions.set(subject, [{ id: `position-of-${subject}`, role, areaCode, unitCode: unitCode ?? null }]);
      return { subject, roles: [signInRole] };
    },
    async close() {
      await stand.close();
      await reference.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
