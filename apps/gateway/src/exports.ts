import { AppError } from '@yiwang/platform/errors';
import type { Logger } from '@yiwang/platform/logging';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AddressLimit } from './address-limit.js';
import { answerRouteError } from './http-errors.js';

export interface ExportDoor {
  /** The service that makes workbooks, and its GraphQL address; its routes stand beside that. */
  service: string;
  url: string;
  limit: AddressLimit;
  logger: Logger;
}

/** A workbook is made while somebody waits for it. */
const TIMEOUT_MS = 60_000;
const TO_SERVICE = ['authorization', 'accept-language', 'x-correlation-id'] as const;
const TO_CALLER = ['cache-control', 'content-disposition', 'content-type', 'x-content-type-options'] as const;
const UNAUTHENTICATED = 401;
const FILE = /^[\da-f-]{36}\.xlsx$/i;

/** Passes workbooks on to whoever may have them, which the service decides by the token. */
export function registerExports(fastify: FastifyInstance, door: ExportDoor): void {
  fastify.get<{ Params: { file: string } }>('/exports/figures/:file', (request, reply) =>
    pass(request, reply, door).catch((error: unknown) => answerRouteError(error, request, reply, door.logger)),
  );
}

async function pass(
  request: FastifyRequest<{ Params: { file: string } }>,
  reply: FastifyReply,
  { service, url, limit, logger }: ExportDoor,
): Promise<FastifyReply> {
  const { file } = request.params;
  if (!FILE.test(file)) throw new AppError('NOT_FOUND', { value: file });
  if (!limit.admits(request.ip, request.headers.authorization !== undefined)) throw new AppError('TOO_MANY_REQUESTS');
  const headers = TO_SERVICE.flatMap((name) => (typeof request.headers[name] === 'string' ? [[name, request.headers[name]]] : []));
  const asked = fetch(new URL(`/exports/figures/${file}`, url), {
    headers: Object.fromEntries(headers) as Record<string, string>,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answer = await asked.catch((cause: unknown) => {
    logger.error({ subgraph: service, err: cause }, 'a workbook could not be passed on');
    throw new AppError('SERVICE_UNAVAILABLE', { part: service });
  });
  if (answer.status === UNAUTHENTICATED && request.headers.authorization !== undefined) limit.noteRefusedToken(request.ip);
  for (const name of TO_CALLER) {
    const value = answer.headers.get(name);
    if (value !== null) void reply.header(name, value);
  }
  return reply.code(answer.status).send(Buffer.from(await answer.arrayBuffer()));
}
