import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { finished } from 'node:stream';
import { AppError } from '@yiwang/platform/errors';
import type { Logger } from '@yiwang/platform/logging';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AddressLimit } from './address-limit.js';
import { answerRouteError } from './http-errors.js';

export interface AttachmentDoor {
  /** The service that keeps the files, and its GraphQL address; its routes stand beside that. */
  service: string;
  url: string;
  /** Before the path of the routes, where the service is not the one that keeps those of cases; such as `/grids`. */
  prefix?: string;
  limit: AddressLimit;
  logger: Logger;
}

export const ATTACHMENTS = '/attachments/';

/** How long nothing may move between the gateway and the service. */
const IDLE_MS = 60_000;
/** How long a sender whose content was refused may go on sending. */
const DRAIN_MS = 10_000;
const TO_SERVICE = ['content-type', 'content-length', 'range', 'accept-language', 'x-correlation-id'] as const;
const TO_CALLER = [
  'accept-ranges',
  'cache-control',
  'content-disposition',
  'content-length',
  'content-range',
  'content-security-policy',
  'content-type',
  'etag',
  'referrer-policy',
  'x-content-type-options',
] as const;
const FORBIDDEN = 403;

type LinkedRequest = FastifyRequest<{ Params: { id: string } }>;

/**
 * Passes contents of attachments to and from the service that keeps them, as streams. The service checks the signature
 * of each link and the size; links that it refuses count against their address as refused tokens do.
 */
export function registerAttachments(fastify: FastifyInstance, door: AttachmentDoor): void {
  void fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.setErrorHandler((error, request, reply) => answerError(error, request, reply, door.logger));
    for (const method of ['GET', 'PUT'] as const) {
      scope.route<{ Params: { id: string } }>({
        method,
        url: `${door.prefix ?? ''}${ATTACHMENTS}:id`,
        handler: (request, reply) => pass(request, reply, door),
      });
    }
  });
}

async function pass(request: LinkedRequest, reply: FastifyReply, door: AttachmentDoor): Promise<FastifyReply> {
  const { id } = request.params;
  if (!/^[\da-f-]{36}$/i.test(id)) throw new AppError('NOT_FOUND', { value: id });
  if (!door.limit.admits(request.ip, true)) throw new AppError('TOO_MANY_REQUESTS');
  const url = new URL(`${ATTACHMENTS}${id}${new URL(request.url, door.url).search}`, door.url);
  const answer = await exchange(url, request, reply).catch((cause: unknown) => {
    door.logger.error({ subgraph: door.service, err: cause }, 'an attachment could not be passed on');
    throw new AppError('SERVICE_UNAVAILABLE', { part: door.service });
  });
  if (answer.statusCode === FORBIDDEN) door.limit.noteRefusedToken(request.ip);
  return reply.code(answer.statusCode ?? 502).headers(chosen(answer, TO_CALLER)).send(answer);
}

/** Answers as soon as the service does, which may be before the whole content was sent. */
function exchange(url: URL, { raw }: FastifyRequest, reply: FastifyReply): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    // A connection of its own, because a stale one could not be tried again with half a content sent; and yet one to be
    // kept, because with `close` the service's refusal would be cut off while the content is still coming.
    const headers = { ...chosen(raw, TO_SERVICE), connection: 'keep-alive' };
    const passing = send(url, { method: raw.method, headers, agent: false, timeout: IDLE_MS });
    passing.once('response', (answer) => {
      if (!passing.writableEnded) {
        raw.unpipe(passing);
        drain(raw);
        answer.once('end', () => passing.destroy());
      }
      resolve(answer);
    });
    passing.once('timeout', () => passing.destroy(new Error(`nothing moved for ${IDLE_MS} ms`)));
    passing.on('error', (error) => {
      raw.unpipe(passing);
      reject(error);
    });
    finished(reply.raw, (error) => error && passing.destroy());
    giveContent(raw, passing);
  });
}

function giveContent(raw: IncomingMessage, passing: ClientRequest): void {
  if (raw.method !== 'PUT') return void passing.end();
  raw.once('close', () => !raw.complete && passing.destroy());
  raw.pipe(passing);
}

const chosen = ({ headers }: IncomingMessage, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])),
  );

/** Lets a refused sender go on for a moment, so that it can read the answer. */
function drain(raw: IncomingMessage): void {
  if (raw.complete || raw.destroyed) return;
  raw.resume();
  const timer = setTimeout(() => raw.destroy(), DRAIN_MS);
  timer.unref();
  finished(raw, () => clearTimeout(timer));
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): FastifyReply {
  drain(request.raw);
  return answerRouteError(error, request, reply, logger);
}
