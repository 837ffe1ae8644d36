import { createLogger } from '@yiwang/platform/logging';
import { runService } from '@yiwang/platform/service';
import { AppModule } from './app.module.js';
import { readIdentityConfig } from './config.js';

const config = readIdentityConfig();
const logger = createLogger('identity', config.LOG_LEVEL);
await runService(() => AppModule.with(config, logger), config, logger);
