import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { readConfigOrExit } from '../config/index.js';
import { dataSourceOptions, type ServiceSchema } from './database.module.js';

/** Loads a service's part of the demonstration county; running it again changes nothing. */
export type LoadDemo = (manager: EntityManager, county: unknown) => Promise<void>;

/** Brings one service's schema up to date; safe to run by several at once. */
export async function migrate(own: ServiceSchema, migrationUrl: string): Promise<DataSource> {
  const source = await new DataSource(dataSourceOptions(own, { url: migrationUrl, pool: 2 })).initialize();
  // The lock belongs to a connection, so it is taken and given back on one that nothing else uses.
  const lock = source.createQueryRunner();
  await lock.query(`select pg_advisory_lock(hashtext('yiwang-migrate-' || $1))`, [own.schema]);
  try {
    await source.runMigrations();
  } finally {
    await lock.query(`select pg_advisory_unlock(hashtext('yiwang-migrate-' || $1))`, [own.schema]);
    await lock.release();
  }
  return source;
}

/**
 * The `setup` command of a service: migrations, then with `--demo FILE` its part of the demonstration county.
 * @param afterwards what SQL alone cannot do, such as sealing what stood in plain text; each time, in one transaction.
 */
export async function runSetup(
  own: ServiceSchema,
  loadDemo: LoadDemo,
  afterwards: (manager: EntityManager) => Promise<void> = async () => undefined,
): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'string' } } });
  const { MIGRATION_DATABASE_URL } = readConfigOrExit({ MIGRATION_DATABASE_URL: z.url() });
  const source = await migrate(own, MIGRATION_DATABASE_URL);
  try {
    if (values.demo !== undefined) {
      const county: unknown = JSON.parse(await readFile(values.demo, 'utf8'));
      await source.transaction((manager) => loadDemo(manager, county));
    }
    await source.transaction(afterwards);
  } finally {
    await source.destroy();
  }
}
