import type { GatewayConfig as RuntimeConfig } from '@graphql-hive/gateway-runtime';
import { print, type DocumentNode } from 'graphql';
import { callerHeaders, type CallerHeaders } from './caller-headers.js';
import { postJson, type PostOptions } from './post-json.js';
import { subscribeOverWebSocket } from './subscribe.js';

/** What the runtime hands to a transport, as far as ours looks at it. */
interface SubgraphRequest {
  document: DocumentNode;
  variables?: Record<string, unknown>;
  operationType?: string;
  operationName?: string;
  context?: { headers?: Record<string, string | undefined> };
  signal?: AbortSignal;
}

export interface SubgraphAnswer {
  data?: unknown;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

/** A subgraph that is away is one code to the caller, whatever the socket said; the part's name tells which it was. */
const unavailable = (subgraph: string): SubgraphAnswer => ({
  data: null,
  errors: [{ message: 'SERVICE_UNAVAILABLE', extensions: { code: 'SERVICE_UNAVAILABLE', part: subgraph } }],
});

/**
 * How the runtime reaches subgraphs: queries and mutations by POST on kept connections, subscriptions by graphql-ws with
 * the caller's headers on the upgrade, where the subgraph verifies them like those of any request.
 */
export function subgraphTransports(
  urls: Record<string, string>,
  options: Pick<PostOptions, 'timeoutMs'> & { onFailure(subgraph: string, cause: unknown): void },
): RuntimeConfig['transports'] {
  return {
    http: {
      getSubgraphExecutor: ({ subgraphName }: { subgraphName: string }) => {
        const url = urls[subgraphName] as string;
        const execute = (request: SubgraphRequest) => {
          const headers = callerHeaders(request.context?.headers ?? {});
          const failed = (cause: unknown): SubgraphAnswer => {
            options.onFailure(subgraphName, cause);
            return unavailable(subgraphName);
          };
          const query = textOf(request.document);
          const { variables, operationName } = request;
          if (request.operationType === 'subscription') {
            return subscribeOverWebSocket(url, { query, variables, operationName }, headers, failed);
          }
          return ask(url, JSON.stringify({ query, variables, operationName }), headers, request, options).catch(failed);
        };
        return execute as never;
      },
    },
  };
}

async function ask(
  url: string,
  body: string,
  headers: CallerHeaders,
  request: SubgraphRequest,
  options: { timeoutMs: number },
): Promise<SubgraphAnswer> {
  const text = await postJson(url, body, headers, {
    timeoutMs: options.timeoutMs,
    retryOnStaleSocket: request.operationType !== 'mutation',
    signal: request.signal,
  });
  const answer = JSON.parse(text) as SubgraphAnswer;
  if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer)) {
    throw new Error(`not a GraphQL answer: ${text.slice(0, 100)}`);
  }
  return answer;
}

const texts = new WeakMap<DocumentNode, string>();

/** Plans are cached, so the same document comes again and again. */
function textOf(document: DocumentNode): string {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = print(document);
  texts.set(document, text);
  return text;
}
