import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Role } from '@yiwang/contracts/roles';
import { SignJWT, exportJWK, generateKeyPair, type CryptoKey, type JWTPayload } from 'jose';

export interface TokenWishes {
  subject?: string;
  username?: string;
  clientId?: string;
  roles?: Role[];
  /** Claims that replace or, when undefined, remove the usual ones. */
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Signs with a key the issuer never published. */
  foreignKey?: boolean;
}

export interface TestIssuer {
  url: string;
  realm: string;
  audience: string;
  token(wishes?: TokenWishes): Promise<string>;
  /** Publishes a new signing key beside the old ones and signs with it from now on. */
  rotateKey(): Promise<void>;
  close(): Promise<void>;
}

interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  jwk: object;
}

async function newKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomUUID();
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } };
}

/**
 * A small issuer that publishes keys where Keycloak does and signs tokens of Keycloak's shape, good or deliberately bad.
 * The journey through the gateway uses the real Keycloak; this one can make tokens that Keycloak never would.
 */
export async function testIssuer(realm = 'yiwang', audience = 'yiwang-api'): Promise<TestIssuer> {
  const keys = [await newKey()];
  const foreign = await newKey();
  const server = createServer((request, response) => {
    const known = request.url === `/realms/${realm}/protocol/openid-connect/certs`;
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(known ? { keys: keys.map(({ jwk }) => jwk) } : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A set-up that fails later cannot close it, and must not keep the test run from ending.
  server.unref();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    realm,
    audience,
    async token(wishes = {}) {
      const current = keys.at(-1) as SigningKey;
      const now = Math.floor(Date.now() / 1_000);
      const claims: Record<string, unknown> = {
        iss: `${url}/realms/${realm}`,
        aud: audience,
        typ: 'Bearer',
        iat: now,
        exp: now + 300,
        sub: wishes.subject ?? randomUUID(),
        azp: wishes.clientId ?? 'yiwang-web',
        preferred_username: wishes.username ?? 'somebody',
        realm_access: { roles: wishes.roles ?? [] },
        ...wishes.claims,
      };
      for (const [name, value] of Object.entries(claims)) if (value === undefined) delete claims[name];
      return new SignJWT(claims as JWTPayload)
        .setProtectedHeader({ alg: 'RS256', kid: current.kid, typ: 'JWT', ...wishes.header })
        .sign(wishes.foreignKey ? foreign.privateKey : current.privateKey);
    },
    async rotateKey() {
      keys.push(await newKey());
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
