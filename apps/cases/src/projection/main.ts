/**
 * Compares the projection with the engine and, as the owner of the tables, rebuilds it. The report goes to standard
 * output as JSON; progress to standard error. `npm run projection` calls it with the running system's settings.
 *
 * Usage: node apps/cases/dist/projection/main.js check|rebuild [CASE…|--all|--open]
 * Settings: DATABASE_URL for a check, MIGRATION_DATABASE_URL for a rebuild; TEMPORAL_ADDRESS, PAYLOAD_KEYS.
 */
import { parseArgs } from 'node:util';
import { engineShape, readConfigOrExit } from '@yiwang/platform/config';
import { dataSourceOptions } from '@yiwang/platform/database';
import { connectEngine } from '@yiwang/platform/engine';
import { setProcessScope } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ownSchema } from '../schema.js';
import { checkProjection } from './check-projection.js';

const PROGRESS_EVERY = 100;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' }, open: { type: 'boolean' } },
});
const [act, ...named] = positionals;
const rebuild = act === 'rebuild';
const cases = values.all ? 'all' : values.open ? 'open' : named;

const url = rebuild
  ? readConfigOrExit({ MIGRATION_DATABASE_URL: z.url() }).MIGRATION_DATABASE_URL
  : readConfigOrExit({ DATABASE_URL: z.url() }).DATABASE_URL;
const config = readConfigOrExit(engineShape);
setProcessScope('projection');
const connection = { url, pool: 16, applicationName: 'yiwang-projection' };
const dataSource = await new DataSource(dataSourceOptions(ownSchema, connection)).initialize();
const client = connectEngine({
  address: config.TEMPORAL_ADDRESS,
  namespace: config.TEMPORAL_NAMESPACE,
  codecKeys: config.PAYLOAD_KEYS,
  identity: 'yiwang-projection',
});

try {
  const onProgress = (done: number, of: number): void => {
    if (done % PROGRESS_EVERY === 0 || done === of) process.stderr.write(`${done}/${of}\n`);
  };
  const report = await checkProjection({ dataSource, client, cases, rebuild, onProgress });
  process.stdout.write(JSON.stringify(report));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await client.connection.close();
  await dataSource.destroy();
}
