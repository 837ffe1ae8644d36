import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { attachmentIdOf } from './attachment-key.js';
import type { AttachmentLinks } from './links.js';
import { ObjectMissingError, assertKey } from './object-storage.js';
import type { ByteRange, ObjectContent, ObjectStorage, StoredObject } from './object-storage.js';
import { spool } from './spool.js';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Objects as files under one folder. Written aside, synced and renamed, so that a reader never sees half of one. */
export class LocalStorage implements ObjectStorage {
  private readonly folder: string;

  constructor(
    folder: string,
    private readonly links?: AttachmentLinks,
  ) {
    this.folder = resolve(folder);
  }

  async put(key: string, content: ObjectContent): Promise<StoredObject> {
    const target = this.pathOf(key);
    // A name with a leading dot can be no key, so nobody reads what is not finished.
    const { path, bytes, sha256 } = await spool(join(this.folder, '.incoming'), content);
    try {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(path, target);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    await syncFolder(dirname(target));
    return { bytes, sha256 };
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    const file = await open(this.pathOf(key), 'r').catch((error: unknown) => {
      throw isMissing(error) ? new ObjectMissingError(key) : error;
    });
    return file.createReadStream({ start: range?.start, end: range?.end });
  }

  async head(key: string): Promise<{ bytes: number } | null> {
    try {
      return { bytes: (await stat(this.pathOf(key))).size };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async signedDownload(key: string, expiresInSeconds: number): Promise<string> {
    return this.linksFor().download(attachmentIdOf(key), expiresInSeconds);
  }

  async signedUpload(key: string, expiresInSeconds: number): Promise<string> {
    return this.linksFor().upload(attachmentIdOf(key), expiresInSeconds);
  }

  private linksFor(): AttachmentLinks {
    if (!this.links) throw new Error('The local storage was made without links');
    return this.links;
  }

  private pathOf(key: string): string {
    assertKey(key);
    return join(this.folder, key);
  }
}

/** A rename is durable once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
