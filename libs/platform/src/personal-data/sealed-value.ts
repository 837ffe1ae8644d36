import { decrypt, encrypt } from './cipher.js';
import type { DataKey } from './key-ring.js';

/** Where a value lies: a sealed one opens nowhere else, so that rows and columns cannot be swapped. */
export interface Place {
  /** As in `case_file.reporter_phone`. */
  field: string;
  /** The row's primary key. */
  row: string;
}

const VERSION = 1;
const KEY_ID_BYTES = 16;

const contextOf = ({ field, row }: Place, keyId: string): string => JSON.stringify([VERSION, keyId, field, row]);

/** `version (1) ‖ id of the data key (16) ‖ iv (12) ‖ ciphertext ‖ tag (16)`: 45 bytes more than the text in UTF-8. */
export function seal(text: string, { id, key }: DataKey, place: Place): Buffer {
  const head = Buffer.from([VERSION, ...Buffer.from(id.replaceAll('-', ''), 'hex')]);
  return Buffer.concat([head, encrypt(key, Buffer.from(text), contextOf(place, id))]);
}

/** Which data key a sealed value needs. @throws Error for what was not made by `seal`. */
export function keyIdOf(sealed: Buffer): string {
  if (sealed[0] !== VERSION) throw new Error('A sealed value is of an unknown form');
  const hex = sealed.subarray(1, 1 + KEY_ID_BYTES).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** @throws Error for another key or place, or a value that was changed. */
export const unseal = (sealed: Buffer, { id, key }: DataKey, place: Place): string =>
  decrypt(key, sealed.subarray(1 + KEY_ID_BYTES), contextOf(place, id)).toString();
