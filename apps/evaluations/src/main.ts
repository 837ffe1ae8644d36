import { createLogger } from '@yiwang/platform/logging';
import { runService } from '@yiwang/platform/service';
import { AppModule } from './app.module.js';
import { readEvaluationsConfig } from './config.js';

const config = readEvaluationsConfig();
const logger = createLogger('evaluations', config.LOG_LEVEL);
await runService(() => AppModule.with(config, logger), config, logger);
