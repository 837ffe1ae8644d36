import { setTimeout as pause } from 'node:timers/promises';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import type { GraphAnswer, TestSubgraph } from '@yiwang/testing/subgraph';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** Subscribes over graphql-ws as the gateway does, with the caller's token on the upgrade. A refusal is an answer too. */
export async function subscribe(subgraph: TestSubgraph, query: string, variables: Record<string, unknown>, as?: TokenWishes, settleMs = 400) {
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
  await new Promise((resolve) => setTimeout(resolve, settleMs));
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

/** What a subscription tells first, or why it is refused; nothing where it stays silent for two seconds. */
export async function firstAnswer(subgraph: TestSubgraph, query: string, variables: Record<string, unknown>, as?: TokenWishes) {
  const subscription = await subscribe(subgraph, query, variables, as, 0);
  const silence = pause(2_000, undefined, { ref: false });
  const told = (await Promise.race([subscription.next(), silence])) as Partial<GraphAnswer<Record<string, unknown>>> | undefined;
  await subscription.leave();
  return { data: told?.data ?? null, ...(told?.errors ? { errors: told.errors } : {}) };
}
