import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKOUT } from '../infrastructure/folders.js';
import { StartProblem } from '../infrastructure/problem.js';

interface Session {
  token: string;
  usableUntilMs: number;
  refreshToken: string | null;
}

/** A token this near to its end is not used any more. */
const RENEW_BEFORE_MS = 45_000;

/** Secrets of the demonstration's clients, by name. */
export async function demoClientSecrets(): Promise<Map<string, string>> {
  const realm = await readFile(join(CHECKOUT, 'deploy', 'keycloak', 'yiwang-realm.json'), 'utf8');
  const { clients } = JSON.parse(realm) as { clients: { clientId: string; secret?: string }[] };
  return new Map(clients.flatMap(({ clientId, secret }) => (secret ? [[clientId, secret] as const] : [])));
}

/** Signs people and clients of the demonstration in as they would be, and keeps their tokens fresh. */
export class Sessions {
  private readonly known = new Map<string, Promise<Session>>();

  constructor(
    private readonly tokenUrl: string,
    private readonly clientSecrets: ReadonlyMap<string, string>,
  ) {}

  /** The bearer token of a person, or of a client whose secret is known. @throws StartProblem */
  async tokenOf(name: string): Promise<string> {
    const known = this.known.get(name);
    const session = known && (await known.catch(() => null));
    if (session && Date.now() < session.usableUntilMs) return session.token;
    // Others may have begun to sign in meanwhile.
    const current = this.known.get(name);
    if (current && current !== known) return (await current).token;
    const fresh = this.signIn(name, session?.refreshToken ?? null);
    this.known.set(name, fresh);
    return (await fresh).token;
  }

  private async signIn(name: string, refreshToken: string | null): Promise<Session> {
    const secret = this.clientSecrets.get(name);
    if (secret !== undefined)
      return this.ask(name, { grant_type: 'client_credentials', client_id: name, client_secret: secret });
    const web = { client_id: 'yiwang-web' };
    if (refreshToken !== null) {
      const renewed = await this.ask(name, { ...web, grant_type: 'refresh_token', refresh_token: refreshToken }).catch(() => null);
      if (renewed) return renewed;
    }
    return this.ask(name, { ...web, grant_type: 'password', username: name, password: 'demo-only' });
  }

  private async ask(name: string, fields: Record<string, string>): Promise<Session> {
    const body = new URLSearchParams(fields);
    const response = await fetch(this.tokenUrl, { method: 'POST', body, signal: AbortSignal.timeout(30_000) });
    const answer = (await response.json().catch(() => ({}))) as {
      access_token?: string;
      refresh_token?: string;
      expires_in?: number;
      error_description?: string;
    };
    if (!answer.access_token)
      throw new StartProblem(
        `${name} cannot sign in at Keycloak (${answer.error_description ?? response.status}): the demonstration county of ` +
          'this version is needed; a realm that was imported before does not know its new people',
      );
    const lifeMs = (answer.expires_in ?? 60) * 1_000;
    return {
      token: answer.access_token,
      refreshToken: answer.refresh_token ?? null,
      usableUntilMs: Date.now() + lifeMs - Math.min(RENEW_BEFORE_MS, lifeMs / 2),
    };
  }
}
