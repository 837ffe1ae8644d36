import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '@yiwang/testing/postgres';
import { fastify, type FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import {
  ATTACHMENT_KINDS,
  AttachmentLinks,
  AttachmentRecords,
  LocalStorage,
  attachmentTables,
  attachmentTakenColumns,
  registerAttachmentRoutes,
} from './index.js';

const padded = (head: Buffer, bytes: number): Buffer => Buffer.concat([head, Buffer.alloc(bytes - head.length)]);
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const IEND = PNG.subarray(-12);
/** A PNG of so many bytes. */
const pngOf = (bytes: number): Buffer => {
  const head = Buffer.from([0, 0, 0, 0, ...Buffer.from('IDAT')]);
  const room = bytes - PNG.length - 12;
  head.writeUInt32BE(room);
  return Buffer.concat([PNG.subarray(0, -12), head, Buffer.alloc(room + 4), IEND]);
};
const ftyp = (brand: string): Buffer =>
  padded(Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(4), Buffer.from(brand)]), 64);
const SAMPLES: [string, string, Buffer][] = [
  ['image/png', 'image', PNG],
  ['image/jpeg', 'image', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xda, 0, 2]), Buffer.alloc(200)])],
  ['image/gif', 'image', padded(Buffer.from('GIF89a'), 200)],
  ['image/webp', 'image', padded(Buffer.from('RIFF\x40\0\0\0WEBPVP8 '), 200)],
  ['image/heic', 'image', ftyp('heic')],
  ['audio/mpeg', 'voice', padded(Buffer.from([0xff, 0xfb, 0x90, 0x64]), 600)],
  ['audio/x-m4a', 'voice', ftyp('M4A ')],
  ['audio/amr', 'voice', padded(Buffer.from('#!AMR\n'), 200)],
  ['audio/wav', 'voice', padded(Buffer.from('RIFF\x40\0\0\0WAVEfmt '), 200)],
  ['audio/ogg', 'voice', padded(Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead')]), 200)],
  ['video/mp4', 'video', ftyp('isom')],
  ['application/pdf', 'pdf', padded(Buffer.from('%PDF-1.7\n'), 2_000)],
];

describe('the attachment routes', () => {
  let database: TestDatabase;
  let source: DataSource;
  let folder: string;
  let app: FastifyInstance;
  let base: string;
  let now = Math.floor(Date.now() / 1000);
  const records = new AttachmentRecords('files');
  const links = new AttachmentLinks('', ['0123456789abcdef0123456789abcdef'], () => now);

  beforeAll(async () => {
    database = await testDatabase();
    source = await new DataSource({ type: 'postgres', url: database.url, schema: 'files' }).initialize();
    await source.query('CREATE SCHEMA files');
    for (const sql of [...attachmentTables('files').up, ...attachmentTakenColumns('files').up]) await source.query(sql);
    folder = await mkdtemp(join(tmpdir(), 'yiwang-routes-'));
    app = fastify({ bodyLimit: 1_000 });
    const deps = { storage: new LocalStorage(folder, links), links, records, manager: source.manager };
    await registerAttachmentRoutes(app, deps);
    app.post('/elsewhere', async (request) => request.body);
    base = await app.listen({ host: '127.0.0.1', port: 0 });
  }, 90_000);
  afterAll(async () => {
    await app.close();
    await source.destroy();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const prepare = (by: string | null = 'person-1'): Promise<string> => records.prepare(source.manager, by);
  const put = async (id: string, body: Uint8Array<ArrayBuffer> | ReadableStream, link = links.upload(id, 60)) =>
    fetch(base + link, { method: 'PUT', body, duplex: 'half' } as RequestInit);
  const uploaded = async (content: Buffer = PNG, by: string | null = 'person-1'): Promise<string> => {
    const id = await prepare(by);
    expect((await put(id, new Uint8Array(content))).status).toBe(201);
    return id;
  };
  const filesKept = async (): Promise<string[]> =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map((e) => e.name);

  it.each(SAMPLES)('takes %s for a %s by its content', async (mediaType, kind, content) => {
    const id = await prepare();
    const answer = await put(id, new Uint8Array(content));
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(await answer.json()).toEqual({ id, kind, mediaType, bytes: content.length, sha256 });
    expect(answer.status).toBe(201);
    const [record] = await records.find(source.manager, [id]);
    expect(record).toMatchObject({ id, kind, mediaType, bytes: content.length, sha256, uploadedBy: 'person-1' });
  });

  it('keeps a picture without the place where it was taken, and refuses one of which that cannot be told', async () => {
    const where = Buffer.from([0xff, 0xe1, 0, 20, ...Buffer.from('Exif\0\0GPS 35N 104E')]);
    const jpeg = SAMPLES[1]![2];
    const told = Buffer.concat([jpeg.subarray(0, 2), where, jpeg.subarray(2)]);
    const id = await uploaded(told);
    const [record] = await records.find(source.manager, [id]);
    expect(record).toMatchObject({ bytes: jpeg.length, sha256: createHash('sha256').update(jpeg).digest('hex') });
    expect(Buffer.from(await (await fetch(base + links.download(id, 60))).arrayBuffer())).toEqual(jpeg);
    const before = await filesKept();
    const damaged = await put(await prepare(), new Uint8Array(Buffer.concat([jpeg.subarray(0, 8), where.subarray(2)])));
    expect([damaged.status, await damaged.json()]).toMatchObject([400, { code: 'ATTACHMENT_DAMAGED', actual: 'image/jpeg' }]);
    expect(await filesKept()).toEqual(before);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['plain text', Buffer.from('你好'), 'unknown'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'unknown'],
    ['a drawing with script', Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), 'application/xml'],
    ['a program', padded(Buffer.from('MZ'), 500), 'application/x-msdownload'],
    ['an archive', padded(Buffer.from('PK\x03\x04'), 500), 'application/zip'],
  ])('refuses %s and keeps nothing of it', async (_, content, actual) => {
    const before = await filesKept();
    const answer = await put(await prepare(), new Uint8Array(content));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'ATTACHMENT_TYPE_REFUSED', actual });
    expect(await filesKept()).toEqual(before);
  });

  it('refuses a picture beyond its limit while it is still coming, and keeps nothing of it', async () => {
    const before = await filesKept();
    const limit = ATTACHMENT_KINDS.image.maxBytes;
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(sent === 0 ? new Uint8Array(padded(PNG, 65_536)) : new Uint8Array(65_536));
        sent += 65_536;
        if (sent > limit + 1_000_000) controller.close();
      },
    });
    const answer = await put(await prepare(), body);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'ATTACHMENT_TOO_LARGE', limit });
    expect(await filesKept()).toEqual(before);
  });

  it('takes a picture of exactly the limit', async () => {
    const id = await uploaded(pngOf(ATTACHMENT_KINDS.image.maxBytes));
    expect((await records.find(source.manager, [id]))[0]!.bytes).toBe(ATTACHMENT_KINDS.image.maxBytes);
  });

  it('refuses by the announced size before reading', async () => {
    const id = await prepare();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-length': String(51 * 1024 * 1024) };
      const sending = httpRequest(base + links.upload(id, 60), { method: 'PUT', headers }, (answer) => {
        resolve(answer.statusCode);
        sending.destroy();
      });
      sending.once('error', reject);
      sending.write('x');
    });
    expect(status).toBe(413);
  });

  it('keeps nothing of a content that was cut off', async () => {
    const before = await filesKept();
    const id = await prepare();
    await new Promise<void>((resolve) => {
      const headers = { 'content-length': '100000' };
      const sending = httpRequest(base + links.upload(id, 60), { method: 'PUT', headers });
      sending.once('error', () => resolve());
      sending.write(padded(PNG, 50_000), () => setTimeout(() => sending.destroy(), 50));
      sending.once('close', () => resolve());
    });
    for (let i = 0; i < 50 && (await filesKept()).length !== before.length; i++) await new Promise((r) => setTimeout(r, 20));
    expect(await filesKept()).toEqual(before);
    expect(await records.isPrepared(source.manager, id)).toBe(true);
  });

  it('knows when and where something was taken, where that was said', async () => {
    const taken = { at: new Date('2026-11-26T01:02:03Z'), place: { latitude: 35.003, longitude: 104.62, accuracyM: 8 } };
    const said = await records.prepare(source.manager, 'person-1', taken);
    const unsaid = await records.prepare(source.manager, 'person-1', { at: taken.at, place: null });
    for (const id of [said, unsaid]) expect((await put(id, new Uint8Array(PNG))).status).toBe(201);
    expect(await records.find(source.manager, [said])).toMatchObject([{ takenAt: taken.at, ...taken.place }]);
    const nowhere = { latitude: null, longitude: null, accuracyM: null };
    expect(await records.find(source.manager, [unsaid])).toMatchObject([{ takenAt: taken.at, ...nowhere }]);
    expect(await records.find(source.manager, [await uploaded()])).toMatchObject([{ takenAt: null, ...nowhere }]);
  });

  it('fills a record once, also when two senders try together', async () => {
    const before = (await filesKept()).length;
    const id = await prepare();
    const [one, two] = await Promise.all([put(id, new Uint8Array(PNG)), put(id, new Uint8Array(padded(PNG, 900)))]);
    expect([one.status, two.status].sort()).toEqual([201, 400]);
    expect((await put(id, new Uint8Array(PNG))).status).toBe(400);
    expect((await filesKept()).length).toBe(before + 1);
  });

  it('hands a content out with headers that keep it harmless', async () => {
    const id = await uploaded();
    const answer = await fetch(base + links.download(id, 60));
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'content-disposition': `inline; filename="${id}.png"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=60',
    });
    const pdf = await uploaded(SAMPLES.at(-1)![2]);
    expect((await fetch(base + links.download(pdf, 60))).headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('hands out the part that a player asks for', async () => {
    const id = await uploaded();
    const part = async (range: string) => fetch(base + links.download(id, 60), { headers: { range } });
    const middle = await part('bytes=4-9');
    expect([middle.status, middle.headers.get('content-range')]).toEqual([206, `bytes 4-9/${PNG.length}`]);
    expect(Buffer.from(await middle.arrayBuffer())).toEqual(PNG.subarray(4, 10));
    expect(Buffer.from(await (await part('bytes=-3')).arrayBuffer())).toEqual(PNG.subarray(-3));
    expect((await part(`bytes=${PNG.length}-`)).status).toBe(200);
  });

  it('opens nothing without a link that holds', async () => {
    const id = await uploaded();
    const link = links.download(id, 60);
    for (const path of [`/attachments/${id}`, link.replace(/e=..../, 'e=AAAA'), links.upload(id, 60)]) {
      const answer = await fetch(base + path, { headers: { 'accept-language': 'en' } });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'LINK_EXPIRED', message: expect.stringContaining('expired') });
    }
    now += 61;
    expect((await fetch(base + link)).status).toBe(403);
    expect((await put(await prepare(), new Uint8Array(PNG), link)).status).toBe(403);
  });

  it('says that there is nothing, and lists nothing', async () => {
    expect((await fetch(base + links.download(randomUUID(), 60))).status).toBe(404);
    expect((await fetch(base + links.download(await prepare(), 60))).status).toBe(404);
    expect((await fetch(base + links.download('..%2f..%2fetc', 60))).status).toBe(403);
    expect((await fetch(`${base}/attachments`)).status).toBe(404);
    expect((await fetch(`${base}/attachments/`)).status).toBe(403);
  });

  it('leaves the service’s other routes their own limits', async () => {
    const headers = { 'content-type': 'application/json' };
    const post = (body: string) => fetch(`${base}/elsewhere`, { method: 'POST', headers, body });
    expect(await (await post('{"a":1}')).json()).toEqual({ a: 1 });
    expect((await post(JSON.stringify('x'.repeat(2_000)))).status).toBe(413);
  });

  describe('a case that refers to attachments', () => {
    const attach = (ids: string[], caseNumber: string, uploadedBy: string | null = 'person-1') =>
      records.attach(source.manager, ids, { caseNumber, uploadedBy });
    const refused = { code: 'ATTACHMENT_UNKNOWN' };

    it('gets them, and a repetition changes nothing', async () => {
      const ids = [await uploaded(), await uploaded()];
      await attach(ids, 'case-1');
      await attach(ids, 'case-1');
      expect((await records.ofCases(source.manager, ['case-1'])).map(({ id }) => id)).toEqual(ids);
    });

    it('gets none that is somebody else’s, another case’s, not uploaded or none at all', async () => {
      const id = await uploaded();
      await expect(attach([id], 'case-2', 'person-2')).rejects.toMatchObject(refused);
      await expect(attach([id], 'case-2', null)).rejects.toMatchObject(refused);
      await attach([id], 'case-2');
      await expect(attach([id], 'case-3')).rejects.toMatchObject(refused);
      await expect(attach([await prepare()], 'case-3')).rejects.toMatchObject(refused);
      await expect(attach(["'; drop table"], 'case-3')).rejects.toMatchObject(refused);
    });

    it('keeps them when unused ones are cleared away', async () => {
      const [used, unused] = [await uploaded(), await uploaded()];
      await attach([used], 'case-4');
      await source.query(`UPDATE files.attachment SET created_at = now() - interval '2 days' WHERE id = ANY($1)`, [[used, unused]]);
      expect(await records.removeUnused(source.manager, 24)).toEqual([expect.stringContaining(unused)]);
      expect(await records.find(source.manager, [used, unused])).toHaveLength(1);
    });
  });
});
