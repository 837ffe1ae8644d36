import type { AttachmentMediaType } from '../media-types.js';
import { withoutMetadata } from './index.js';

const SECRET = 'GPS 35.0N 104.6E';
const text = Buffer.from(SECRET, 'latin1');

async function plain(mediaType: AttachmentMediaType, content: Buffer, chunk = content.length): Promise<Buffer> {
  async function* pieces() {
    for (let at = 0; at < content.length; at += chunk) yield content.subarray(at, at + chunk);
  }
  const parts: Uint8Array[] = [];
  for await (const part of withoutMetadata(mediaType, pieces())) parts.push(part);
  return Buffer.concat(parts);
}

const uint32 = (value: number): Buffer => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 255));
const segment = (code: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, code, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);

/** An Exif block with an orientation and, behind it, what must not stay. */
function exif(orientation: number, order: 'II' | 'MM'): Buffer {
  const little = order === 'II';
  const short = (value: number) => Buffer.from(little ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const long = (value: number) => (little ? Buffer.from([value, 0, 0, 0]) : uint32(value));
  const entry = Buffer.concat([short(0x0112), short(3), long(1), short(orientation), short(0)]);
  return Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(order), short(42), long(8), short(1), entry, long(0), text]);
}

const [SOI, EOI] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])];
const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
const PROFILE = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1'));
const TABLE = segment(0xdb, Buffer.alloc(65, 1));
// A coded picture with a stuffed byte, a restart, and a second scan as progressive pictures have.
const SCANS = Buffer.concat([segment(0xda, Buffer.alloc(10)), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3]), segment(0xc4, Buffer.alloc(20, 9)), segment(0xda, Buffer.alloc(10)), Buffer.from([4, 0xff, 0])]);
const jpeg = (...told: Buffer[]): Buffer => Buffer.concat([SOI, JFIF, ...told, PROFILE, TABLE, SCANS, EOI]);

describe('a JPEG without what its camera wrote', () => {
  const told = [segment(0xe1, exif(1, 'II')), segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), text])), segment(0xe2, Buffer.concat([Buffer.from('MPF\0'), text])), segment(0xed, text), segment(0xfe, text)];

  it.each([1, 7, 100_000])('is the picture alone, in pieces of %i bytes', async (chunk) => {
    expect(await plain('image/jpeg', jpeg(...told), chunk)).toEqual(jpeg());
  });

  it('has no second picture behind its end', async () => {
    expect(await plain('image/jpeg', Buffer.concat([jpeg(), jpeg(...told)]))).toEqual(jpeg());
  });

  it.each([['II', 6], ['MM', 3]] as const)('still says which side is up: %s %i', async (order, orientation) => {
    const result = await plain('image/jpeg', jpeg(segment(0xe1, exif(orientation, order))));
    expect(result.includes(SECRET)).toBe(false);
    const at = result.indexOf('Exif\0\0MM');
    expect(result.subarray(at + 16, at + 26)).toEqual(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation]));
  });

  it('is refused where it cannot be told what is picture', async () => {
    const refused = { code: 'ATTACHMENT_DAMAGED', details: { actual: 'image/jpeg' } };
    await expect(plain('image/jpeg', Buffer.concat([SOI, text, EOI]))).rejects.toMatchObject(refused);
    await expect(plain('image/jpeg', Buffer.concat([SOI, Buffer.from([0xff, 0xe1, 0, 0]), text]))).rejects.toMatchObject(refused);
  });

  it('may end early, as pictures from a bad line do', async () => {
    const cut = jpeg().subarray(0, -3);
    expect(await plain('image/jpeg', cut)).toEqual(cut);
  });
});

