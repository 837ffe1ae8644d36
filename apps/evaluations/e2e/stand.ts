import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testSubgraph, type TestSubgraph } from '@yiwang/testing/subgraph';
import { AppModule } from '../src/app.module.js';
import type { EvaluationsConfig } from '../src/config.js';
import { ownSchema } from '../src/schema.js';
import { PAYLOAD_KEYS } from './engine.js';

export type Settings = Omit<EvaluationsConfig, keyof TestSubgraph['config']>;

/** The evaluations service with its neighbours at addresses of the test's choosing. */
export const evaluationsStand = (settings: Partial<Settings> = {}): Promise<TestSubgraph> =>
  testSubgraph<Settings>(ownSchema, (config, logger) => AppModule.with(config, logger), {
    CASES_URL: 'http://127.0.0.1:1/graphql',
    GRIDS_URL: 'http://127.0.0.1:1/graphql',
    DEPARTMENTS_URL: 'http://127.0.0.1:1/graphql',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    TEMPORAL_NAMESPACE: 'default',
    PAYLOAD_KEYS,
    EVALUATIONS_CLIENT_ID: 'yiwang-evaluations',
    EVALUATIONS_CLIENT_SECRET: '',
    EVALUATIONS_TOKEN_URL: '',
    FACTS_REST_MS: 100,
    MONTHS_REST_MS: 200,
    ACTIVITY_WORKER: 'off',
    ...settings,
  });

/** Somewhere that answers every POST of JSON or of a form. */
export async function answering(answer: (body: string, headers: Record<string, unknown>) => object) {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer(Buffer.concat(parts).toString(), request.headers)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
