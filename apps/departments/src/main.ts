import { createLogger } from '@yiwang/platform/logging';
import { runService } from '@yiwang/platform/service';
import { AppModule } from './app.module.js';
import { config } from './config.js';

const logger = createLogger('departments', config.LOG_LEVEL);
await runService(() => AppModule.with(config, logger), config, logger);
