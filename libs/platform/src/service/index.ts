import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceConfig } from '../config/index.js';
import { AppError } from '../errors/index.js';
import { registerHealth } from '../health/index.js';
import { NestLogger, type Logger } from '../logging/index.js';
import { beginRequest } from '../row-scope/index.js';

const BODY_LIMIT_BYTES = 8 * 1024 * 1024;

/** Builds a service's application without listening; tests and the schema command stop here. */
export async function createService(module: DynamicModule, logger: Logger): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    module,
    new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  app.enableShutdownHooks();
  registerHealth(app);
  // After the body was read: its events would lose what is begun before.
  app.getHttpAdapter().getInstance().addHook('preHandler', (_request, _reply, done) => beginRequest(done));
  return app;
}

/** Runs a service until it is told to stop. A failure to start is one line in the log and a non-zero exit. */
export async function runService(
  build: () => DynamicModule,
  config: Pick<ServiceConfig, 'HOST' | 'PORT'>,
  logger: Logger,
): Promise<void> {
  try {
    const app = await createService(build(), logger);
    await app.listen(config.PORT, config.HOST);
    logger.info({ port: config.PORT }, 'ready');
  } catch (error) {
    logger.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
}

/** Writes the subgraph's schema as its own endpoint serves it, with descriptions, for the composer and for review. */
export async function writeSchema(module: DynamicModule, logger: Logger, file: string): Promise<void> {
  const app = await createService(module, logger);
  await app.init();
  const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query: '{ _service { sdl } }' } });
  const sdl = (response.json() as { data?: { _service?: { sdl?: string } } }).data?._service?.sdl;
  if (!sdl) throw new AppError('INTERNAL', { correlationId: `no schema: ${response.body.slice(0, 200)}` });
  await writeFile(file, `${sdl.trim()}\n`);
  await app.close();
}
