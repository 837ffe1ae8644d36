import type { IncomingHttpHeaders } from 'node:http';
import type { GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AppError } from '@yiwang/platform/errors';

/** Lets Nest own the runtime's life. */
@Injectable()
export class GatewayRuntimeHolder implements OnModuleDestroy {
  constructor(readonly runtime: GatewayRuntime) {}

  /**
   * One operation that is answered once. The runtime's own HTTP layer makes Fetch API objects of every request and
   * answer, which costs more than planning and joining; only streams need it.
   * @throws AppError INPUT_INVALID when the body is not one GraphQL request or asks for a stream.
   */
  async answer(body: unknown, headers: IncomingHttpHeaders, address: string): Promise<unknown> {
    const params = graphQLParams(body);
    await this.runtime.getSchema();
    const context = { headers, address, params, request: { headers: new Map(Object.entries(headers)) } };
    const result = await this.runtime.getResultForParams(
      { params, request: context.request as unknown as Request },
      context as never,
    );
    if (typeof result === 'object' && result !== null && Symbol.asyncIterator in result) {
      await (result as AsyncIterable<unknown>)[Symbol.asyncIterator]().return?.();
      throw new AppError('INPUT_INVALID', { field: 'accept', expected: 'text/event-stream' });
    }
    return result;
  }

  async onModuleDestroy(): Promise<void> {
    await this.runtime.dispose();
  }
}

function graphQLParams(body: unknown): { query: string; variables?: Record<string, unknown>; operationName?: string } {
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isRecord(body) || typeof body['query'] !== 'string') {
    throw new AppError('INPUT_INVALID', { field: 'query', expected: '{"query": "…", "variables": {…}}' });
  }
  const { query, variables, operationName } = body;
  if (variables !== undefined && variables !== null && !isRecord(variables)) {
    throw new AppError('INPUT_INVALID', { field: 'variables', expected: '{…}' });
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw new AppError('INPUT_INVALID', { field: 'operationName', expected: '"…"' });
  }
  return { query, variables: variables ?? undefined, operationName: operationName ?? undefined };
}
