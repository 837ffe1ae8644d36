import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { CallerHeaders } from './caller-headers.js';
import { leavable } from './leavable.js';
import type { SubgraphAnswer } from './transport.js';

interface Operation {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/**
 * One connection for each subscription, because the subgraph verifies the caller once, when the connection is made. It
 * ends with the token: who wants to go on listening comes back with a new one.
 */
export function subscribeOverWebSocket(
  url: string,
  operation: Operation,
  headers: CallerHeaders,
  failed: (cause: unknown) => SubgraphAnswer,
): AsyncGenerator<SubgraphAnswer> {
  const client = clientFor(url, headers);
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    client.terminate();
  }, remainingMs(headers.authorization));
  timer.unref();
  const answers = async function* (): AsyncGenerator<SubgraphAnswer> {
    try {
      for await (const answer of client.iterate(operation)) yield answer as SubgraphAnswer;
    } catch (cause) {
      if (expired) yield { errors: [{ message: 'UNAUTHENTICATED', extensions: { code: 'UNAUTHENTICATED' } }] };
      else if (Array.isArray(cause)) yield { errors: cause as SubgraphAnswer['errors'] };
      else yield failed(cause);
    }
  };
  return leavable(answers(), () => {
    clearTimeout(timer);
    Promise.resolve(client.dispose()).catch(() => undefined);
  });
}

function clientFor(url: string, headers: CallerHeaders): Client {
  class AsCaller extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers, handshakeTimeout: 5_000 });
    }
  }
  return createClient({ url: url.replace(/^http/, 'ws'), webSocketImpl: AsCaller, retryAttempts: 0, lazy: true });
}

const LONGEST_TIMER_MS = 2_147_483_647;

/** The token's own end; whether it is genuine is the subgraph's to say. */
function remainingMs(authorization: string | undefined): number {
  const payload = authorization?.split('.')[1];
  if (payload === undefined) return LONGEST_TIMER_MS;
  try {
    const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { exp?: number };
    return Math.min(Math.max(Number(exp) * 1_000 - Date.now(), 0) || 0, LONGEST_TIMER_MS);
  } catch {
    return LONGEST_TIMER_MS;
  }
}
