import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { GraphQLError, type ValidationContext } from 'graphql';
import type { GatewayConfig } from './config.js';
import { costEstimator } from './cost.js';
import { queryRefused, type RefusalReason } from './refusals.js';

/**
 * Everything that an operation may not ask for. The options of the same names that Hive's command line has are ignored
 * by its runtime, so each limit is a plugin. Tokens are counted while parsing, depth and aliases while validating (both
 * results are cached by document), cost before the first subgraph is asked, because it depends on the variables.
 */
export function limitPlugins(config: GatewayConfig, supergraph: string): GatewayPlugin[] {
  const report = (reason: RefusalReason, limit: number) => ({
    n: limit,
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null) => {
        if (context === null) throw queryRefused(reason, limit);
        context.reportError(queryRefused(reason, limit));
      },
    ],
  });
  return [
    maxTokensPlugin(report('tokens', config.QUERY_MAX_TOKENS)),
    maxDepthPlugin({ ...report('depth', config.QUERY_MAX_DEPTH), flattenFragments: true }),
    maxAliasesPlugin(report('aliases', config.QUERY_MAX_ALIASES)),
    onlySubscriptionsOverSockets,
    costPlugin(config.QUERY_MAX_COST, supergraph),
  ] as GatewayPlugin[];
}

type Operation = Parameters<NonNullable<GatewayPlugin['onExecute']>>[0];

const SOCKET_REFUSAL = { field: 'query', expected: 'subscription (query, mutation: POST)' };

/** A socket is for subscriptions; everything else goes by POST, where a refusal has its HTTP status. */
const onlySubscriptionsOverSockets: GatewayPlugin = {
  onExecute({ args, setResultAndStopExecution }) {
    if (!(args.contextValue as { overSocket?: boolean }).overSocket) return;
    const refusal = new GraphQLError('', { extensions: { ...SOCKET_REFUSAL, code: 'INPUT_INVALID' } });
    setResultAndStopExecution({ errors: [refusal] });
  },
};

function costPlugin(maxCost: number, supergraph: string): GatewayPlugin {
  const estimate = costEstimator(supergraph);
  const check = ({ args, setResultAndStopExecution }: Pick<Operation, 'args' | 'setResultAndStopExecution'>): void => {
    const cost = estimate(args.schema, args.document, args.operationName, args.variableValues ?? {});
    if (cost > maxCost) setResultAndStopExecution({ errors: [queryRefused('cost', maxCost, cost)] });
  };
  return { onExecute: (operation) => check(operation), onSubscribe: (operation) => check(operation as never) };
}
