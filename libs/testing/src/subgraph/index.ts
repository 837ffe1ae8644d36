import type { AddressInfo } from 'node:net';
import type { Position } from '@yiwang/platform/auth';
import { IDENTITY } from '@yiwang/domain/time';
import type { ServiceConfig } from '@yiwang/platform/config';
import { migrate, type ServiceSchema } from '@yiwang/platform/database';
import { createLogger, type Logger } from '@yiwang/platform/logging';
import { createService } from '@yiwang/platform/service';
import pg from 'pg';
import { testIssuer, type TestIssuer, type TokenWishes } from '../keycloak/index.js';
import { testDatabase } from '../postgres/index.js';
import { identityStandIn, type IdentityStandIn } from './identity-stand-in.js';

export type { IdentityStandIn } from './identity-stand-in.js';

type Module = Parameters<typeof createService>[0];
type App = Awaited<ReturnType<typeof createService>>;

export interface GraphAnswer<T> {
  data: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> & { code: string } }[];
}

export interface TestSubgraph {
  app: App;
  issuer: TestIssuer;
  /** Where the service listens. */
  url: string;
  /** Its settings, for a second copy or a worker. */
  config: ServiceConfig;
  /** Superuser's connection string into the service's database, to look at or tamper with rows. */
  adminUrl: string;
  /** Positions that the stand-in for identity answers with, by subject. */
  positions: Map<string, Position[]>;
  /** Units, or roles where no unit is asked for, in which the stand-in knows nobody beyond `positions`. */
  vacant: Set<string>;
  /** What else the stand-in knows of people, clients and consents, and what it was asked. */
  identity: IdentityStandIn;
  /** One GraphQL request; `as` signs a token first. */
  ask<T>(query: string, variables?: Record<string, unknown>, as?: TokenWishes | string, language?: string): Promise<GraphAnswer<T>>;
  sql<R extends object>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/**
 * A whole service on a fresh PostgreSQL database, migrated by its own migrations and running under its own role, with
 * tokens of a local issuer. Positions come from a stand-in that answers identity's `myPositions`.
 */
export async function testSubgraph<Extra extends object>(
  own: ServiceSchema,
  build: (config: ServiceConfig & Extra, logger: Logger) => Module,
  extra: Extra = {} as Extra,
): Promise<TestSubgraph> {
  const database = await testDatabase();
  const { migratorUrl, serviceUrl } = await prepareSchema(database.url, own.schema);
  await (await migrate(own, migratorUrl)).destroy();
  const issuer = await testIssuer();
  const positions = new Map<string, Position[]>();
  const vacant = new Set<string>();
  const identity = await identityStandIn(positions, vacant);
  const config = {
    YIWANG_ENV: 'test',
    YIWANG_TIME: IDENTITY,
    HOST: '127.0.0.1',
    PORT: 1,
    LOG_LEVEL: (process.env['TEST_LOG_LEVEL'] as ServiceConfig['LOG_LEVEL']) ?? 'silent',
    DATABASE_URL: serviceUrl,
    DATABASE_POOL: 5,
    KEYCLOAK_URL: issuer.url,
    KEYCLOAK_REALM: issuer.realm,
    KEYCLOAK_AUDIENCE: issuer.audience,
    IDENTITY_URL: identity.url,
    ...extra,
  } satisfies ServiceConfig as ServiceConfig & Extra;
  const app = await createService(build(config, createLogger(own.schema, config.LOG_LEVEL)), createLogger(own.schema, config.LOG_LEVEL));
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/graphql`;
  const admin = new pg.Pool({ connectionString: database.url, options: `-c search_path=${own.schema},public`, max: 2 });
  admin.on('error', () => undefined);
  return {
    app,
    issuer,
    url,
    config,
    adminUrl: database.url,
    positions,
    vacant,
    identity,
    async ask<T>(query: string, variables = {}, as?: TokenWishes | string, language = 'en') {
      const token = typeof as === 'string' ? as : as && (await issuer.token(as));
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': language,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as GraphAnswer<T>;
    },
    async sql<R extends object>(text: string, values: unknown[] = []) {
      return (await admin.query(text, values)).rows as R[];
    },
    async close() {
      await app.close();
      await admin.end();
      await identity.close();
      await issuer.close();
      await database.drop();
    },
  };
}

/** Schema, migrator and service role as the start script makes them, with passwords for this test server only. */
export async function prepareSchema(adminUrl: string, schema: string) {
  const role = `yiwang_${schema}`;
  await ensureTestRoles(adminUrl, ['yiwang_migrator', role]);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`
      create extension if not exists pg_trgm;
      create extension if not exists btree_gist;
      create extension if not exists pgcrypto;
      alter function pg_catalog.textlike(text, text) leakproof;
      create schema if not exists ${schema} authorization yiwang_migrator;
      grant usage on schema ${schema} to ${role};
      alter default privileges for role yiwang_migrator in schema ${schema}
        grant select, insert, update, delete on tables to ${role};
      alter default privileges for role yiwang_migrator in schema ${schema} grant usage on sequences to ${role};
      alter default privileges for role yiwang_migrator in schema ${schema} grant execute on functions to ${role}`);
  } finally {
    await client.end();
  }
  const url = (user: string): string => {
    const result = new URL(adminUrl);
    result.username = user;
    result.password = 'test';
    return result.toString();
  };
  return { migratorUrl: url('yiwang_migrator'), serviceUrl: url(role) };
}

/** Roles belong to the whole server, an advisory lock to one database: test files meet in the server's own. */
async function ensureTestRoles(adminUrl: string, names: readonly string[]): Promise<void> {
  const serverUrl = new URL(adminUrl);
  serverUrl.pathname = '/postgres';
  const client = new pg.Client({ connectionString: serverUrl.toString() });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('yiwang-test-provision'))`);
    for (const name of names) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
      if (rowCount === 0) await client.query(`create role ${name} noinherit`);
      await client.query(`alter role ${name} login password 'test'`);
    }
  } finally {
    await client.end();
  }
}
