import type { IncomingMessage, Server } from 'node:http';
import { getGraphQLWSOptions } from '@graphql-hive/gateway-runtime';
import { preferredLanguage } from '@yiwang/contracts/errors';
import { AppError, describeAppError } from '@yiwang/platform/errors';
import { GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { AddressLimit } from './address-limit.js';
import { callerHeaders, correlationIdOf, type CallerHeaders } from './caller-headers.js';
import { leavable } from './leavable.js';
import type { OpenSubscriptions } from './open-subscriptions.js';
import type { GatewayRuntimeHolder } from './runtime-holder.js';

const LARGEST_MESSAGE_BYTES = 256 * 1024;
const GOING_AWAY = 1001;

export interface SubscriptionParts {
  holder: GatewayRuntimeHolder;
  limit: AddressLimit;
  open: OpenSubscriptions;
  trustProxy: boolean;
}

/** What every operation over a socket carries; `overSocket` tells the runtime that only subscriptions may pass. */
interface SocketContext {
  headers: CallerHeaders;
  address: string;
  connection: object;
  overSocket: true;
}

type Executed = (args: { contextValue: SocketContext }) => unknown;

/**
 * graphql-ws for clients, beside subscriptions over SSE: authorization and language come in `connectionParams`, because
 * a browser cannot set headers on a WebSocket, or in the headers of the upgrade. Every subscription counts against the
 * limits of its address as a POST does.
 * @returns how to end it.
 */
export function serveSubscriptions(server: Server, parts: SubscriptionParts): () => Promise<void> {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: LARGEST_MESSAGE_BYTES });
  const options = getGraphQLWSOptions(parts.holder.runtime, ({ extra, connectionParams }) => {
    const { request, socket } = extra as { request: IncomingMessage; socket: object };
    const headers = { ...callerHeaders(request.headers), ...callerHeaders(lowerCased(connectionParams ?? {})) };
    headers['x-correlation-id'] = correlationIdOf(headers);
    const address = addressOf(request, parts.trustProxy);
    const own: SocketContext = { headers, address, connection: socket, overSocket: true };
    return { ...own, connectionParams: undefined, request: asRequest(headers) };
  });
  const run = limited(options.subscribe as Executed, parts);
  const ending = useServer({ ...options, execute: run, subscribe: run } as never, sockets);
  return async () => {
    for (const socket of sockets.clients) socket.close(GOING_AWAY);
    await ending.dispose();
  };
}

const limited =
  (run: Executed, { holder, limit, open }: SubscriptionParts): Executed =>
  async (args) => {
    const { headers, address, connection } = args.contextValue;
    const hasToken = Boolean(headers.authorization);
    if (!limit.admits(address, hasToken)) return refused(headers);
    let giveBack;
    try {
      giveBack = open.take({ address, hasToken, connection });
    } catch {
      return refused(headers);
    }
    try {
      // Nothing may have been asked before, and then the graph is not there yet.
      await holder.runtime.getSchema();
      const result = await run(args);
      if (isStream(result)) return leavable(result, giveBack);
      giveBack();
      return result;
    } catch (error) {
      giveBack();
      throw error;
    }
  };

function refused(headers: CallerHeaders): { errors: GraphQLError[] } {
  const { message, extensions } = describeAppError(
    new AppError('TOO_MANY_REQUESTS'),
    preferredLanguage(headers['accept-language']),
  );
  return { errors: [new GraphQLError(message, { extensions })] };
}

const isStream = (result: unknown): result is AsyncIterable<unknown> =>
  typeof result === 'object' && result !== null && Symbol.asyncIterator in result;

/** As Fastify finds it for a POST: with a trusted proxy the caller's own, which stands first. */
function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(headers['x-forwarded-for'] ?? '').split(',')[0]?.trim() : '';
  return forwarded || (socket.remoteAddress ?? '');
}

const lowerCased = (params: Record<string, unknown>): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name.toLowerCase(), typeof value === 'string' ? value : undefined]),
  );

/** Hive's plugins expect a request; over a socket there is none but its headers. */
const asRequest = (headers: CallerHeaders): Request =>
  new Request('http://gateway/graphql', { method: 'POST', headers });
