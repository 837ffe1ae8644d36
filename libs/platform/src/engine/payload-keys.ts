import { createSecretKey, type KeyObject } from 'node:crypto';

export interface PayloadKey {
  id: string;
  key: KeyObject;
}

const KEY_BYTES = 32;

/**
 * Reads `id:base64key` pairs, comma separated (the setting PAYLOAD_KEYS). The first encrypts, all decrypt: to rotate,
 * put a new pair in front and keep the old one until the engine has forgotten the histories written with it.
 * @param name of the setting, for its errors: others are written the same way.
 */
export function parsePayloadKeys(setting: string, name = 'PAYLOAD_KEYS'): PayloadKey[] {
  const keys = setting.split(',').map((pair, i) => {
    const at = pair.indexOf(':');
    const id = pair.slice(0, Math.max(at, 0)).trim();
    const bytes = Buffer.from(pair.slice(at + 1).trim(), 'base64');
    if (!id || bytes.length !== KEY_BYTES) {
      throw new Error(`${name}: pair ${i + 1} is not "id:key" with a key of ${KEY_BYTES} bytes in base64`);
    }
    return { id, key: createSecretKey(bytes) };
  });
  const repeated = keys.find(({ id }, i) => keys.findIndex((other) => other.id === id) !== i);
  if (repeated) throw new Error(`${name}: the id ${repeated.id} is given twice`);
  return keys;
}
