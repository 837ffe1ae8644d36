import { AppError } from '@yiwang/platform/errors';

export interface AccountSettings {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
}

const RENEW_BEFORE_MS = 30_000;
const TIMEOUT_MS = 10_000;

/** The service's own account: client credentials, and the token they bought until shortly before it ends. */
export class ServiceAccount {
  private token = '';
  private usableUntilMs = 0;

  constructor(private readonly settings: AccountSettings) {}

  get isKnown(): boolean {
    return this.settings.clientSecret !== '';
  }

  /** Drops a token that is refused before its time. */
  renew(): void {
    this.usableUntilMs = 0;
  }

  /** @throws AppError SERVICE_UNAVAILABLE while Keycloak is away or does not know the account. */
  async current(): Promise<string> {
    if (Date.now() < this.usableUntilMs) return this.token;
    const { access_token: token, expires_in: seconds = 60 } = await this.signIn();
    this.token = token;
    this.usableUntilMs = Date.now() + Math.max(seconds * 500, seconds * 1_000 - RENEW_BEFORE_MS);
    return token;
  }

  private async signIn(): Promise<{ access_token: string; expires_in?: number }> {
    const { tokenUrl, clientId, clientSecret } = this.settings;
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
    const response = await fetch(tokenUrl, { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => null);
    const answer = (await response?.json().catch(() => null)) as { access_token?: string; expires_in?: number } | null | undefined;
    if (!response?.ok || !answer?.access_token) throw new AppError('SERVICE_UNAVAILABLE', { part: `keycloak (${clientId})` });
    return { access_token: answer.access_token, expires_in: answer.expires_in };
  }
}
