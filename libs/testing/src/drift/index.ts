import { migrate, type ServiceSchema } from '@yiwang/platform/database';
import type { DataSource } from 'typeorm';
import { testDatabase } from '../postgres/index.js';
import { prepareSchema } from '../subgraph/index.js';

/**
 * In what the schema that the migrations make differs from what the entities say; empty when they agree.
 *
 * Pending statements of TypeORM count, and tables that no entity maps. Constraints and indexes that only the migrations
 * know are no drift: CHECKs, foreign keys, exclusions and partial indexes are written there by hand.
 * @param withoutEntity tables that are read and written by raw SQL on purpose; the audit's are known.
 */
export async function schemaDrift(own: ServiceSchema, withoutEntity: readonly string[] = []): Promise<string[]> {
  const database = await testDatabase();
  try {
    const { migratorUrl } = await prepareSchema(database.url, own.schema);
    const source = await migrate(own, migratorUrl);
    try {
      return [...(await pendingStatements(source)), ...(await unmappedTables(source, own.schema, withoutEntity))];
    } finally {
      await source.destroy();
    }
  } finally {
    await database.drop();
  }
}

async function pendingStatements(source: DataSource): Promise<string[]> {
  const pending = await source.driver.createSchemaBuilder().log();
  return pending.upQueries.map(({ query }) => query).filter((query) => !dropsOnly(query));
}

/** A constraint that is to be replaced shows again in the statement that adds its successor. */
const dropsOnly = (query: string): boolean =>
  /^ALTER TABLE \S+ DROP CONSTRAINT "[^"]+"$/.test(query) || /^DROP INDEX \S+$/.test(query);

async function unmappedTables(source: DataSource, schema: string, withoutEntity: readonly string[]): Promise<string[]> {
  const known = [...source.entityMetadatas.map(({ tableName }) => tableName), ...withoutEntity];
  const found = await source.query<{ name: string }[]>(
    `select c.relname as name from pg_class c
      where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> all($2) and c.relname !~ '^(audit_(entry|block)|migration|typeorm_metadata)$'
      order by 1`,
    [schema, known],
  );
  return found.map(({ name }) => `table "${name}" has no entity`);
}
