/** The client's side of the engine. Workers import `@yiwang/platform/engine/worker`, which loads the native core. */
export { ActivityWorker, type ActivityWorkerSettings } from './activity-worker.js';
export { connectEngine, type EngineSettings } from './client.js';
export { engineError, isEngineAway, refusalOf } from './failures.js';
export { AesPayloadCodec, engineDataConverter } from './payload-codec.js';
export { decodePayloadJson, encodePayloadJson, UNREADABLE_MARK, type DecodedPayloads, type PayloadJson } from './payload-json.js';
export { parsePayloadKeys, type PayloadKey } from './payload-keys.js';
