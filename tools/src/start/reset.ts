import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dropDatabases, OUR_DATABASES } from '../infrastructure/provision.js';
import type { Narrator } from '../infrastructure/running.js';

/** Only what we put there: a data folder may have been set to one that holds other things. */
const OURS = ['postgres', 'temporal', 'attachments', 'logs', 'secrets.json', 'system.json', 'time.json'];

export const whatResetDrops = (databaseUrl: string): string =>
  `the databases ${OUR_DATABASES.join(', ')} on ${new URL(databaseUrl).host}`;

/** Begins anew: our files in the data folder and, where DATABASE_URL names a server, our databases there. */
export async function wipeData(dataDir: string, databaseUrl: string | undefined, narrator: Narrator): Promise<void> {
  if (databaseUrl) {
    narrator.note(`Dropping ${whatResetDrops(databaseUrl)}`);
    await dropDatabases(databaseUrl);
  }
  for (const name of OURS) await rm(join(dataDir, name), { recursive: true, force: true });
  narrator.note(`Everything in ${dataDir} is wiped`);
}
