import { Agent, request } from 'node:http';

export interface GraphAnswer<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** A refusal by the system under measurement, counted by its code. */
export class Refused extends Error {
  constructor(
    code: string,
    /** In words, as a person would read it. */
    readonly said: string = code,
  ) {
    super(code);
  }
}

/**
 * GraphQL over kept connections with Node's own client: what the load costs stands in the report, so it is kept low.
 * @returns a function that sends one body, made beforehand or not, and answers with the data.
 */
export function graphClient(url: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo', noDelay: true });
  const { hostname, port, pathname } = new URL(url);

  const post = (body: string, token: string | null): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      };
      const sent = request({ agent, hostname, port, path: pathname, method: 'POST', headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
      });
      sent.on('error', reject);
      sent.end(body);
    });

  return {
    /** Without a token: as anybody may call. @throws Refused with the code of the first error. */
    async ask<T>(query: string, variables: object, token: string | null): Promise<T> {
      const answer = JSON.parse(await post(JSON.stringify({ query, variables }), token)) as GraphAnswer<T>;
      const problem = answer.errors?.[0];
      if (problem || !answer.data) throw new Refused(problem?.extensions?.code ?? problem?.message ?? 'no data', problem?.message);
      return answer.data;
    },
    close: () => agent.destroy(),
  };
}
export type GraphClient = ReturnType<typeof graphClient>;
