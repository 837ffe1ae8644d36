import { DataSource } from 'typeorm';
import { z } from 'zod';
import { readConfigOrExit } from '../config/index.js';
import { dataSourceOptions, type ServiceSchema } from '../database/database.module.js';
import { PersonalData } from './personal-data.js';
import { personalShape } from './settings.js';

/**
 * The `rewrap` command of a service, to be run after a new pair was put in front of PERSONAL_KEYS and every process has
 * it; it may be stopped and run again. Says on standard output how many keys it wrapped anew.
 */
export async function runRewrap(own: ServiceSchema): Promise<void> {
  const { DATABASE_URL, ...settings } = readConfigOrExit({ DATABASE_URL: z.url(), ...personalShape });
  const connection = { url: DATABASE_URL, pool: 2, applicationName: `yiwang-${own.schema}-rewrap` };
  const source = await new DataSource(dataSourceOptions(own, connection)).initialize();
  try {
    process.stdout.write(`${JSON.stringify({ rewrapped: await PersonalData.with(source, settings).keys.rewrapAll() })}\n`);
  } finally {
    await source.destroy();
  }
}
