import type { Readable } from 'node:stream';

export type ObjectContent = Uint8Array | AsyncIterable<Uint8Array>;

export interface ObjectMeta {
  mediaType: string;
}

export interface StoredObject {
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

export interface ByteRange {
  start: number;
  /** Included, as in HTTP. */
  end: number;
}

/**
 * The one port for files: a local folder or whatever speaks S3. An object is there whole or not at all; a key is written
 * once and never changed. Signed links need no log-in and end by themselves.
 */
export interface ObjectStorage {
  put(key: string, content: ObjectContent, meta: ObjectMeta): Promise<StoredObject>;
  /** Errors: ObjectMissingError. */
  get(key: string, range?: ByteRange): Promise<Readable>;
  head(key: string): Promise<{ bytes: number } | null>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  signedDownload(key: string, expiresInSeconds: number): Promise<string>;
  signedUpload(key: string, expiresInSeconds: number): Promise<string>;
}

export class ObjectMissingError extends Error {
  constructor(readonly key: string) {
    super(`There is no object ${key}`);
  }
}

const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const LONGEST_KEY = 512;

/** Keys are ours, never a sender's: names of letters, digits, dots, dashes between slashes, none beginning with a dot. */
export function assertKey(key: string): void {
  if (key.length > LONGEST_KEY || !KEY.test(key)) throw new Error(`Not a storage key: ${JSON.stringify(key)}`);
}
