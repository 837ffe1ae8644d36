import { AppError } from '../../errors/index.js';
import { ByteReader } from './byte-reader.js';

/** ISO base media: MP4, M4A and HEIC are boxes of a length, a type and a body; some bodies are boxes again. */
interface Box {
  type: string;
  /** From the beginning of what is read, in bytes. */
  start: number;
  body: number;
  end: number;
}

const HEAD_BYTES = 8;
const LONG_HEAD_BYTES = 16;
/** What says where, by whom and with what a film was taken. */
const TOLD = ['udta', 'meta', 'uuid'];
const OUTER = ['moov', 'trak'];
const BLANK = 'free';
/** The index of a film of 50 MB has some hundred kilobytes. */
const LARGEST_INDEX_BYTES = 16 * 1024 * 1024;

function lengthIn(head: Buffer, at: number): { length: number; headBytes: number } {
  const short = head.readUInt32BE(at);
  if (short !== 1) return { length: short, headBytes: HEAD_BYTES };
  if (head.length < at + LONG_HEAD_BYTES) return { length: 0, headBytes: LONG_HEAD_BYTES };
  return { length: Number(head.readBigUInt64BE(at + HEAD_BYTES)), headBytes: LONG_HEAD_BYTES };
}

/** The boxes between two places; a length of zero reaches to the end. @throws AppError ATTACHMENT_DAMAGED */
export function boxesIn(content: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let start = from; start + HEAD_BYTES <= to; ) {
    const { length, headBytes } = lengthIn(content, start);
    const end = length === 0 ? to : start + length;
    if (end > to || start + headBytes > end) throw new AppError('ATTACHMENT_DAMAGED', { actual: 'mp4' });
    boxes.push({ type: content.toString('latin1', start + 4, start + HEAD_BYTES), start, body: start + headBytes, end });
    start = end;
  }
  return boxes;
}

/** An MP4 or M4A in which place, author and device are blank. The index is read whole, films pass. */
export async function* plainFilm(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(content);
  for (;;) {
    let head = Buffer.from(await reader.take(HEAD_BYTES));
    if (head.length < HEAD_BYTES) return yield head;
    if (head.readUInt32BE() === 1) head = Buffer.concat([head, await reader.take(HEAD_BYTES)]);
    const { length, headBytes } = lengthIn(head, 0);
    const rest = length === 0 ? Infinity : length - headBytes;
    if (rest < 0) throw new AppError('ATTACHMENT_DAMAGED', { actual: 'mp4' });
    const type = head.toString('latin1', 4, HEAD_BYTES);
    if (TOLD.includes(type)) {
      head.write(BLANK, 4, 'latin1');
      yield head;
      for await (const told of reader.pass(rest)) yield Buffer.alloc(told.length);
    } else if (type === 'moov') {
      if (rest > LARGEST_INDEX_BYTES) throw new AppError('ATTACHMENT_DAMAGED', { actual: 'mp4' });
      const index = Buffer.from(await reader.take(rest));
      blankTold(index, 0, index.length);
      yield head;
      yield index;
    } else {
      yield head;
      yield* reader.pass(rest);
    }
  }
}

function blankTold(content: Buffer, from: number, to: number): void {
  for (const { type, start, body, end } of boxesIn(content, from, to)) {
    if (OUTER.includes(type)) blankTold(content, body, end);
    if (!TOLD.includes(type)) continue;
    content.write(BLANK, start + 4, 'latin1');
    content.fill(0, body, end);
  }
}
