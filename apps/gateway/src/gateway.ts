import 'reflect-metadata';
import type { IncomingMessage, Server } from 'node:http';
import { finished } from 'node:stream';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestLogger, type Logger } from '@yiwang/platform/logging';
import type { FastifyInstance } from 'fastify';
import { AddressLimit } from './address-limit.js';
import { AppModule } from './app.module.js';
import { registerAttachments } from './attachments.js';
import { registerExports } from './exports.js';
import { correlationIdOf } from './caller-headers.js';
import { serveSubscriptions } from './client-subscriptions.js';
import type { GatewayConfig } from './config.js';
import { answerError } from './http-errors.js';
import { registerPages } from './pages.js';
import { OpenSubscriptions } from './open-subscriptions.js';
import { GatewayRuntimeHolder } from './runtime-holder.js';
import { readSupergraph, subgraphUrls } from './supergraph.js';

const IDLE_SWEEP_MS = 50;
/** Less than the grace that a supervisor gives before it kills. */
const DRAIN_LIMIT_MS = 10_000;

/** Paths of contents: those of cases, and those of grids. */
const FILES = /^(\/grids)?\/attachments\//;

/** An attachment may come over a slow line; any other request has QUERY_RECEIVE_TIMEOUT_MS. */
const UPLOAD_TIMEOUT_MS = 15 * 60_000;

export interface GatewayParts {
  supergraph?: string;
  urls?: Record<string, string>;
}

/** Builds the gateway without listening. The supergraph and addresses are those of the project unless a test gives others. */
export async function createGateway(
  config: GatewayConfig,
  logger: Logger,
  parts: GatewayParts = {},
): Promise<NestFastifyApplication> {
  const supergraph = parts.supergraph ?? (await readSupergraph());
  const adapter = new FastifyAdapter({
    bodyLimit: config.QUERY_BODY_LIMIT_BYTES,
    requestTimeout: UPLOAD_TIMEOUT_MS,
    trustProxy: config.TRUST_PROXY,
  });
  const urls = parts.urls ?? subgraphUrls(config);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({ supergraph, urls, config, logger }),
    adapter,
    // Nest's own parsers would take forms as well, which any page may send; Fastify's takes JSON.
    { logger: new NestLogger(logger), abortOnError: false, bodyParser: false },
  );
  app.useGlobalFilters({
    catch: (error: unknown, host) => {
      const http = host.switchToHttp();
      answerError(error, http.getRequest(), http.getResponse(), logger);
    },
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  prepareFastify(fastify, config.QUERY_RECEIVE_TIMEOUT_MS);
  if (config.CORS_ORIGINS.length > 0) {
    app.enableCors({ origin: config.CORS_ORIGINS, methods: ['POST', 'GET', 'PUT'], maxAge: 600 });
  }
  const limit = app.get(AddressLimit);
  registerAttachments(fastify, { service: 'cases', url: urls['cases'] as string, limit, logger });
  registerAttachments(fastify, { service: 'grids', url: urls['grids'] as string, prefix: '/grids', limit, logger });
  registerExports(fastify, { service: 'evaluations', url: urls['evaluations'] as string, limit, logger });
  await registerPages(fastify, config);
  app.enableShutdownHooks();
  const server = app.getHttpServer() as Server;
  server.headersTimeout = config.QUERY_RECEIVE_TIMEOUT_MS;
  const endSubscriptions = serveSubscriptions(server, {
    holder: app.get(GatewayRuntimeHolder),
    limit: app.get(AddressLimit),
    open: app.get(OpenSubscriptions),
    trustProxy: config.TRUST_PROXY,
  });
  fastify.addHook('preClose', async () => {
    closeAsTheyFallIdle(server);
    await endSubscriptions();
  });
  return app;
}

/** What is being answered may end; connections that clients merely keep open must not hold up the stop. */
function closeAsTheyFallIdle(server: Server): void {
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
  const limit = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT_MS);
  server.once('close', () => {
    clearInterval(sweep);
    clearTimeout(limit);
  });
}

function prepareFastify(fastify: FastifyInstance, receiveTimeoutMs: number): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const id = correlationIdOf(request.headers);
    request.headers['x-correlation-id'] = id;
    reply.header('x-correlation-id', id);
    if (!FILES.test(request.url)) expectWhole(request.raw, receiveTimeoutMs);
  });
  fastify.removeContentTypeParser('text/plain');
}

function expectWhole(request: IncomingMessage, withinMs: number): void {
  const timer = setTimeout(() => request.complete || request.destroy(), withinMs);
  timer.unref();
  finished(request, () => clearTimeout(timer));
}
