import { isRole } from '@yiwang/contracts/roles';
import { createRemoteJWKSet, errors as joseErrors, jwtVerify, type JWTPayload } from 'jose';
import Keycloak from 'keycloak-connect';
import { LRUCache } from 'lru-cache';
import { AppError } from '../errors/index.js';
import type { Caller } from './caller.js';

export interface TokenVerifierOptions {
  /** Keycloak's base address, without the realm. */
  keycloakUrl: string;
  realm: string;
  /** The client every token must be meant for. */
  audience: string;
  /** How long a verdict may be reused, in milliseconds; never beyond the token's own end. */
  reuseMs?: number;
  /** How far the two clocks may differ, in seconds. */
  toleranceSeconds?: number;
}

export type VerifiedToken = Pick<Caller, 'kind' | 'subject' | 'username' | 'clientId' | 'roles'>;

const ALGORITHMS = ['RS256'];
const REQUIRED_CLAIMS = ['exp', 'iat', 'sub', 'iss', 'aud'];

/**
 * Decides whether a bearer token is Keycloak's own, meant for us and in force.
 *
 * Two verifiers must agree. keycloak-connect knows Keycloak's realm, key rotation and not-before pushes, but lets through
 * a token without `exp` or with a future `nbf`; jose fixes the algorithm and requires the claims, but knows nothing of
 * a realm's policy. jose goes first because it refuses rubbish without a request to Keycloak.
 */
export class TokenVerifier {
  private readonly issuer: string;
  private readonly keys: ReturnType<typeof createRemoteJWKSet>;
  private readonly keycloak: Keycloak.Keycloak;
  private readonly verdicts = new LRUCache<string, VerifiedToken>({ max: 5_000 });

  constructor(private readonly options: TokenVerifierOptions) {
    const base = options.keycloakUrl.replace(/\/$/, '');
    this.issuer = `${base}/realms/${options.realm}`;
    this.keys = createRemoteJWKSet(new URL(`${this.issuer}/protocol/openid-connect/certs`), {
      cooldownDuration: 5_000,
      timeoutDuration: 5_000,
    });
    const settings = {
      realm: options.realm,
      'auth-server-url': base,
      resource: options.audience,
      'bearer-only': true,
      'ssl-required': 'external',
      'confidential-port': 0,
      'verify-token-audience': true,
      'min-time-between-jwks-requests': 5,
    };
    this.keycloak = new Keycloak({}, settings as unknown as Keycloak.KeycloakConfig);
  }

  /** @throws AppError UNAUTHENTICATED for a token that is not good; SERVICE_UNAVAILABLE when Keycloak's keys are out of reach. */
  async verify(token: string): Promise<VerifiedToken> {
    const known = this.verdicts.get(token);
    if (known) return known;
    const claims = await this.verifyByJose(token);
    await this.verifyByKeycloak(token);
    const verified = describe(claims);
    const remainingMs = (claims.exp ?? 0) * 1_000 - Date.now();
    const ttl = Math.min(this.options.reuseMs ?? 15_000, remainingMs);
    if (ttl > 0) this.verdicts.set(token, verified, { ttl });
    return verified;
  }

  private async verifyByJose(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.issuer,
        audience: this.options.audience,
        algorithms: ALGORITHMS,
        requiredClaims: REQUIRED_CLAIMS,
        clockTolerance: this.options.toleranceSeconds ?? 5,
      });
      if ((payload.iat ?? 0) * 1_000 > Date.now() + 1_000 * (this.options.toleranceSeconds ?? 5)) {
        throw new AppError('UNAUTHENTICATED', { reason: 'issuedInFuture' });
      }
      return payload;
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (isKeycloakAway(error)) throw new AppError('SERVICE_UNAVAILABLE', { part: 'keycloak' });
      throw new AppError('UNAUTHENTICATED');
    }
  }

  private async verifyByKeycloak(token: string): Promise<void> {
    try {
      await this.keycloak.grantManager.createGrant({ access_token: token } as unknown as string);
    } catch (error) {
      if (/failed to load public key/.test(String(error)) && /ECONN|timeout|fetching/i.test(String(error))) {
        throw new AppError('SERVICE_UNAVAILABLE', { part: 'keycloak' });
      }
      throw new AppError('UNAUTHENTICATED');
    }
  }
}

/** jose wraps what it says about a token in its own errors; anything else is the way to Keycloak failing. */
const isKeycloakAway = (error: unknown): boolean =>
  error instanceof joseErrors.JWKSTimeout ||
  !(error instanceof joseErrors.JOSEError) ||
  /Expected 200 OK/.test(error.message);

function describe(claims: JWTPayload): VerifiedToken {
  const access = claims['realm_access'] as { roles?: unknown[] } | undefined;
  const username = typeof claims['preferred_username'] === 'string' ? claims['preferred_username'] : null;
  return {
    kind: username?.startsWith('service-account-') ? 'client' : 'person',
    subject: claims.sub ?? null,
    username,
    clientId: typeof claims['azp'] === 'string' ? claims['azp'] : null,
    roles: (access?.roles ?? []).filter((role): role is string => typeof role === 'string').filter(isRole),
  };
}
