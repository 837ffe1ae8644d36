import type { AddressInfo } from 'node:net';
import { createLogger } from '@yiwang/platform/logging';
import { GraphQLError } from 'graphql';
import { readGatewayConfig } from '../src/config.js';
import { createGateway } from '../src/gateway.js';
import { composed, standIn, type StandIn } from './stand-ins.js';

interface Answer<T> {
  status: number;
  headers: Headers;
  body: {
    data: T | null;
    errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> & { code: string } }[];
  };
}

export interface TestCounty {
  url: string;
  cases: StandIn;
  grids: StandIn;
  identity: StandIn;
  ask<T>(query: string, options?: { variables?: Record<string, unknown>; headers?: Record<string, string> }): Promise<Answer<T>>;
  close(): Promise<void>;
}

type Reference = { __typename: string; code?: string; id?: string };

const CASES = 9;

/** Cases lie in grids, grids have members, members belong to units: three stand-ins and the gateway before them. */
export async function testCounty(settings: Record<string, string> = {}): Promise<TestCounty> {
  const cases = await standIn(
    'cases',
    `type Query { cases(first: Int = 5): [Case!]! @listSize(slicingArguments: ["first"]) case(number: ID!): Case slow: String }
     type Mutation { startCase(text: String!): Case }
     type Subscription { caseEvents: CaseEvent! }
     type CaseEvent { sequence: Int! grid: Grid! }
     type Case { number: ID! grid: Grid! related: [Case!]! }
     type Grid @key(fields: "code") { code: ID! }`,
    {
      cases: ({ first }: { first: number }) => Array.from({ length: Math.min(first, CASES) }, (_, i) => aCase(i)),
      case: ({ number }: { number: string }) => {
        if (number !== 'unknown') return aCase(1);
        throw new GraphQLError('There is no case unknown', {
          extensions: { value: 'unknown', code: 'CASE_NOT_FOUND', category: 'NOT_FOUND', retryable: false },
        });
      },
      slow: () => new Promise((resolve) => setTimeout(() => resolve('done'), 300)),
      startCase: () => {
        throw new GraphQLError('Sign in first', {
          extensions: { code: 'UNAUTHENTICATED', category: 'UNAUTHENTICATED', retryable: false },
        });
      },
      caseEvents: async function* () {
        for (let sequence = 1; sequence <= 3; sequence++) yield { caseEvents: { sequence, grid: { code: `g${sequence}` } } };
        await new Promise(() => undefined);
      },
    },
  );
  const grids = await standIn(
    'grids',
    `type Query { grid(code: ID!): Grid }
     type Grid @key(fields: "code") { code: ID! name: String! members: [Person!]! }
     type Person @key(fields: "id") { id: ID! }`,
    {
      grid: ({ code }: { code: string }) => aGrid(code),
      _entities: ({ representations }: { representations: Reference[] }) => representations.map(({ code }) => aGrid(code as string)),
    },
    ['Grid'],
  );
  const identity = await standIn(
    'identity',
    `type Query { unit(code: ID!): Unit }
     type Person @key(fields: "id") { id: ID! name: String! unit: Unit! }
     type Unit @key(fields: "code") { code: ID! name: String! }`,
    {
      unit: ({ code }: { code: string }) => ({ code, name: `unit ${code}` }),
      _entities: ({ representations }: { representations: Reference[] }) =>
        representations.map(({ id }) => ({ __typename: 'Person', id, name: `member ${id}`, unit: { code: 'u', name: 'unit u' } })),
    },
    ['Person', 'Unit'],
  );
  const parts = [cases, grids, identity];
  const urls = Object.fromEntries(parts.map(({ name, url }) => [name, url]));
  const nowhere = 'http://127.0.0.1:9/graphql';
  const config = readGatewayConfig({
    YIWANG_ENV: 'test',
    PORT: '1',
    LOG_LEVEL: 'silent',
    ...Object.fromEntries(['IDENTITY', 'DEPARTMENTS', 'GRIDS', 'CASES', 'EVALUATIONS'].map((name) => [`${name}_URL`, nowhere])),
    ...settings,
  });
  const app = await createGateway(config, createLogger('gateway', config.LOG_LEVEL), { supergraph: composed(parts), urls });
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/graphql`;
  return {
    url,
    cases,
    grids,
    identity,
    async ask<T>(query: string, { variables, headers }: { variables?: object; headers?: Record<string, string> } = {}) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Answer<T>['body'] };
    },
    async close() {
      await app.close();
      await Promise.all(parts.map((part) => part.close()));
    },
  };
}

const aCase = (index: number) => ({ number: `c${index}`, grid: { code: `g${index % 3}` }, related: [] });
const aGrid = (code: string) => ({
  __typename: 'Grid',
  code,
  name: `grid ${code}`,
  members: [{ id: `${code}-1` }, { id: `${code}-2` }],
});
