import { createLogger } from '@yiwang/platform/logging';
import { runService } from '@yiwang/platform/service';
import { AppModule } from './app.module.js';
import { readCasesConfig } from './config.js';

const config = readCasesConfig();
const logger = createLogger('cases', config.LOG_LEVEL);
await runService(() => AppModule.with(config, logger), config, logger);
