import { createLogger } from '@yiwang/platform/logging';
import { runService } from '@yiwang/platform/service';
import { AppModule } from './app.module.js';
import { readGridsConfig } from './config.js';

const config = readGridsConfig();
const logger = createLogger('grids', config.LOG_LEVEL);
await runService(() => AppModule.with(config, logger), config, logger);
