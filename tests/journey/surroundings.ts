/** Where the system that `npm test` started for the journey answers; the tests start none themselves. */
function address(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journey by "npm test -- journey"`);
  return value;
}

export const GATEWAY = address('YIWANG_JOURNEY_GATEWAY');
export const KEYCLOAK = address('YIWANG_JOURNEY_KEYCLOAK');
export const TEMPORAL = address('YIWANG_JOURNEY_TEMPORAL');

const TOKEN_URL = `${KEYCLOAK}/realms/yiwang/protocol/openid-connect/token`;

/** Keycloak's protection against guessing refuses somebody who signs in twice at the same moment, as two files may. */
async function token(fields: Record<string, string>, attempts = 5): Promise<string> {
  const response = await fetch(TOKEN_URL, { method: 'POST', body: new URLSearchParams(fields) });
  const answer = (await response.json()) as { access_token?: string; error?: string; error_description?: string };
  if (answer.access_token) return answer.access_token;
  if (answer.error !== 'invalid_grant' || attempts === 0) throw new Error(`Keycloak gives no token: ${answer.error_description}`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return token(fields, attempts - 1);
}

/** A real token of a demonstration person. */
export const personToken = (username: string): Promise<string> =>
  token({ grant_type: 'password', client_id: 'yiwang-web', username, password: 'demo-only' });

/** A real token of an external system's service account. */
export const clientToken = (clientId: string): Promise<string> =>
  token({ grant_type: 'client_credentials', client_id: clientId, client_secret: `demo-only-${clientId}` });

export interface JourneyAnswer<T> {
  status: number;
  data: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> & { code: string } }[];
}

/** One call through the gateway. */
export async function ask<T>(
  query: string,
  { variables, as, language = 'en' }: { variables?: Record<string, unknown>; as?: string; language?: string } = {},
): Promise<JourneyAnswer<T>> {
  const response = await fetch(GATEWAY, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      ...(as ? { authorization: `Bearer ${as}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<JourneyAnswer<T>, 'status'>) };
}

/** The data of a call that must succeed. */
export async function must<T>(query: string, as: string | undefined, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await ask<T>(query, { as, variables });
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data;
}

/** Waits for what happens in the background: asks again until the answer is the one wanted. */
export async function eventually<T>(question: () => Promise<T | undefined>, what: string, limitMs = 30_000): Promise<T> {
  const until = Date.now() + limitMs;
  for (;;) {
    const answer = await question();
    if (answer !== undefined) return answer;
    if (Date.now() > until) throw new Error(`${what} did not happen in ${limitMs / 1_000} s`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** A subscription through the gateway as server-sent events; ends when the caller leaves the loop. */
export async function* subscribe<T>(query: string, variables: Record<string, unknown>, as?: string): AsyncGenerator<T> {
  const leaving = new AbortController();
  const response = await fetch(GATEWAY, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(as ? { authorization: `Bearer ${as}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
    signal: leaving.signal,
  });
  if (!response.body) throw new Error(`The gateway answered ${response.status} without a stream`);
  let text = '';
  try {
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = event.split('\n').find((line) => line.startsWith('data:'))?.slice('data:'.length).trim();
        if (!data) continue;
        const { data: payload, errors } = JSON.parse(data) as { data?: T; errors?: unknown };
        if (errors) throw new Error(JSON.stringify(errors));
        if (payload) yield payload;
      }
    }
  } finally {
    leaving.abort();
  }
}
