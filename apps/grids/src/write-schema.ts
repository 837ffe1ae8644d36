import { createLogger } from '@yiwang/platform/logging';
import { writeSchema } from '@yiwang/platform/service';
import { AppModule } from './app.module.js';
import { readGridsConfig } from './config.js';

const config = readGridsConfig();
const logger = createLogger('grids', config.LOG_LEVEL);
await writeSchema(AppModule.with(config, logger), logger, process.argv[2] ?? 'schema.graphql');
