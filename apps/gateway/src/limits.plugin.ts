import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { ValidationContext } from 'graphql';
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
    costPlugin(config.QUERY_MAX_COST, supergraph),
  ] as GatewayPlugin[];
}

type Operation = Parameters<NonNullable<GatewayPlugin['onExecute']>>[0];

function costPlugin(maxCost: number, supergraph: string): GatewayPlugin {
  const estimate = costEstimator(supergraph);
  const check = ({ args, setResultAndStopExecution }: Pick<Operation, 'args' | 'setResultAndStopExecution'>): void => {
    const cost = estimate(args.schema, args.document, args.operationName, args.variableValues ?? {});
    if (cost > maxCost) setResultAndStopExecution({ errors: [queryRefused('cost', maxCost, cost)] });
  };
  return { onExecute: (operation) => check(operation), onSubscribe: (operation) => check(operation as never) };
}
