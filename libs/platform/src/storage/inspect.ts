import type { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { AppError } from '../errors/index.js';
import {
  ACCEPTED_EXTENSIONS,
  ATTACHMENT_KINDS,
  LARGEST_ATTACHMENT_BYTES,
  MEDIA_TYPES,
  isAccepted,
  type AttachmentKind,
  type AttachmentMediaType,
} from './media-types.js';

/** As much as a type needs to be recognised by. */
const SAMPLE_BYTES = 4_100;

export interface Inspected {
  kind: AttachmentKind;
  mediaType: AttachmentMediaType;
  /** The whole content; ends with ATTACHMENT_TOO_LARGE as soon as the kind's limit is passed. */
  content: AsyncIterable<Uint8Array>;
}

const tooLarge = (limit: number): AppError => new AppError('ATTACHMENT_TOO_LARGE', { limit });

/** Refuses by the announced size before a byte is read; a missing announcement is no reason. */
export function checkAnnouncedSize(contentLength: string | undefined): void {
  if (Number(contentLength ?? 0) > LARGEST_ATTACHMENT_BYTES) throw tooLarge(LARGEST_ATTACHMENT_BYTES);
}

/** The type by the first bytes. Errors: ATTACHMENT_TYPE_REFUSED. */
async function recognise(sample: Uint8Array): Promise<AttachmentMediaType> {
  const found = await fileTypeFromBuffer(sample);
  const mediaType = found?.mime.split(';')[0]?.trim() ?? 'unknown';
  if (isAccepted(mediaType)) return mediaType;
  const actual = sample.length === 0 ? 'empty' : mediaType;
  throw new AppError('ATTACHMENT_TYPE_REFUSED', { actual, expected: ACCEPTED_EXTENSIONS });
}

/** Reads enough to know what it is, and hands back a content that cannot grow beyond that kind's limit. */
export async function inspect(source: Readable): Promise<Inspected> {
  // The sender's connection has to stay open for the answer, whatever happens to the content.
  const chunks = source.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Uint8Array>;
  let head: Buffer = Buffer.alloc(0);
  let ended = false;
  while (head.length < SAMPLE_BYTES && !ended) {
    const next = await chunks.next();
    ended = next.done === true;
    if (!ended) head = Buffer.concat([head, next.value]);
  }
  const mediaType = await recognise(head);
  const { kind } = MEDIA_TYPES[mediaType];
  return { kind, mediaType, content: limited(head, ended ? undefined : chunks, ATTACHMENT_KINDS[kind].maxBytes) };
}

async function* limited(
  head: Uint8Array,
  rest: AsyncIterableIterator<Uint8Array> | undefined,
  limit: number,
): AsyncGenerator<Uint8Array> {
  let bytes = head.length;
  if (bytes > limit) throw tooLarge(limit);
  yield head;
  if (!rest) return;
  for await (const chunk of rest) {
    bytes += chunk.length;
    if (bytes > limit) throw tooLarge(limit);
    yield chunk;
  }
}
