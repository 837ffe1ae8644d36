import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@theguild/federation-composition';
import { buildSchema, execute, parse, subscribe } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { StandInFiles } from './stand-in-files.js';

export interface StandIn {
  name: string;
  url: string;
  sdl: string;
  /** Every request it got, newest last. */
  seen: { query: string; variables?: Record<string, unknown>; headers: IncomingHttpHeaders }[];
  /** Headers of every WebSocket's upgrade. */
  connections: IncomingHttpHeaders[];
  /** WebSockets open now. */
  openConnections(): number;
  /** What lies beside its graph. */
  files: StandInFiles;
  close(): Promise<void>;
}

type Root = Record<string, unknown>;

const FEDERATION = `
  directive @key(fields: String!) on OBJECT
  directive @listSize(assumedSize: Int, slicingArguments: [String!]) on FIELD_DEFINITION
  scalar _Any`;
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize"])';

/** A subgraph small enough to read: real GraphQL over real HTTP and WebSockets, with answers given by the test. */
export async function standIn(name: string, sdl: string, root: Root, entities: string[] = []): Promise<StandIn> {
  const extra = entities.length > 0 ? `union _Entity = ${entities.join(' | ')} extend type Query { _entities(representations: [_Any!]!): [_Entity]! }` : '';
  const schema = buildSchema(`${FEDERATION} ${sdl} ${extra}`, { assumeValidSDL: true });
  const seen: StandIn['seen'] = [];
  const connections: StandIn['connections'] = [];
  const files = new StandInFiles();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/attachments/')) return void files.answer(request, response);
    let text = '';
    request.on('data', (part) => (text += part));
    request.on('end', async () => {
      const { query, variables } = JSON.parse(text) as { query: string; variables?: Record<string, unknown> };
      seen.push({ query, variables, headers: request.headers });
      const contextValue = { headers: request.headers };
      const answer = await execute({ schema, document: parse(query), rootValue: root, variableValues: variables, contextValue });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ...answer, errors: answer.errors?.map((error) => ({ ...error.toJSON(), extensions: error.extensions })) }));
    });
  });
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: 65_536 });
  useServer(
    {
      schema,
      roots: { subscription: root as never },
      execute,
      subscribe,
      onConnect: ({ extra: { request } }: { extra: { request: { headers: IncomingHttpHeaders } } }) => {
        connections.push(request.headers);
      },
    } as never,
    sockets as never,
  );
  const port = await listen(server);
  return { name, sdl: `${LINK} ${sdl}`, url: `http://127.0.0.1:${port}/graphql`, seen, files, connections, openConnections: () => sockets.clients.size, close: () => close(server, sockets) };
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

const close = (server: Server, sockets: WebSocketServer): Promise<void> =>
  new Promise((resolve) => {
    for (const socket of sockets.clients) socket.close();
    server.close(() => resolve());
    server.closeAllConnections();
  });

export function composed(subgraphs: StandIn[]): string {
  const { supergraphSdl, errors } = composeServices(subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}.subgraph/graphql` })));
  if (!supergraphSdl) throw new Error((errors ?? []).map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
