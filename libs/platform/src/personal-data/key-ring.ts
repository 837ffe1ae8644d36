import { createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import type { PayloadKey } from '../engine/payload-keys.js';
import { decrypt, encrypt } from './cipher.js';

/** The key of one data subject, open. */
export interface DataKey {
  id: string;
  key: KeyObject;
}

/** The same as it is stored. */
export interface WrappedKey {
  id: string;
  subject: string;
  wrapped: Buffer;
  /** Id of the key-encryption key. */
  wrappedBy: string;
}

const DATA_KEY_BYTES = 32;

// Bound to its subject, so that nobody's key can be put in another's place to escape being destroyed.
const contextOf = (id: string, subject: string, wrappedBy: string): string => JSON.stringify([wrappedBy, id, subject]);

/** The rotating key-encryption keys: the first wraps, all unwrap. */
export class KeyRing {
  private readonly keys: Map<string, PayloadKey>;
  readonly current: PayloadKey;

  constructor(keys: readonly PayloadKey[]) {
    const [current] = keys;
    if (!current) throw new Error('A key ring needs at least one key');
    this.current = current;
    this.keys = new Map(keys.map((key) => [key.id, key]));
  }

  fresh(subject: string): WrappedKey {
    return this.wrap(randomUUID(), subject, randomBytes(DATA_KEY_BYTES));
  }

  open(stored: WrappedKey): DataKey {
    return { id: stored.id, key: createSecretKey(this.unwrap(stored)) };
  }

  rewrap(stored: WrappedKey): WrappedKey {
    return this.wrap(stored.id, stored.subject, this.unwrap(stored));
  }

  private wrap(id: string, subject: string, bytes: Buffer): WrappedKey {
    const { id: wrappedBy, key } = this.current;
    return { id, subject, wrapped: encrypt(key, bytes, contextOf(id, subject, wrappedBy)), wrappedBy };
  }

  private unwrap({ id, subject, wrapped, wrappedBy }: WrappedKey): Buffer {
    const found = this.keys.get(wrappedBy);
    if (!found) throw new Error(`A personal key was wrapped with "${wrappedBy}", which PERSONAL_KEYS does not hold`);
    return decrypt(found.key, wrapped, contextOf(id, subject, wrappedBy));
  }
}
