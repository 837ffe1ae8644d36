import { runSetup } from '@yiwang/platform/database';
import { ownSchema } from './schema.js';

// The demonstration county holds no cases: they come in by the front door.
await runSetup(ownSchema, async () => undefined);
