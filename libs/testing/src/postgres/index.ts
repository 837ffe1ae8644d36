import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { sharedCluster } from './cluster.js';

export interface TestDatabase {
  name: string;
  /** Superuser in the fresh database. */
  url: string;
  /** Superuser in the server's own database, for what concerns the whole server. */
  adminUrl: string;
  /**
   * A URL into the fresh database under this role, which is created without log-in if it is missing: the connection
   * begins as superuser and has the role set, so no password of an existing role is needed or changed. Options in a URL
   * win over those of a client's settings, so name the schema here when statements rely on the search path.
   */
  as(role: string, schema?: string): Promise<string>;
  /** Removes the database; connections still open to it are cut. */
  drop(): Promise<void>;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function inDatabase(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** Roles belong to the whole server, so several test files may make the same one at once. */
async function ensureRole(adminUrl: string, role: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('yiwang-test-roles'))`);
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${client.escapeIdentifier(role)} NOLOGIN`);
  });
}

/**
 * A fresh, empty database with a unique name: on the server that YIWANG_TEST_DATABASE_URL names (a superuser's URL), or
 * else on an embedded PostgreSQL that lives as long as the test run. Call it in `beforeAll` (allow it 90 s the first
 * time) and `drop()` in `afterAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env.YIWANG_TEST_DATABASE_URL ?? (await sharedCluster());
  const name = `test_${Date.now().toString(36)}_${randomBytes(4).toString('hex')}`;
  await withClient(adminUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`));
  const url = inDatabase(adminUrl, name);
  return {
    name,
    url,
    adminUrl,
    async as(role, schema) {
      await ensureRole(adminUrl, role);
      const under = new URL(url);
      const path = schema ? ` -c search_path=${schema},public` : '';
      under.searchParams.set('options', `-c role=${role} -c timezone=UTC${path}`);
      return under.toString();
    },
    async drop() {
      await withClient(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
