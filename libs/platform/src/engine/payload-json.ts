import type { Payload } from '@temporalio/common';
import { AesPayloadCodec, isEncrypted } from './payload-codec.js';

/** A payload in the JSON of Temporal's remote codecs: bytes in Base64, whatever else it may hold left as it is. */
export interface PayloadJson {
  metadata?: Record<string, string>;
  data?: string;
  [field: string]: unknown;
}

export interface DecodedPayloads {
  /** As many as were given, in their order. */
  payloads: PayloadJson[];
  /** How many were encrypted, and of these how many no key of ours opens. */
  encrypted: number;
  unreadable: number;
}

/** Marks a payload that stands for one that could not be opened, so that no program takes it for the content. */
export const UNREADABLE_MARK = 'yiwang-unreadable';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

export function payloadFromJson({ metadata = {}, data }: PayloadJson): Payload {
  return {
    metadata: Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')])),
    data: data === undefined ? undefined : Buffer.from(data, 'base64'),
  };
}

export function payloadToJson({ metadata, data }: Payload): PayloadJson {
  return {
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]),
    ),
    ...(data ? { data: Buffer.from(data).toString('base64') } : {}),
  };
}

/**
 * Opens what is encrypted and leaves the rest as it came. One that cannot be opened is replaced by a sentence that says
 * so and why, in both languages, and spoils none of the others; the engine still holds it as it was.
 */
export async function decodePayloadJson(codec: AesPayloadCodec, given: readonly PayloadJson[]): Promise<DecodedPayloads> {
  let [encrypted, unreadable] = [0, 0];
  const payloads = await Promise.all(
    given.map(async (json) => {
      const payload = payloadFromJson(json);
      if (!isEncrypted(payload)) return json;
      encrypted += 1;
      try {
        const [opened] = await codec.decode([payload]);
        return payloadToJson(opened as Payload);
      } catch (error) {
        unreadable += 1;
        return sentence(payload, error);
      }
    }),
  );
  return { payloads, encrypted, unreadable };
}

/** Encrypts with the newest key. */
export async function encodePayloadJson(codec: AesPayloadCodec, given: readonly PayloadJson[]): Promise<PayloadJson[]> {
  return (await codec.encode(given.map(payloadFromJson))).map(payloadToJson);
}

function sentence({ metadata }: Payload, error: unknown): PayloadJson {
  const keyId = Buffer.from(metadata?.['encryption-key-id'] ?? []).toString('utf8').slice(0, 100);
  const reason = error instanceof Error ? error.message : String(error);
  const text = `此内容无法解密（密钥 ${keyId}）/ This payload cannot be decrypted (key ${keyId}): ${reason}`;
  return {
    metadata: { encoding: base64('json/plain'), [UNREADABLE_MARK]: base64('true') },
    data: base64(JSON.stringify(text)),
  };
}
