import { blockFieldSuggestionsPlugin } from '@escape.tech/graphql-armor-block-field-suggestions';
import { createGatewayRuntime, type GatewayPlugin, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { Logger } from '@yiwang/platform/logging';
import { answersPlugin } from './answers.plugin.js';
import type { GatewayConfig } from './config.js';
import { limitPlugins } from './limits.plugin.js';
import { requireUrls } from './supergraph.js';
import { subgraphTransports } from './transport.js';

export interface RuntimeOptions {
  supergraph: string;
  urls: Record<string, string>;
  config: GatewayConfig;
  logger: Logger;
  /** Told the address of every caller whose token a service refused. */
  onRefusedToken(address: string): void;
}

/**
 * The Hive runtime with the planner written in Rust. Parsing, validation and plans are cached by document; entities of
 * one step are asked for in one request.
 */
export function createRuntime({ supergraph, urls, config, logger, onRefusedToken }: RuntimeOptions): GatewayRuntime {
  requireUrls(supergraph, urls);
  return createGatewayRuntime({
    supergraph,
    unifiedGraphHandler,
    transports: subgraphTransports(urls, {
      timeoutMs: config.QUERY_SUBGRAPH_TIMEOUT_MS,
      onFailure: (subgraph, cause) => logger.error({ subgraph, err: cause }, 'subgraph does not answer'),
    }),
    plugins: () => [
      ...limitPlugins(config, supergraph),
      blockFieldSuggestionsPlugin({ mask: '' }) as GatewayPlugin,
      answersPlugin(logger, onRefusedToken),
    ],
    disableIntrospection: { disableIf: () => config.YIWANG_ENV === 'production' },
    graphqlEndpoint: '/graphql',
    logging: false,
    graphiql: false,
    landingPage: false,
    batching: false,
    cors: false,
    maskedErrors: false,
    requestId: false,
    subgraphErrors: false,
    upstreamCancellation: true,
    executionCancellation: true,
    __experimental__batchExecution: false,
  });
}
