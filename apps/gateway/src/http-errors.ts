import { CATEGORIES, ERRORS, preferredLanguage, type Language } from '@yiwang/contracts/errors';
import { AppError, describeAppError } from '@yiwang/platform/errors';
import type { Logger } from '@yiwang/platform/logging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalSentence } from './refusals.js';

const EXPECTED = '{"query": …} as application/json';

/** Errors before the graph is reached have the graph's shape too, so that a client reads one kind of answer. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const language = preferredLanguage(request.headers['accept-language']);
  const known = error instanceof AppError ? error : asAppError(error, request, language, logger);
  reply.code(CATEGORIES[ERRORS[known.code].category].http).send({ data: null, errors: [describeAppError(known, language)] });
}

/** The same for paths beside the graph, in the shape of the services' own refusals there. */
export function answerRouteError(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): FastifyReply {
  const correlationId = String(request.headers['x-correlation-id']);
  const known = error instanceof AppError ? error : new AppError('INTERNAL', { correlationId });
  if (known !== error) logger.error({ correlationId, err: error }, 'unexpected failure');
  const { message, extensions } = describeAppError(known, preferredLanguage(request.headers['accept-language']));
  const { http } = CATEGORIES[ERRORS[known.code].category];
  return reply.code(http).header('cache-control', 'no-store').send({ message, ...extensions });
}

function asAppError(error: unknown, request: FastifyRequest, language: Language, logger: Logger): AppError {
  const { statusCode, status } = error as { statusCode?: number; status?: number };
  const http = statusCode ?? status ?? 500;
  if (http === 404) return new AppError('NOT_FOUND', { value: request.url });
  if (http === 413) {
    const allowed = request.routeOptions.bodyLimit;
    return new AppError('QUERY_REFUSED', { limit: 'body', allowed, reason: refusalSentence('body', language, { allowed }) });
  }
  if (http >= 400 && http < 500) {
    return new AppError('INPUT_INVALID', { field: 'body', expected: EXPECTED });
  }
  const correlationId = String(request.headers['x-correlation-id']);
  logger.error({ correlationId, err: error }, 'unexpected failure');
  return new AppError('INTERNAL', { correlationId });
}
