import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import { engineDataConverter } from './payload-codec.js';
import type { PayloadKey } from './payload-keys.js';

export interface EngineSettings {
  /** host:port of the Temporal frontend. */
  address: string;
  namespace: string;
  /** The setting PAYLOAD_KEYS, or keys already read. */
  codecKeys: string | readonly PayloadKey[];
  identity?: string;
}

/**
 * A client of the engine. The connection is made with the first call, so that a service comes up, takes cases and
 * answers its health while Temporal is away. A call is tried three times within about a second: a person waits for it,
 * and what must not be lost waits in the outbox. Close with `client.connection.close()`.
 */
export function connectEngine({ address, namespace, codecKeys, identity }: EngineSettings): Client {
  const retry = defaultGrpcRetryOptions({ maxAttempts: 3, initialIntervalMs: () => 100 });
  const connection = Connection.lazy({ address, interceptors: [makeGrpcRetryInterceptor(retry)] });
  return new Client({ connection, namespace, dataConverter: engineDataConverter(codecKeys), identity });
}
