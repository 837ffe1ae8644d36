import { ImportProblem } from './errors.js';
import { withRetries, Away } from './retry.js';

export interface ClientCredentials {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
}

/** A token this near to its end is not used any more. */
const RENEW_BEFORE_MS = 60_000;

/** Signs in as an external system and keeps its token fresh; `renew` drops one that the gateway no longer takes. */
export function tokenSource(credentials: ClientCredentials, patienceMs: number) {
  let token = '';
  let usableUntilMs = 0;
  return {
    renew(): void {
      usableUntilMs = 0;
    },
    async current(): Promise<string> {
      if (Date.now() < usableUntilMs) return token;
      const answer = await withRetries(() => signIn(credentials), { patienceMs });
      token = answer.access_token;
      const lifeMs = answer.expires_in * 1000;
      usableUntilMs = Date.now() + lifeMs - Math.min(RENEW_BEFORE_MS, lifeMs / 2);
      return token;
    },
  };
}
export type TokenSource = ReturnType<typeof tokenSource>;

async function signIn({ tokenUrl, clientId, clientSecret }: ClientCredentials) {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const response = await fetch(tokenUrl, { method: 'POST', body, signal: AbortSignal.timeout(15_000) }).catch(
    (error) => {
      throw new Away(`Keycloak ${new URL(tokenUrl).host}`, error);
    },
  );
  if (response.status >= 500 || response.status === 429) throw new Away(`Keycloak (${response.status})`);
  const answer = (await response.json().catch(() => ({}))) as {
    access_token?: string;
    expires_in?: number;
    error_description?: string;
  };
  if (!response.ok || !answer.access_token) {
    const why = answer.error_description ?? `HTTP ${response.status}`;
    throw new ImportProblem(
      `客户端 ${clientId} 登录失败：${why}。请检查 --client 与 YIWANG_CLIENT_SECRET`,
      `Client ${clientId} could not sign in: ${why}. Check --client and YIWANG_CLIENT_SECRET`,
    );
  }
  return { access_token: answer.access_token, expires_in: answer.expires_in ?? 60 };
}
