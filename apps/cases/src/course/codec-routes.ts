import type { OnModuleInit } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import { CATEGORIES, ERRORS, preferredLanguage } from '@yiwang/contracts/errors';
import { AppError, describeAppError } from '@yiwang/platform/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CodecAct, CodecEndpoint } from './codec-endpoint.js';

export interface CodecDoor {
  endpoint: CodecEndpoint;
  /** Where the Temporal Web UI is served from; pages of no other origin may call. */
  origins: readonly string[];
}

/** The engine takes no payload above 2 MB; in Base64, with what a page shows at once, this is ample. */
export const CODEC_BODY_LIMIT = 4 * 1024 * 1024;
const PREFIX = '/codec/';
const ACTS: readonly CodecAct[] = ['decode', 'encode'];
const PREFLIGHT = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'authorization, authorization-extras, content-type, x-namespace',
  'access-control-max-age': '600',
};

/** Puts Temporal's remote codec protocol beside the graph, on the same port. The gateway does not pass it on. */
export class CodecRoutes implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly door: CodecDoor,
  ) {}

  async onModuleInit(): Promise<void> {
    const fastify = this.host.httpAdapter.getInstance() as FastifyInstance;
    await fastify.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      const options = { parseAs: 'string', bodyLimit: CODEC_BODY_LIMIT } as const;
      scope.addContentTypeParser('application/json', options, scope.getDefaultJsonParser('error', 'error'));
      scope.setErrorHandler((error, request, reply) => answerError(error, request, reply));
      scope.addHook('onRequest', (request, reply) => checkOrigin(request, reply, this.door.origins));
      for (const act of ACTS) {
        scope.options(PREFIX + act, (_request, reply) => reply.code(204).headers(PREFLIGHT).send());
        scope.post(PREFIX + act, async ({ headers, body }, reply) => {
          void reply.header('cache-control', 'no-store');
          return this.door.endpoint.answer({ act, headers, body });
        });
      }
    });
  }
}

/** A page elsewhere is told nothing, whatever token it holds; programs that are no pages name no origin. */
async function checkOrigin({ headers }: FastifyRequest, reply: FastifyReply, origins: readonly string[]): Promise<void> {
  void reply.header('vary', 'origin');
  if (headers.origin === undefined) return;
  if (!origins.includes(headers.origin)) throw new AppError('FORBIDDEN');
  void reply.header('access-control-allow-origin', headers.origin);
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = error instanceof AppError ? error : asAppError(error, request);
  const { message, extensions } = describeAppError(known, preferredLanguage(request.headers['accept-language']));
  const { http } = CATEGORIES[ERRORS[known.code].category];
  return reply.code(http).header('cache-control', 'no-store').send({ message, ...extensions });
}

function asAppError(error: unknown, request: FastifyRequest): AppError {
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode === 413) {
    const reason = `≤ ${CODEC_BODY_LIMIT} B`;
    return new AppError('QUERY_REFUSED', { limit: 'body', allowed: CODEC_BODY_LIMIT, reason });
  }
  if (statusCode >= 400 && statusCode < 500) return new AppError('INPUT_INVALID', { field: 'body', expected: 'application/json' });
  request.log.error({ err: error }, 'payloads could not be opened or sealed');
  return new AppError('INTERNAL', { correlationId: request.id });
}
