import { createLogger } from '@yiwang/platform/logging';
import { runService } from '@yiwang/platform/service';
import { AppModule } from './app.module.js';
import { readDepartmentsConfig } from './config.js';

const config = readDepartmentsConfig();
const logger = createLogger('departments', config.LOG_LEVEL);
await runService(() => AppModule.with(config, logger), config, logger);
