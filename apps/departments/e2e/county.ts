import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '@yiwang/contracts/roles';
import { dataSourceOptions } from '@yiwang/platform/database';
import { testSubgraph, type TestSubgraph } from '@yiwang/testing/subgraph';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import type { DepartmentsConfig } from '../src/config.js';
import { loadDemo } from '../src/demo/load-demo.js';
import { ownSchema } from '../src/schema.js';

const file = (path: string): string => readFileSync(new URL(`../../../deploy/${path}`, import.meta.url), 'utf8');

export const COUNTY = JSON.parse(file('demo/county.json')) as { units: { code: string }[] };
const CALENDAR = JSON.parse(file('calendar/cn-2025-2026.json')) as {
  years: number[];
  periods: [string, string][];
  weekdays: number[];
  days: Record<string, 'off' | 'work'>;
};

export type Staff = { subject: string; roles: Role[] };
type Post = 'administrator' | 'countyCentre' | 'departmentHandler' | 'townCentre' | 'gridMember';

export interface DepartmentsTrial extends TestSubgraph {
  /** Somebody with one position; a unit's people name it. */
  appoint(role: Post, areaCode: string, unitCode?: string | null): Staff;
  /** The demonstration county, as the set-up loads it: with the schema's owner's rights. */
  loadDemo(): Promise<void>;
  /** What was asked of cases to start, and as whom. */
  started: { input: Record<string, unknown>; token: string | undefined }[];
  /** The next starts are refused with this code. */
  refuseStarts(code: string | null): void;
}

/** The service with neighbours that stand in for cases and grids. */
export async function departmentsTrial(withDemo = true): Promise<DepartmentsTrial> {
  const started: DepartmentsTrial['started'] = [];
  let refusal: string | null = null;
  const neighbour = await graphStandIn((query, variables, token) => {
    if (query.includes('workingCalendar')) return { workingCalendar: shownCalendar() };
    if (query.includes('area(code')) return { area: String(variables['code']).startsWith('9901') ? { code: variables['code'] } : null };
    if (refusal !== null) return { code: refusal };
    const input = variables['input'] as Record<string, unknown>;
    const again = started.findIndex((one) => one.input['idempotencyKey'] === input['idempotencyKey']);
    if (again < 0) started.push({ input, token });
    const number = `990121-20261125-${String((again < 0 ? started.length - 1 : again) + 1).padStart(6, '0')}`;
    return { startCase: { case: { number }, pickupCode: token ? null : 'ACEFGH' } };
  });
  const trial = await testSubgraph(ownSchema, (config: DepartmentsConfig, logger) => AppModule.with(config, logger), {
    CASES_URL: neighbour.url,
    GRIDS_URL: neighbour.url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    TEMPORAL_NAMESPACE: 'default',
    PAYLOAD_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    ACTIVITY_WORKER: 'off' as const,
    PERSONAL_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    PERSONAL_INDEX_KEY: randomBytes(32).toString('base64'),
  });
  const load = async (): Promise<void> => {
    const source = await new DataSource(dataSourceOptions(ownSchema, { url: trial.adminUrl, pool: 1 })).initialize();
    await source.transaction((manager) => loadDemo(manager, COUNTY)).finally(() => source.destroy());
  };
  if (withDemo) await load();
  return {
    ...trial,
    loadDemo: load,
    started,
    refuseStarts: (code) => void (refusal = code),
    appoint(role, areaCode, unitCode = null) {
      const subject = randomUUID();
      trial.positions.set(subject, [{ id: randomUUID(), role, areaCode, unitCode }]);
      return { subject, roles: [role] };
    },
    async close() {
      await trial.close();
      await neighbour.close();
    },
  };
}

function shownCalendar() {
  const shown = (periods: [string, string][]) => periods.map(([from, until]) => ({ from, until }));
  const days = Object.entries(CALENDAR.days).map(([date, kind]) => ({ date, kind, periods: [] }));
  return { version: 1, years: CALENDAR.years, periods: shown(CALENDAR.periods), weekdays: CALENDAR.weekdays, days };
}

type Answer = Record<string, unknown> & { code?: string };

async function graphStandIn(answer: (query: string, variables: Record<string, unknown>, token: string | undefined) => Answer) {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(parts).toString()) as { query: string; variables: Record<string, unknown> };
      const said = answer(query, variables, request.headers.authorization);
      const body = said.code ? { errors: [{ message: said.code, extensions: { code: said.code } }] } : { data: said };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
