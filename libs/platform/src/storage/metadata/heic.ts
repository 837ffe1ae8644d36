import { AppError } from '../../errors/index.js';
import { boxesIn } from './boxes.js';

const damaged = (): AppError => new AppError('ATTACHMENT_DAMAGED', { actual: 'image/heic' });
/** A full box has a version and flags before its body. */
const FULL_BYTES = 4;
const TOLD = ['Exif', 'mime'];

/**
 * A HEIC whose Exif and XMP are blank. Its index says where they lie, which may be before it: so it is read whole, and
 * pictures have ten megabytes at most. Which side is up stands elsewhere and stays.
 * @throws AppError ATTACHMENT_DAMAGED where the index cannot be read
 */
export async function* plainHeic(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  const whole = Buffer.concat(parts);
  try {
    for (const { from, to } of toldIn(whole)) whole.fill(0, from, Math.min(to, whole.length));
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error;
  }
  yield whole;
}

interface Range {
  from: number;
  to: number;
}

function toldIn(whole: Buffer): Range[] {
  const meta = boxesIn(whole, 0, whole.length).find(({ type }) => type === 'meta');
  if (!meta) return [];
  const inner = boxesIn(whole, meta.body + FULL_BYTES, meta.end);
  const [items, places, data] = ['iinf', 'iloc', 'idat'].map((wanted) => inner.find(({ type }) => type === wanted));
  if (!items || !places) return [];
  const told = toldItems(whole, items);
  return placesOf(whole, places.body, data?.body ?? 0).flatMap(({ item, ranges }) => (told.has(item) ? ranges : []));
}

/** Ids of the items that are not pictures. */
function toldItems(whole: Buffer, { body, end }: { body: number; end: number }): Set<number> {
  const countBytes = whole[body] === 0 ? 2 : 4;
  const told = new Set<number>();
  for (const entry of boxesIn(whole, body + FULL_BYTES + countBytes, end)) {
    const version = whole.readUInt8(entry.body);
    if (entry.type !== 'infe' || version < 2) continue;
    const idBytes = version === 2 ? 2 : 4;
    const at = entry.body + FULL_BYTES;
    const type = whole.toString('latin1', at + idBytes + 2, at + idBytes + 6);
    if (TOLD.includes(type)) told.add(whole.readUIntBE(at, idBytes));
  }
  return told;
}

/** Where each item lies in the file, by the box `iloc`. */
function placesOf(whole: Buffer, body: number, dataAt: number): { item: number; ranges: Range[] }[] {
  let at = body + FULL_BYTES;
  const read = (bytes: number): number => {
    const value = bytes === 8 ? Number(whole.readBigUInt64BE(at)) : bytes === 0 ? 0 : whole.readUIntBE(at, bytes);
    at += bytes;
    return value;
  };
  const version = whole.readUInt8(body);
  const [offsets, bases] = [read(1), read(1)];
  const [offsetBytes, lengthBytes, baseBytes] = [offsets >> 4, offsets & 15, bases >> 4];
  const indexBytes = version === 0 ? 0 : bases & 15;
  const idBytes = version < 2 ? 2 : 4;
  return Array.from({ length: read(idBytes) }, () => {
    const item = read(idBytes);
    const inData = version > 0 && (read(2) & 15) === 1;
    read(2);
    const base = read(baseBytes) + (inData ? dataAt : 0);
    const ranges = Array.from({ length: read(2) }, () => {
      read(indexBytes);
      const from = base + read(offsetBytes);
      return { from, to: from + read(lengthBytes) };
    });
    return { item, ranges };
  });
}
