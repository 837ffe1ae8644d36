import { z } from 'zod';
import { AttachmentLinks } from './links.js';
import { LocalStorage } from './local-storage.js';
import type { ObjectStorage } from './object-storage.js';
import { S3Storage } from './s3-storage.js';

/** Settings of a service that keeps files; spread them into its own. */
export const storageShape = {
  STORAGE_KIND: z.enum(['local', 's3']).default('local'),
  /** For `local`. */
  STORAGE_FOLDER: z.string().default('.data/attachments'),
  /** Where browsers reach the attachment routes. */
  STORAGE_PUBLIC_URL: z.url(),
  /** Secrets of at least 32 characters, comma separated; the first signs links, all verify. */
  STORAGE_LINK_SECRETS: z.string().min(32),
  STORAGE_S3_ENDPOINT: z.url().optional(),
  STORAGE_S3_REGION: z.string().default('us-east-1'),
  STORAGE_S3_BUCKET: z.string().optional(),
  STORAGE_S3_ACCESS_KEY_ID: z.string().optional(),
  STORAGE_S3_SECRET_ACCESS_KEY: z.string().optional(),
};
export type StorageConfig = z.infer<z.ZodObject<typeof storageShape>>;

export function createStorage(config: StorageConfig): { storage: ObjectStorage; links: AttachmentLinks } {
  const secrets = config.STORAGE_LINK_SECRETS.split(',').map((secret) => secret.trim());
  const links = new AttachmentLinks(config.STORAGE_PUBLIC_URL.replace(/\/+$/, ''), secrets);
  if (config.STORAGE_KIND === 'local') return { storage: new LocalStorage(config.STORAGE_FOLDER, links), links };
  const storage = new S3Storage({
    bucket: needed(config, 'STORAGE_S3_BUCKET'),
    region: config.STORAGE_S3_REGION,
    endpoint: config.STORAGE_S3_ENDPOINT,
    accessKeyId: needed(config, 'STORAGE_S3_ACCESS_KEY_ID'),
    secretAccessKey: needed(config, 'STORAGE_S3_SECRET_ACCESS_KEY'),
  });
  return { storage, links };
}

function needed(
  config: StorageConfig,
  name: 'STORAGE_S3_BUCKET' | 'STORAGE_S3_ACCESS_KEY_ID' | 'STORAGE_S3_SECRET_ACCESS_KEY',
): string {
  const value = config[name];
  if (!value) throw new Error(`STORAGE_KIND is s3, so ${name} has to be set`);
  return value;
}
