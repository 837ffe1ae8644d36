import type { Server } from 'node:http';
import { getGraphQLWSOptions } from '@graphql-hive/gateway-runtime';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { callerHeaders, correlationIdOf } from './caller-headers.js';
import type { GatewayRuntimeHolder } from './runtime-holder.js';

const LARGEST_MESSAGE_BYTES = 256 * 1024;
const GOING_AWAY = 1001;

/**
 * graphql-ws for clients, beside subscriptions over SSE: authorization and language come in `connectionParams`, because
 * a browser cannot set headers on a WebSocket, or in the headers of the upgrade.
 * @returns how to end it.
 */
export function serveSubscriptions(server: Server, holder: GatewayRuntimeHolder): () => Promise<void> {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: LARGEST_MESSAGE_BYTES });
  const options = getGraphQLWSOptions(holder.runtime, ({ extra, connectionParams }) => {
    const { request } = extra as { request: { headers: Record<string, string | undefined>; socket: { remoteAddress?: string } } };
    const given = lowerCased(connectionParams ?? {});
    const headers = { ...callerHeaders(request.headers), ...callerHeaders(given) };
    headers['x-correlation-id'] = correlationIdOf(headers);
    return { headers, connectionParams: undefined, request: asRequest(headers), address: request.socket.remoteAddress };
  });
  const ending = useServer(options as never, sockets);
  return async () => {
    for (const socket of sockets.clients) socket.close(GOING_AWAY);
    await ending.dispose();
  };
}

const lowerCased = (params: Record<string, unknown>): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name.toLowerCase(), typeof value === 'string' ? value : undefined]),
  );

/** Hive's plugins expect a request; over a socket there is none but its headers. */
const asRequest = (headers: Record<string, string>): Request =>
  new Request('http://gateway/graphql', { method: 'POST', headers });
