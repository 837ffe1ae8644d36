import { AppError } from '../../errors/index.js';
import { ByteReader } from './byte-reader.js';

const PNG_SIGNATURE_BYTES = 8;
const PNG_HEAD_BYTES = 8;
const CHECKSUM_BYTES = 4;
/** Chunks of a PNG that say something of the picture's origin: Exif, texts, the time of its last change. */
const PNG_TOLD = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'];
const PNG_END = 'IEND';

/** A PNG without texts, times and Exif, and without what hangs behind its end. @throws AppError ATTACHMENT_DAMAGED */
export async function* plainPng(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(content);
  yield await reader.take(PNG_SIGNATURE_BYTES);
  for (;;) {
    const head = await reader.take(PNG_HEAD_BYTES);
    if (head.length === 0) return;
    if (head.length < PNG_HEAD_BYTES) throw new AppError('ATTACHMENT_DAMAGED', { actual: 'image/png' });
    const type = head.toString('latin1', 4);
    const rest = reader.pass(head.readUInt32BE() + CHECKSUM_BYTES);
    if (PNG_TOLD.includes(type)) {
      for await (const _told of rest);
      continue;
    }
    yield head;
    yield* rest;
    if (type === PNG_END) return reader.drop();
  }
}

const WEBP_HEAD_BYTES = 12;
const WEBP_CHUNK_HEAD_BYTES = 8;
const WEBP_TOLD = ['EXIF', 'XMP '];
/** What readers skip: the file's length stands at its beginning, so that nothing can be left out while it passes. */
const WEBP_UNKNOWN = 'JUNK';
/** Says in the first chunk that Exif or XMP follow. */
const WEBP_TOLD_FLAGS = 0x0c;

/** A WebP whose Exif and XMP are blank. */
export async function* plainWebp(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(content);
  yield await reader.take(WEBP_HEAD_BYTES);
  for (;;) {
    const head = Buffer.from(await reader.take(WEBP_CHUNK_HEAD_BYTES));
    if (head.length < WEBP_CHUNK_HEAD_BYTES) return yield head;
    const type = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const padded = length + (length % 2);
    if (WEBP_TOLD.includes(type)) {
      head.write(WEBP_UNKNOWN, 'latin1');
      yield head;
      for await (const told of reader.pass(padded)) yield Buffer.alloc(told.length);
      continue;
    }
    yield head;
    if (type === 'VP8X') {
      const flags = Buffer.from(await reader.take(1));
      if (flags.length > 0) flags[0]! &= ~WEBP_TOLD_FLAGS;
      yield flags;
      yield* reader.pass(padded - 1);
    } else yield* reader.pass(padded);
  }
}
