import { runRewrap } from '@yiwang/platform/personal-data';
import { ownSchema } from './schema.js';

// After the key-encryption keys were rotated (docs/operations.md).
await runRewrap(ownSchema);
