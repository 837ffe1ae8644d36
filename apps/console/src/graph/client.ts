import { createClient as createSseClient } from 'graphql-sse';
import { Client, fetchExchange, subscriptionExchange } from 'urql';

/** The graph behind the gateway: queries by POST, news by server-sent events, each with the token of the moment. */
export function graphClient(token: () => Promise<string | undefined>, language: () => string): Client {
  const headers = async (): Promise<Record<string, string>> => {
    const known = await token();
    return { 'accept-language': language(), ...(known !== undefined && { authorization: `Bearer ${known}` }) };
  };
  // Whoever follows takes a line up again: from what they heard last, and not from where the line began.
  const news = createSseClient({ url: '/graphql', headers, retryAttempts: 0 });
  return new Client({
    url: '/graphql',
    requestPolicy: 'network-only',
    preferGetMethod: false,
    fetch: async (url, init) => fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), ...(await headers()) } }),
    exchanges: [
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({ unsubscribe: news.subscribe({ query: query ?? '', variables }, sink as never) }),
        }),
      }),
    ],
  });
}
