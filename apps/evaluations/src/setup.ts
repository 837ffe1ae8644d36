import { runSetup } from '@yiwang/platform/database';
import { ownSchema } from './schema.js';

// The demonstration county begins without ratings: they come from its residents.
await runSetup(ownSchema, async () => undefined);
