import { createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { parsePayloadKeys, type PayloadKey } from '../engine/payload-keys.js';

const INDEX_KEY_BYTES = 32;

/** Settings of every service that keeps names, telephone numbers or addresses. None has a default. */
export const personalShape = {
  /**
   * Key-encryption keys as `id:base64key` pairs, comma separated; the first wraps, all unwrap. A pair may be taken away
   * once `rewrapAll` has run with another in front. Losing them makes everybody's personal data unreadable.
   */
  PERSONAL_KEYS: z.string().min(1),
  /** 32 bytes in base64, under which names and numbers are found; the same in every service, and it does not rotate. */
  PERSONAL_INDEX_KEY: z.string().min(1),
};

export interface PersonalSettings {
  PERSONAL_KEYS: string;
  PERSONAL_INDEX_KEY: string;
}

/** @throws Error that names the setting and what is wrong with it, never what it holds. */
export const readPersonalKeys = (setting: string): PayloadKey[] => parsePayloadKeys(setting, 'PERSONAL_KEYS');

/** @throws Error as above. */
export function readIndexKey(setting: string): KeyObject {
  const bytes = Buffer.from(setting, 'base64');
  if (bytes.length !== INDEX_KEY_BYTES) {
    throw new Error(`PERSONAL_INDEX_KEY: a key of ${INDEX_KEY_BYTES} bytes in base64 is needed`);
  }
  return createSecretKey(bytes);
}
