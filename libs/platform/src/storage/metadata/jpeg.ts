import { AppError } from '../../errors/index.js';
import { ByteReader } from './byte-reader.js';
import { orientationOf, orientationOnly } from './exif.js';

const MARK = 0xff;
const END = 0xd9;
const SCAN = 0xda;
const EXIF = 0xe1;
/** Kept application segments: JFIF, the colour profile, and Adobe's note on how colours are coded. */
const KEPT = [0xe0, 0xe2, 0xee];
const COLOUR_PROFILE = Buffer.from('ICC_PROFILE\0');
const COMMENT = 0xfe;

const isApplication = (code: number): boolean => (code & 0xf0) === 0xe0;
const isBare = (code: number): boolean => code === 0x01 || (code >= 0xd0 && code <= 0xd8);

/**
 * A JPEG without what cameras and programs write into it. Of Exif only the orientation stays, or the picture would lie on
 * its side; after the picture's end, where phones hang further pictures with data of their own, nothing does.
 * @throws AppError ATTACHMENT_DAMAGED where it cannot be told what is data and what is picture
 */
export async function* plainJpeg(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(content);
  yield await reader.take(2);
  for (;;) {
    const code = await nextMark(reader);
    if (code === null) return;
    if (code === END) {
      yield Buffer.from([MARK, END]);
      return reader.drop();
    }
    if (isBare(code)) {
      yield Buffer.from([MARK, code]);
      continue;
    }
    const size = await reader.take(2);
    const length = size.length < 2 ? 0 : size.readUInt16BE();
    if (length < 2) throw new AppError('ATTACHMENT_DAMAGED', { actual: 'image/jpeg' });
    const body = await reader.take(length - 2);
    const kept = keptOf(code, body);
    if (kept !== null) yield segment(code, kept);
    if (code === SCAN) yield* scan(reader);
  }
}

const segment = (code: number, body: Buffer): Buffer => {
  const head = Buffer.from([MARK, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

function keptOf(code: number, body: Buffer): Buffer | null {
  if (code === EXIF) {
    const orientation = orientationOf(body);
    return orientation === null ? null : orientationOnly(orientation);
  }
  if (code === 0xe2) return body.subarray(0, COLOUR_PROFILE.length).equals(COLOUR_PROFILE) ? body : null;
  if (code === COMMENT || (isApplication(code) && !KEPT.includes(code))) return null;
  return body;
}

/** The code after any number of fill bytes; null at the end of what there is. */
async function nextMark(reader: ByteReader): Promise<number | null> {
  let [byte] = await reader.take(1);
  if (byte === undefined) return null;
  if (byte !== MARK) throw new AppError('ATTACHMENT_DAMAGED', { actual: 'image/jpeg' });
  while (byte === MARK) [byte] = await reader.take(1);
  return byte ?? null;
}

/** The coded picture up to the next segment: 0xff 0x00 is a byte of it, and restarts (0xd0 to 0xd7) are in it. */
async function* scan(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (;;) {
    yield* reader.passUntil(MARK);
    const pair = await reader.take(2);
    if (pair.length < 2) return yield pair;
    const code = pair[1]!;
    if (code === 0 || (code >= 0xd0 && code <= 0xd7)) yield pair;
    else return reader.giveBack(pair);
  }
}
