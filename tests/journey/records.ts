import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const dataOf = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(process.env['YIWANG_JOURNEY_DATA'] ?? '', name), 'utf8')) as T;

/** What no page and no graph can bring about, written into the records as their owner. */
export async function writeRecords(sql: string, values: readonly unknown[]): Promise<void> {
  const { portOffset = 0 } = await dataOf<{ portOffset?: number }>('system.json');
  const { migrator: password } = await dataOf<{ migrator: string }>('secrets.json');
  const client = new pg.Client({ host: '127.0.0.1', port: 15_432 + portOffset, database: 'yiwang', user: 'yiwang_migrator', password });
  await client.connect();
  try {
    await client.query(sql, [...values]);
  } finally {
    await client.end();
  }
}
