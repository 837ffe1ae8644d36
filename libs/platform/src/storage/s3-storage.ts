import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import { ObjectMissingError, assertKey } from './object-storage.js';
import type { ByteRange, ObjectContent, ObjectMeta, ObjectStorage, StoredObject } from './object-storage.js';
import { spool } from './spool.js';

export interface S3Settings {
  bucket: string;
  region: string;
  /** For anything but Amazon's own. */
  endpoint?: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Most self-hosted stores want the bucket in the path. */
  forcePathStyle?: boolean;
}

const isMissing = (error: unknown): boolean => {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404;
};

/** Objects in a bucket. The SDK is loaded with the first use: who keeps files in a folder does not pay for it. */
export class S3Storage implements ObjectStorage {
  private loaded: Promise<{ sdk: typeof Sdk; client: Sdk.S3Client }> | undefined;

  constructor(private readonly settings: S3Settings) {}

  /** Spooled first: the store wants to know the length beforehand, and a content that is refused never gets there. */
  async put(key: string, content: ObjectContent, { mediaType }: ObjectMeta): Promise<StoredObject> {
    const { sdk, client } = await this.load();
    const object = { ...this.object(key), ContentType: mediaType };
    const { path, bytes, sha256 } = await spool(join(tmpdir(), 'yiwang-spool'), content);
    try {
      const Body = createReadStream(path);
      await client.send(new sdk.PutObjectCommand({ ...object, Body, ContentLength: bytes, Metadata: { sha256 } }));
    } finally {
      await rm(path, { force: true });
    }
    return { bytes, sha256 };
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    const { sdk, client } = await this.load();
    const Range = range && `bytes=${range.start}-${range.end}`;
    try {
      return (await client.send(new sdk.GetObjectCommand({ ...this.object(key), Range }))).Body as Readable;
    } catch (error) {
      throw isMissing(error) ? new ObjectMissingError(key) : error;
    }
  }

  async head(key: string): Promise<{ bytes: number } | null> {
    const { sdk, client } = await this.load();
    try {
      return { bytes: (await client.send(new sdk.HeadObjectCommand(this.object(key)))).ContentLength ?? 0 };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    const { sdk, client } = await this.load();
    await client.send(new sdk.DeleteObjectCommand(this.object(key)));
  }

  async signedDownload(key: string, expiresInSeconds: number): Promise<string> {
    const { sdk, client } = await this.load();
    const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
    const command = new sdk.GetObjectCommand({ ...this.object(key), ResponseContentDisposition: 'attachment' });
    return getSignedUrl(client, command, { expiresIn: expiresInSeconds });
  }

  async signedUpload(key: string, expiresInSeconds: number): Promise<string> {
    const { sdk, client } = await this.load();
    const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
    return getSignedUrl(client, new sdk.PutObjectCommand(this.object(key)), { expiresIn: expiresInSeconds });
  }

  async close(): Promise<void> {
    if (this.loaded) (await this.loaded).client.destroy();
  }

  private object(key: string): { Bucket: string; Key: string } {
    assertKey(key);
    return { Bucket: this.settings.bucket, Key: key };
  }

  private load(): Promise<{ sdk: typeof Sdk; client: Sdk.S3Client }> {
    return (this.loaded ??= import('@aws-sdk/client-s3').then((sdk) => {
      const { region, endpoint, accessKeyId, secretAccessKey, forcePathStyle = true } = this.settings;
      const client = new sdk.S3Client({
        region,
        endpoint,
        forcePathStyle,
        credentials: { accessKeyId, secretAccessKey },
        // Not every store that speaks S3 knows the newer trailing checksums.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      });
      return { sdk, client };
    }));
  }
}
