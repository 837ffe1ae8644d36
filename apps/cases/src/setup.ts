import { readConfigOrExit } from '@yiwang/platform/config';
import { dataSourceOptions, runSetup } from '@yiwang/platform/database';
import { PersonalData, personalShape } from '@yiwang/platform/personal-data';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { sealExistingReporters } from './personal-data/seal-existing.js';
import { ownSchema } from './schema.js';

// The demonstration county holds no cases: they come in by the front door.
await runSetup(ownSchema, async () => undefined);

const { MIGRATION_DATABASE_URL: url, ...settings } = readConfigOrExit({ MIGRATION_DATABASE_URL: z.url(), ...personalShape });
const owner = await new DataSource(dataSourceOptions(ownSchema, { url, pool: 2 })).initialize();
try {
  await sealExistingReporters(owner, PersonalData.with(owner, settings));
} finally {
  await owner.destroy();
}
