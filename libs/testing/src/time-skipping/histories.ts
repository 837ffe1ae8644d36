import proto from '@temporalio/proto';

const { History } = proto.temporal.api.history.v1;

/**
 * A history as plain JSON, enums by name and bytes as Base64. Not the SDK's `historyToJSON`: that one needs
 * `@temporalio/common` and `@temporalio/proto` to share one copy of protobufjs, which npm's layout does not promise.
 */
export const historyToPlain = (history: proto.temporal.api.history.v1.IHistory): Record<string, unknown> =>
  History.toObject(History.fromObject(history), { enums: String, longs: String, bytes: String });

/** The history that `historyToPlain` wrote. */
export const historyFromPlain = (plain: Record<string, unknown>): proto.temporal.api.history.v1.History =>
  History.fromObject(plain);
