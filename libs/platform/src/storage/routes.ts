import type { Readable } from 'node:stream';
import { CATEGORIES, ERRORS, preferredLanguage } from '@yiwang/contracts/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SqlExecutor } from '../audit/executor.js';
import { AppError, describeAppError } from '../errors/index.js';
import { granting } from '../row-scope/row-scope.js';
import { newAttachmentKey } from './attachment-key.js';
import { isUuid, type Attachment, type AttachmentRecords } from './attachments.js';
import { checkAnnouncedSize, inspect } from './inspect.js';
import type { AttachmentLinks, SignedQuery } from './links.js';
import { MEDIA_TYPES } from './media-types.js';
import { withoutMetadata } from './metadata/index.js';
import type { ByteRange, ObjectStorage } from './object-storage.js';

export interface AttachmentRoutes {
  storage: ObjectStorage;
  links: AttachmentLinks;
  records: AttachmentRecords;
  /** Outside any transaction: an upload lasts longer than one should. */
  manager: SqlExecutor;
}

type LinkedRequest = FastifyRequest<{ Params: { id: string }; Querystring: SignedQuery }>;

/** How long a sender whose content was refused may go on sending, so that it can read the answer. */
const DRAIN_MS = 10_000;

/**
 * PUT /attachments/:id takes a content and keeps it without what its device wrote into it, GET hands it out; both only
 * by a signed link, and there is no list. Whoever may see an attachment is decided where the link is given out; the link
 * then opens its row.
 */
export async function registerAttachmentRoutes(fastify: FastifyInstance, deps: AttachmentRoutes): Promise<void> {
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.setErrorHandler((error, request, reply) => answerError(error, request, reply));
    scope.put('/attachments/:id', (request, reply) => upload(request as LinkedRequest, reply, deps));
    scope.get('/attachments/:id', (request, reply) => download(request as LinkedRequest, reply, deps));
  });
}

async function upload(request: LinkedRequest, reply: FastifyReply, deps: AttachmentRoutes): Promise<FastifyReply> {
  const { id } = request.params;
  deps.links.verify('upload', id, request.query);
  checkAnnouncedSize(request.headers['content-length']);
  if (!isUuid(id) || !(await granting([id], () => deps.records.isPrepared(deps.manager, id)))) throw unknown(id);

  const body = (request.body as Readable | undefined) ?? request.raw;
  const { kind, mediaType, content } = await inspect(body);
  const storageKey = newAttachmentKey(id);
  const { bytes, sha256 } = await deps.storage.put(storageKey, withoutMetadata(mediaType, content), { mediaType });
  const facts = { kind, mediaType, bytes, sha256, storageKey };
  const completing = granting([id], () => deps.records.complete(deps.manager, id, facts));
  const completed = await completing.catch(async (error: unknown) => {
    await deps.storage.delete(storageKey);
    throw error;
  });
  if (!completed) {
    await deps.storage.delete(storageKey);
    throw unknown(id);
  }
  return reply.code(201).header('cache-control', 'no-store').send({ id, kind, mediaType, bytes, sha256 });
}

async function download(request: LinkedRequest, reply: FastifyReply, deps: AttachmentRoutes): Promise<FastifyReply> {
  const { id } = request.params;
  const secondsLeft = deps.links.verify('download', id, request.query);
  const [attachment] = await granting([id], () => deps.records.find(deps.manager, [id]));
  if (!attachment) throw new AppError('NOT_FOUND', { value: id });

  void reply.headers({
    'content-type': attachment.mediaType,
    'content-disposition': disposition(attachment),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': `private, max-age=${secondsLeft}`,
    'referrer-policy': 'no-referrer',
    'accept-ranges': 'bytes',
    etag: `"${attachment.sha256}"`,
  });
  const range = rangeOf(request.headers.range, attachment.bytes);
  if (range) {
    void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${attachment.bytes}`);
  }
  void reply.header('content-length', range ? range.end - range.start + 1 : attachment.bytes);
  if (request.method === 'HEAD') return reply.send();
  return reply.send(await deps.storage.get(attachment.storageKey, range));
}

/** Pictures, voices and films are shown in place; anything that could carry a script of its own is saved. */
function disposition({ id, kind, mediaType }: Attachment): string {
  return `${kind === 'pdf' ? 'attachment' : 'inline'}; filename="${id}.${MEDIA_TYPES[mediaType].extension}"`;
}

/** One range, as players ask for; anything else gets the whole. */
function rangeOf(header: string | undefined, bytes: number): ByteRange | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || (!first && !last)) return undefined;
  const start = first ? Number(first) : Math.max(bytes - Number(last), 0);
  const end = first && last ? Math.min(Number(last), bytes - 1) : bytes - 1;
  return start <= end && start < bytes ? { start, end } : undefined;
}

const unknown = (id: string): AppError => new AppError('ATTACHMENT_UNKNOWN', { value: id });

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  drain(request);
  const known = error instanceof AppError ? error : new AppError('INTERNAL', { correlationId: request.id });
  if (known.code === 'INTERNAL') request.log.error({ err: error }, 'an attachment could not be handled');
  const language = preferredLanguage(request.headers['accept-language']);
  const { message, extensions } = describeAppError(known, language);
  const { http } = CATEGORIES[ERRORS[known.code].category];
  // Headers set for the content must not describe the error.
  for (const name of ['content-length', 'content-range', 'content-disposition', 'etag']) void reply.removeHeader(name);
  void reply.header('cache-control', 'no-store').header('content-type', 'application/json; charset=utf-8');
  return reply.code(http).send(JSON.stringify({ message, ...extensions }));
}

/** Reads the rest of a refused content away: cutting the connection would also cut off the answer. */
function drain({ raw }: FastifyRequest): void {
  if (raw.complete || raw.destroyed) return;
  raw.resume();
  const timer = setTimeout(() => raw.destroy(), DRAIN_MS);
  timer.unref();
  raw.once('close', () => clearTimeout(timer));
}
