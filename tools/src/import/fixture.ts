import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClosedInput, StartInput } from './case-rows.js';

/** A folder for the files of one spec. */
export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'yiwang-import-'));

export async function fileOf(content: string | Uint8Array, name = 'messages.csv'): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

type Input = StartInput | ClosedInput;
export interface LocalNetwork {
  gateway: string;
  tokenUrl: string;
  /** Every case taken, by key, in order. */
  cases: Map<string, { input: StartInput; closed: ClosedInput | null }>;
  batches: number[];
  tokensGiven: number;
  /** What the next requests are answered with instead, first to last. */
  mishaps: ('away' | 'lostAnswer' | 'expired' | 'rowAway' | 'refused')[];
  close(): Promise<void>;
}

/**
 * A token endpoint and a gateway in one small HTTP server, speaking the shape of startCases and recordClosedCases:
 * keys are kept, copies of a text are marked, and mishaps happen on demand.
 */
export async function localNetwork(): Promise<LocalNetwork> {
  const network = { cases: new Map(), batches: [], tokensGiven: 0, mishaps: [] } as unknown as LocalNetwork;
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { status, answer } =
        request.url === '/token' ? giveToken(network, body) : takeCases(network, request, body);
      if (status === 0) response.destroy();
      else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(network, {
    gateway: `${base}/graphql`,
    tokenUrl: `${base}/token`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += piece;
  return body;
}

function giveToken(network: LocalNetwork, body: string): { status: number; answer: unknown } {
  const secret = new URLSearchParams(body).get('client_secret');
  if (secret !== 'right') return { status: 401, answer: { error_description: 'Invalid client credentials' } };
  network.tokensGiven += 1;
  return { status: 200, answer: { access_token: `token-${network.tokensGiven}`, expires_in: 300 } };
}

function takeCases(network: LocalNetwork, request: IncomingMessage, body: string): { status: number; answer: unknown } {
  const mishap = network.mishaps.shift();
  if (mishap === 'away') return { status: 503, answer: {} };
  const valid = request.headers.authorization === `Bearer token-${network.tokensGiven}` && mishap !== 'expired';
  if (!valid) return { status: 200, answer: { data: null, errors: [error('UNAUTHENTICATED')] } };
  if (mishap === 'refused') return { status: 200, answer: { data: null, errors: [error('START_NOT_PERMITTED')] } };
  const { variables } = JSON.parse(body) as { variables: { cases: Input[] } };
  network.batches.push(variables.cases.length);
  const results = variables.cases.map((input, index) => {
    if (mishap === 'rowAway' && index === 0) {
      return { index, case: null, replayed: false, error: { code: 'SERVICE_UNAVAILABLE', message: '', field: null } };
    }
    return { index, ...take(network, input), error: null };
  });
  return { status: mishap === 'lostAnswer' ? 0 : 200, answer: { data: { sent: { results } } } };
}

function take(network: LocalNetwork, input: Input) {
  const start = 'start' in input ? input.start : input;
  const known = network.cases.has(start.idempotencyKey);
  const keys = [...network.cases.keys()];
  const original = keys.find(
    (key) => network.cases.get(key)!.input.text === start.text && key !== start.idempotencyKey,
  );
  if (!known) network.cases.set(start.idempotencyKey, { input: start, closed: 'start' in input ? input : null });
  const areaCode = start.areaCode ?? (start.text.includes('石门村') ? '990121002003' : '990121');
  const number = `990121-20261123-${String([...network.cases.keys()].indexOf(start.idempotencyKey) + 1).padStart(6, '0')}`;
  return { case: { number, areaCode, duplicateOf: original ?? null, stage: 'received' }, replayed: known };
}

const error = (code: string) => ({ message: code, extensions: { code, retryable: false } });

/** Everything that a stream gives, in order. */
export async function collected<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
