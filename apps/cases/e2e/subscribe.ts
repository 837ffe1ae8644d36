import type { TokenWishes } from '@yiwang/testing/keycloak';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** Subscribes over graphql-ws as the gateway does, with the caller's token on the upgrade. A refusal is an answer too. */
export async function subscribe(subgraph: TestSubgraph, query: string, variables: Record<string, unknown>, as?: TokenWishes) {
  const headers: Record<string, string> = as ? { authorization: `Bearer ${await subgraph.issuer.token(as)}` } : {};
  class WithHeaders extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers: { ...headers, 'accept-language': 'en' } });
    }
  }
  const client = createClient({
    url: subgraph.url.replace('http', 'ws'),
    webSocketImpl: WithHeaders,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => undefined,
  });
  const answers = client.iterate({ query, variables });
  const pending = answers.next().catch((errors: unknown) => ({ value: { errors } }));
  let first: typeof pending | undefined = pending;
  // The service looks up the caller and where the feed stands before it listens.
  await new Promise((resolve) => setTimeout(resolve, 400));
  return {
    async next(): Promise<unknown> {
      const next = first ?? answers.next();
      first = undefined;
      return (await next).value;
    },
    async leave(): Promise<void> {
      await client.dispose();
    },
  };
}
