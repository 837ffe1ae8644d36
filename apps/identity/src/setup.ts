import { runSetup } from '@yiwang/platform/database';
import { loadDemo } from './demo/load-demo.js';
import { ownSchema } from './schema.js';

await runSetup(ownSchema, loadDemo);
