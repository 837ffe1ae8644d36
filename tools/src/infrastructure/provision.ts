import pg from 'pg';
import type { Secrets } from './secrets.js';
import { SERVICES, type ServiceName } from './services.js';

export const MAIN_DATABASE = 'yiwang';
export const MIGRATOR_ROLE = 'yiwang_migrator';
export const serviceRole = (service: ServiceName): string => `yiwang_${service}`;

export type DatabasePasswords = Pick<Secrets, 'migrator' | 'services' | 'temporal' | 'keycloak'>;

const id = pg.escapeIdentifier;
const text = pg.escapeLiteral;

/** Databases of the parts that are not ours, by owner. Kept apart so that each can be moved to another server. */
export const FOREIGN_DATABASES = [
  { database: 'temporal', role: 'temporal' },
  { database: 'temporal_visibility', role: 'temporal' },
  { database: 'keycloak', role: 'keycloak' },
] as const;

const REQUIRED_EXTENSIONS = ['pg_trgm', 'btree_gist', 'pgcrypto'];

/** Every role the server needs, with its password. */
const roles = (passwords: DatabasePasswords): { name: string; password: string }[] => [
  { name: MIGRATOR_ROLE, password: passwords.migrator },
  ...SERVICES.map((service) => ({ name: serviceRole(service), password: passwords.services[service] })),
  { name: 'temporal', password: passwords.temporal },
  { name: 'keycloak', password: passwords.keycloak },
];

/** Makes roles and databases on a server, as its administrator; may be repeated, and then renews the passwords. */
export async function provisionServer(admin: pg.Client, passwords: DatabasePasswords): Promise<void> {
  await admin.query(`SELECT pg_advisory_lock(hashtext('yiwang-provision'))`);
  try {
    for (const { name, password } of roles(passwords)) await ensureRole(admin, name, password);
    // An administrator who is not a superuser has to be a member of a role to give it a database.
    await admin.query(`GRANT ${[MIGRATOR_ROLE, 'temporal', 'keycloak'].map(id).join(', ')} TO CURRENT_USER`);
    await ensureDatabase(admin, MAIN_DATABASE, MIGRATOR_ROLE);
    for (const { database, role } of FOREIGN_DATABASES) await ensureDatabase(admin, database, role);
  } finally {
    await admin.query(`SELECT pg_advisory_unlock(hashtext('yiwang-provision'))`);
  }
}

async function ensureRole(admin: pg.Client, name: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await admin.query(`${verb} ROLE ${id(name)} LOGIN PASSWORD ${text(password)}`);
}

async function ensureDatabase(admin: pg.Client, database: string, owner: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (rowCount === 0) await admin.query(`CREATE DATABASE ${id(database)} OWNER ${id(owner)}`);
  await admin.query(`REVOKE ALL ON DATABASE ${id(database)} FROM PUBLIC`);
}

/**
 * Prepares one of our databases, as its administrator and connected to it: extensions, a schema per service owned by
 * the migrator, and what each service's own role may do there. Append-only tables revoke UPDATE and DELETE themselves.
 */
export async function provisionDatabase(client: pg.Client): Promise<void> {
  await client.query(`SELECT pg_advisory_lock(hashtext('yiwang-provision-database'))`);
  try {
    for (const extension of REQUIRED_EXTENSIONS) await client.query(`CREATE EXTENSION IF NOT EXISTS ${id(extension)}`);
    await addStatementStatistics(client);
    await letLikeUseIndexes(client);
    await client.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
    await client.query(`GRANT ${id(MIGRATOR_ROLE)} TO CURRENT_USER`);
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const database = id(rows[0]?.name ?? MAIN_DATABASE);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${id(MIGRATOR_ROLE)}`);
    for (const service of SERVICES) await provisionSchema(client, database, service);
  } finally {
    await client.query(`SELECT pg_advisory_unlock(hashtext('yiwang-provision-database'))`);
  }
}

async function provisionSchema(client: pg.Client, database: string, service: ServiceName): Promise<void> {
  const [schema, role, migrator] = [id(service), id(serviceRole(service)), id(MIGRATOR_ROLE)];
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${migrator};
    GRANT CONNECT ON DATABASE ${database} TO ${role};
    GRANT USAGE ON SCHEMA ${schema} TO ${role};
    ALTER ROLE ${role} IN DATABASE ${database} SET search_path TO ${schema}, public;
    ALTER DEFAULT PRIVILEGES FOR ROLE ${migrator} IN SCHEMA ${schema}
      GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role};
    ALTER DEFAULT PRIVILEGES FOR ROLE ${migrator} IN SCHEMA ${schema} GRANT USAGE, SELECT ON SEQUENCES TO ${role};
    ALTER DEFAULT PRIVILEGES FOR ROLE ${migrator} IN SCHEMA ${schema} GRANT EXECUTE ON FUNCTIONS TO ${role};`);
}

/**
 * Under row-level security PostgreSQL uses an index only for conditions that it trusts to tell nothing of rows that are
 * not to be seen. LIKE is not on its list, because a pattern that ends in its escape character fails at the first row
 * that reaches the end of it; no pattern of ours does. Without it (no superuser) lists by area and by part of a word
 * read whole tables.
 */
async function letLikeUseIndexes(client: pg.Client): Promise<void> {
  await client.query('ALTER FUNCTION pg_catalog.textlike(text, text) LEAKPROOF').catch(() => undefined);
}

/** Query statistics are welcome where the server preloads them and lets us; nothing depends on them. */
async function addStatementStatistics(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ libraries: string | null }>(
    `SELECT current_setting('shared_preload_libraries', true) AS libraries`,
  );
  if (!rows[0]?.libraries?.includes('pg_stat_statements')) return;
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements').catch(() => undefined);
}

/** A connection string with another database, and another role where one is given. */
export function databaseUrl(base: string, database: string, role?: string, password?: string): string {
  const url = new URL(base);
  url.pathname = `/${database}`;
  if (role !== undefined) url.username = role;
  if (password !== undefined) url.password = password;
  return url.toString();
}

export async function withDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Both steps, from an administrator's address. */
export async function provision(adminUrl: string, passwords: DatabasePasswords): Promise<void> {
  await withDatabase(adminUrl, (client) => provisionServer(client, passwords));
  await withDatabase(databaseUrl(adminUrl, MAIN_DATABASE), (client) => provisionDatabase(client));
}

/** What `--reset` removes from a server that is not ours: these databases, and nothing else on it. */
export const OUR_DATABASES = [MAIN_DATABASE, ...FOREIGN_DATABASES.map(({ database }) => database)];

export async function dropDatabases(adminUrl: string): Promise<void> {
  await withDatabase(adminUrl, async (admin) => {
    for (const database of OUR_DATABASES) await admin.query(`DROP DATABASE IF EXISTS ${id(database)} WITH (FORCE)`);
  });
}
