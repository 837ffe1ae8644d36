import { readConfigOrExit } from '@yiwang/platform/config';
import { runSetup } from '@yiwang/platform/database';
import { PersonalData, personalShape } from '@yiwang/platform/personal-data';
import { loadDemo } from './demo/load-demo.js';
import { sealPlain } from './personal/personal.js';
import { ownSchema } from './schema.js';

const settings = readConfigOrExit(personalShape);
await runSetup(ownSchema, loadDemo, (manager) => sealPlain(manager, PersonalData.with(manager, settings)));