describe('other pictures without what their maker wrote', () => {
  const chunk = (type: string, body: Buffer): Buffer => Buffer.concat([uint32(body.length), Buffer.from(type), body, Buffer.alloc(4)]);
  const png = (...told: Buffer[]): Buffer => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', Buffer.alloc(13)), ...told, chunk('IDAT', Buffer.alloc(50, 3)), chunk('IEND', Buffer.alloc(0))]);

  it.each([1, 100_000])('are PNG, in pieces of %i bytes', async (size) => {
    const told = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'].map((type) => chunk(type, text));
    expect(await plain('image/png', Buffer.concat([png(...told), text]), size)).toEqual(png());
  });

  it('are WebP, whose length stays', async () => {
    const part = (type: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(type), Buffer.from([body.length, 0, 0, 0]), body]);
    const whole = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), part('VP8X', Buffer.from([0x2c, 0, 0, 0, 9, 0, 0, 9, 0, 0])), part('VP8L', Buffer.alloc(20, 7)), part('EXIF', text), part('XMP ', text)]);
    const result = await plain('image/webp', whole, 5);
    expect(result.length).toBe(whole.length);
    expect(result.includes(SECRET)).toBe(false);
    expect(result[20]).toBe(0x20);
    expect(result.subarray(0, 58).equals(Buffer.concat([whole.subarray(0, 20), Buffer.from([0x20]), whole.subarray(21, 58)]))).toBe(true);
  });

  it.each([0, 1])('are HEIC, whose index says where it lies (iloc version %i)', async (version) => {
    const box = (type: string, ...body: Buffer[]): Buffer => Buffer.concat([uint32(8 + Buffer.concat(body).length), Buffer.from(type), ...body]);
    const infe = (id: number, type: string): Buffer => box('infe', Buffer.from([2, 0, 0, 0, 0, id, 0, 0]), Buffer.from(`${type}\0`));
    const iinf = box('iinf', Buffer.from([0, 0, 0, 0, 0, 2]), infe(1, 'hvc1'), infe(2, 'Exif'));
    const picture = Buffer.alloc(30, 5);
    const head = box('ftyp', Buffer.from('heic\0\0\0\0'));
    const index = (at: number): Buffer => {
      const item = (id: number, from: number, bytes: number) => Buffer.concat([Buffer.from([0, id, ...(version === 1 ? [0, 0] : []), 0, 0, 0, 1]), uint32(from), uint32(bytes)]);
      const iloc = box('iloc', Buffer.from([version, 0, 0, 0, 0x44, 0, 0, 2]), item(1, at, picture.length), item(2, at + picture.length, text.length));
      return box('meta', Buffer.alloc(4), iinf, iloc);
    };
    const at = head.length + index(0).length + 8;
    const file = (last: Buffer): Buffer => Buffer.concat([head, index(at), box('mdat', picture, last)]);
    expect(await plain('image/heic', file(text), 11)).toEqual(file(Buffer.alloc(text.length)));
  });
});

describe('a film or voice note without what its phone wrote', () => {
  const box = (type: string, ...body: Buffer[]): Buffer => Buffer.concat([uint32(8 + Buffer.concat(body).length), Buffer.from(type), ...body]);

  it.each([['video/mp4', 9], ['audio/x-m4a', 100_000]] as const)('is %s, whose lengths stay', async (mediaType, size) => {
    const track = (told: Buffer): Buffer => box('trak', box('tkhd', Buffer.alloc(20, 1)), told);
    const film = (type: string, body: Buffer): Buffer => Buffer.concat([box('ftyp', Buffer.from('isom')), box('mdat', Buffer.alloc(40, 2)), box('moov', box('mvhd', Buffer.alloc(10, 3)), track(box(type, body)), box(type, body)), box(type, body)]);
    expect(await plain(mediaType, film('udta', text), size)).toEqual(film('free', Buffer.alloc(text.length)));
  });

  it('is refused where its boxes do not fit into each other', async () => {
    const broken = box('moov', Buffer.concat([uint32(900), Buffer.from('udta'), text]));
    await expect(plain('video/mp4', broken)).rejects.toMatchObject({ code: 'ATTACHMENT_DAMAGED' });
  });
});

describe('what says nothing of its maker', () => {
  it.each(['application/pdf', 'audio/wav', 'image/gif'] as const)('%s stays as it is', async (mediaType) => {
    expect(await plain(mediaType, text)).toEqual(text);
  });
});
