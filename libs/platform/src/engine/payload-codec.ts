import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ValueError, type DataConverter, type Payload, type PayloadCodec } from '@temporalio/common';
import temporalio from '@temporalio/proto';
import { parsePayloadKeys, type PayloadKey } from './payload-keys.js';

const { Payload: WirePayload } = temporalio.temporal.api.common.v1;

const ENCODING = 'binary/encrypted';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const text = (bytes: Uint8Array | null | undefined): string | undefined =>
  bytes ? Buffer.from(bytes).toString('utf8') : undefined;

export const isEncrypted = ({ metadata }: Payload): boolean => text(metadata?.encoding) === ENCODING;

/**
 * Encrypts what the engine stores. An encrypted payload names its key and holds iv, ciphertext and tag; the key's id is
 * authenticated with it. What is not encrypted (written before, or by the engine itself) passes through unchanged.
 */
export class AesPayloadCodec implements PayloadCodec {
  private readonly keys: Map<string, PayloadKey>;
  private readonly current: PayloadKey;

  constructor(keys: readonly PayloadKey[]) {
    const [current] = keys;
    if (!current) throw new Error('The payload codec needs at least one key');
    this.current = current;
    this.keys = new Map(keys.map((key) => [key.id, key]));
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.encrypt(payload));
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => (isEncrypted(payload) ? this.decrypt(payload) : payload));
  }

  private encrypt(payload: Payload): Payload {
    const { id, key } = this.current;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(id));
    const plain = WirePayload.encode(payload).finish();
    return {
      metadata: {
        encoding: Buffer.from(ENCODING),
        'encryption-cipher': Buffer.from('AES-256-GCM'),
        'encryption-key-id': Buffer.from(id),
      },
      data: Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]),
    };
  }

  private decrypt(payload: Payload): Payload {
    const id = text(payload.metadata?.['encryption-key-id']) ?? '';
    const found = this.keys.get(id);
    if (!found) throw new ValueError(`A payload was encrypted with the key "${id}", which PAYLOAD_KEYS does not hold`);
    const data = Buffer.from(payload.data ?? []);
    if (data.length < IV_BYTES + TAG_BYTES) throw new ValueError('An encrypted payload is too short');
    const decipher = createDecipheriv(CIPHER, found.key, data.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(id))
      .setAuthTag(data.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(data.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return WirePayload.decode(plain);
  }
}

/** The data converter that client and worker must share; keys as in PAYLOAD_KEYS. */
export const engineDataConverter = (codecKeys: string | readonly PayloadKey[]): DataConverter => ({
  payloadCodecs: [new AesPayloadCodec(typeof codecKeys === 'string' ? parsePayloadKeys(codecKeys) : codecKeys)],
});
