import { createLogger } from '@yiwang/platform/logging';
import { readGatewayConfig } from './config.js';
import { createGateway } from './gateway.js';

const config = readGatewayConfig();
const logger = createLogger('gateway', config.LOG_LEVEL);
try {
  const app = await createGateway(config, logger);
  await app.listen(config.PORT, config.HOST);
  logger.info({ port: config.PORT }, 'ready');
} catch (error) {
  logger.fatal({ err: error }, 'could not start');
  process.exit(1);
}
