import { createHmac, type KeyObject } from 'node:crypto';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const INDEX_BYTES = 16;

/** What is looked for; the same word everywhere, so that services agree on one person's index. */
export type Indexed = 'phone' | 'name';

/** A number in E.164, read as one dialled in China unless it begins with +; null for what is no number. */
export function phoneKey(text: string): string | null {
  const read = parsePhoneNumberFromString(text.normalize('NFKC').trim(), { defaultCountry: 'CN', extract: false });
  return read?.isPossible() ? read.number : null;
}

/** A name as it is compared: in one form of each character, without white space, in small letters. */
export const nameKey = (text: string): string | null =>
  text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase() || null;

/**
 * Finds what is encrypted by exact match: HMAC-SHA-256 of the normalised value, cut to 16 bytes. Equal values have
 * equal indexes, which is all that somebody without the key learns.
 */
export class BlindIndex {
  constructor(private readonly key: KeyObject) {}

  /** Null for what is no number; then it cannot be found. */
  ofPhone(text: string): Buffer | null {
    return this.of('phone', phoneKey(text));
  }

  ofName(text: string): Buffer | null {
    return this.of('name', nameKey(text));
  }

  /** Over any other bytes, such as a hash that personal data went into and that could be guessed without a key. */
  keyed(purpose: string, bytes: Uint8Array): Buffer {
    return createHmac('sha256', this.key).update(`${purpose}\0`).update(bytes).digest();
  }

  private of(indexed: Indexed, normal: string | null): Buffer | null {
    return normal === null ? null : this.keyed(indexed, Buffer.from(normal)).subarray(0, INDEX_BYTES);
  }
}
