import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusFederationDriver, type MercuriusFederationDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { CallerResolver } from '../auth/caller-resolver.js';
import type { Caller } from '../auth/caller.js';
import { PositionDirectory } from '../auth/position-directory.js';
import { preferredLanguage, type Language } from '@yiwang/contracts/errors';
import { AppError, formatError } from '../errors/index.js';
import type { Logger } from '../logging/index.js';
import { decideRequestScope, NOBODY, scopeOf, type RowScope } from '../row-scope/index.js';
import { Loaders } from './loaders.js';

/** What every resolver finds in its context. */
export interface GraphContext {
  caller: Caller;
  /** Why the caller could not be verified; every entry to the graph throws it. */
  refusal?: unknown;
  /** For whom PostgreSQL is asked; a subscription runs its stream under it. */
  scope: RowScope;
  loaders: Loaders;
}

const FEDERATION = {
  version: 2 as const,
  // Nest would write v2.14, which the composer does not know yet.
  importUrl: 'https://specs.apollo.dev/federation/v2.9',
  directives: [
    ...['@key', '@shareable', '@external', '@requires', '@provides', '@inaccessible', '@tag', '@extends'],
    ...['@cost', '@listSize'],
  ],
};

/** The GraphQL endpoint of one subgraph, with the caller in every context and every error in the caller's language. */
@Module({})
export class SubgraphModule {
  /** @param extended entities of other services that nothing here leads to, and that get fields here. */
  static forService(logger: Logger, extended: Type[] = []): DynamicModule {
    return GraphQLModule.forRootAsync<MercuriusFederationDriverConfig>({
      driver: MercuriusFederationDriver,
      inject: [CallerResolver, PositionDirectory],
      useFactory: (callers: CallerResolver, positions: PositionDirectory) => ({
        autoSchemaFile: { federation: FEDERATION } as never,
        buildSchemaOptions: { orphanedTypes: extended },
        jit: 1,
        graphiql: false,
        path: '/graphql',
        fieldResolverEnhancers: ['guards'],
        context: (request: FastifyRequest) => contextOf(callers, positions, request.headers, new Loaders()),
        subscription: {
          // The gateway opens one connection for each subscription, with the caller's headers on its upgrade.
          context: (_connection: unknown, request: FastifyRequest) =>
            contextOf(callers, positions, request.headers, new Loaders(false)),
        } as never,
        errorFormatter: (result: ExecutionResult, context: unknown) => ({
          statusCode: 200,
          response: {
            data: result.data ?? null,
            errors: (result.errors ?? []).flatMap(eachOf).map((error) =>
              formatError(asGraphQLError(error), languageOf(context), (correlationId, cause) =>
                logger.error({ correlationId, err: cause }, 'unexpected failure'),
              ),
            ),
          },
        }),
      }),
    }) as DynamicModule;
  }
}

/** A bad token does not fail here, where the answer would have no GraphQL shape: the guard refuses with it. */
async function contextOf(
  callers: CallerResolver,
  positions: PositionDirectory,
  headers: FastifyRequest['headers'],
  loaders: Loaders,
): Promise<GraphContext> {
  try {
    const caller = await callers.resolve(headers);
    const scope = await scopeFor(caller, positions);
    decideRequestScope(scope);
    return { caller, scope, loaders };
  } catch (refusal) {
    return { caller: callers.anonymous(headers), refusal, scope: NOBODY, loaders };
  }
}

/**
 * While identity is away a caller reaches only what is their own; whatever needs a position asks again and says so.
 * @throws AppError ACCOUNT_SUSPENDED, whatever their token still says: nothing is open to them.
 */
async function scopeFor(caller: Caller, positions: PositionDirectory): Promise<RowScope> {
  if (!caller.roles.some((role) => role !== 'resident')) return scopeOf(caller, []);
  const held = await positions.positionsOf(caller).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'ACCOUNT_SUSPENDED') throw error;
    return [];
  });
  return scopeOf(caller, held);
}

/** Mercurius packs everything that is wrong with a query into one error. */
function eachOf(error: unknown): unknown[] {
  const packed = (error as { originalError?: { errors?: unknown } }).originalError?.errors;
  return Array.isArray(packed) ? packed : [error];
}

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(String(error), { originalError: error instanceof Error ? error : undefined });

interface ErrorContext {
  caller?: Caller;
  reply?: FastifyReply;
  app?: unknown;
}

function languageOf(context: unknown): Language {
  const { caller, reply } = (context ?? {}) as ErrorContext;
  return caller?.language ?? preferredLanguage(reply?.request?.headers['accept-language']);
}
