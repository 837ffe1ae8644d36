import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { AttachmentLinks, LocalStorage, ObjectMissingError, S3Storage, type ObjectStorage } from './index.js';

const KEY = 'attachments/0a/0a0a0a0a-0000-4000-8000-000000000001-abcdef';
const links = new AttachmentLinks('http://127.0.0.1:1', ['0123456789abcdef0123456789abcdef']);

/** As much of S3 as the adapter uses: signed requests on objects of one bucket. */
async function standIn(): Promise<{ server: Server; endpoint: string; objects: Map<string, Buffer> }> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://stand-in');
    const signed = request.headers.authorization?.includes('Credential=key/') || url.searchParams.has('X-Amz-Signature');
    if (!signed) return response.writeHead(403).end();
    const found = objects.get(url.pathname);
    if (request.method === 'PUT') {
      objects.set(url.pathname, await buffer(request));
      return response.writeHead(200).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(url.pathname);
      return response.writeHead(204).end();
    }
    if (!found) {
      return response.writeHead(404).end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
    }
    const [, start, end] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
    const part = start ? found.subarray(Number(start), Number(end) + 1) : found;
    response.writeHead(start ? 206 : 200, { 'content-length': part.length });
    return response.end(request.method === 'HEAD' ? undefined : part);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, objects, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('the storage port', () => {
  let folder: string;
  let s3: Awaited<ReturnType<typeof standIn>>;
  const storages: Record<string, ObjectStorage> = {};

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yiwang-storage-'));
    s3 = await standIn();
    storages.local = new LocalStorage(folder, links);
    const account = { accessKeyId: 'key', secretAccessKey: 'secret', region: 'us-east-1', bucket: 'yiwang' };
    storages.s3 = new S3Storage({ ...account, endpoint: s3.endpoint });
  });
  afterAll(async () => {
    await (storages.s3 as S3Storage).close();
    s3.server.closeAllConnections();
    s3.server.close();
    await rm(folder, { recursive: true });
  });

  describe.each(['local', 's3'])('kept in %s', (name) => {
    const storage = (): ObjectStorage => storages[name]!;
    const content = Buffer.from('内容'.repeat(50_000));

    it('gives back what was put, whole and in part', async () => {
      const stored = await storage().put(KEY, content, { mediaType: 'image/png' });
      expect(stored).toEqual({ bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
      expect(await buffer(await storage().get(KEY))).toEqual(content);
      expect(await buffer(await storage().get(KEY, { start: 3, end: 8 }))).toEqual(content.subarray(3, 9));
      expect(await storage().head(KEY)).toEqual({ bytes: content.length });
    });

    it('takes a stream', async () => {
      const stream = (async function* () {
        for (let i = 0; i < 10; i++) yield content;
      })();
      expect(await storage().put(KEY, stream, { mediaType: 'video/mp4' })).toMatchObject({ bytes: content.length * 10 });
    });

    it('keeps nothing of a stream that fails', async () => {
      const key = `${KEY}-failing`;
      const stream = (async function* () {
        yield content;
        throw new Error('cut off');
      })();
      await expect(storage().put(key, stream, { mediaType: 'video/mp4' })).rejects.toThrow('cut off');
      expect(await storage().head(key)).toBeNull();
      await expect(storage().get(key)).rejects.toBeInstanceOf(ObjectMissingError);
    });

    it('deletes, and does not mind deleting again', async () => {
      await storage().put(KEY, content, { mediaType: 'image/png' });
      await storage().delete(KEY);
      await storage().delete(KEY);
      expect(await storage().head(KEY)).toBeNull();
    });

    it.each(['../outside', 'a/../../outside', '/etc/passwd', 'a//b', '.incoming/x', 'a/.b', 'a\\b', 'a\0b', '', 'a/'])(
      'refuses the key %j',
      async (key) => {
        await expect(storage().put(key, content, { mediaType: 'image/png' })).rejects.toThrow('Not a storage key');
        await expect(storage().get(key)).rejects.toThrow('Not a storage key');
        await expect(storage().head(key)).rejects.toThrow('Not a storage key');
        await expect(storage().delete(key)).rejects.toThrow('Not a storage key');
      },
    );

    it('signs links that end by themselves', async () => {
      const link = new URL(await storage().signedDownload(KEY, 60));
      expect(link.pathname).toContain('0a0a0a0a-0000-4000-8000-000000000001');
      expect(link.searchParams.get('expires') ?? link.searchParams.get('X-Amz-Expires')).toBeTruthy();
      expect(await storage().signedUpload(KEY, 60)).not.toBe(link.toString());
    });
  });

  it('leaves no temporary file behind', async () => {
    expect(await readdir(join(folder, '.incoming'))).toEqual([]);
  });
});
