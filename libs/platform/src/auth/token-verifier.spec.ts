import { testIssuer, type TestIssuer, type TokenWishes } from '@yiwang/testing/keycloak';
import { TokenVerifier } from './token-verifier.js';

const seconds = (): number => Math.floor(Date.now() / 1_000);

/** The same claims, with another algorithm or none: what a forger without the key can make. */
function unsigned(token: string, header: object): string {
  const [, payload] = token.split('.');
  return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.`;
}

describe('verifying a bearer token', () => {
  let issuer: TestIssuer;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    issuer = await testIssuer();
    verifier = new TokenVerifier({ keycloakUrl: issuer.url, realm: issuer.realm, audience: issuer.audience });
  });
  afterAll(() => issuer.close());

  it('lets a good token through and says who it is', async () => {
    const token = await issuer.token({ subject: 'u-1', username: 'grid-li', roles: ['gridMember'] });
    await expect(verifier.verify(token)).resolves.toEqual({
      kind: 'person',
      subject: 'u-1',
      username: 'grid-li',
      clientId: 'yiwang-web',
      roles: ['gridMember'],
    });
  });

  it('knows a service account for a client, and drops roles that are not ours', async () => {
    const claims = { realm_access: { roles: ['externalSystem', 'offline_access'] } };
    const token = await issuer.token({ username: 'service-account-hotline-12345', clientId: 'hotline-12345', claims });
    await expect(verifier.verify(token)).resolves.toMatchObject({ kind: 'client', roles: ['externalSystem'] });
  });

  const refused: [string, TokenWishes][] = [
    ['signed by a foreign key', { foreignKey: true }],
    ['expired', { claims: { exp: seconds() - 60 } }],
    ['without an end', { claims: { exp: undefined } }],
    ['without a beginning', { claims: { iat: undefined } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['meant for somebody else', { claims: { aud: 'another-api' } }],
    ['without an audience', { claims: { aud: undefined } }],
    ['of another issuer', { claims: { iss: 'https://elsewhere.example/realms/yiwang' } }],
    ['not valid yet', { claims: { nbf: seconds() + 600 } }],
    ['issued in the future', { claims: { iat: seconds() + 600, exp: seconds() + 900 } }],
    ['of another type', { claims: { typ: 'ID' } }],
    ['signed with a key that nobody published', { header: { kid: 'unknown' } }],
  ];
  it.each(refused)('refuses a token %s', async (_, wishes) => {
    await expect(verifier.verify(await issuer.token(wishes))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['no algorithm', { alg: 'none' }],
    ['a symmetric algorithm', { alg: 'HS256' }],
  ])('refuses a token that claims %s', async (_, header) => {
    const token = unsigned(await issuer.token(), header);
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('refuses a token whose payload was changed after signing', async () => {
    const [header, payload, signature] = (await issuer.token({ roles: [] })).split('.');
    const claims = JSON.parse(Buffer.from(payload as string, 'base64url').toString()) as Record<string, unknown>;
    const forged = { ...claims, realm_access: { roles: ['administrator'] } };
    const token = `${header}.${Buffer.from(JSON.stringify(forged)).toString('base64url')}.${signature}`;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('follows the issuer to a new key', async () => {
    const fresh = new TokenVerifier({ keycloakUrl: issuer.url, realm: issuer.realm, audience: issuer.audience });
    await issuer.rotateKey();
    await expect(fresh.verify(await issuer.token({ subject: 'u-2' }))).resolves.toMatchObject({ subject: 'u-2' });
  });

  it('says that Keycloak is away rather than blaming the token', async () => {
    const away = await testIssuer();
    const token = await away.token();
    const lonely = new TokenVerifier({ keycloakUrl: away.url, realm: away.realm, audience: away.audience });
    await away.close();
    await expect(lonely.verify(token)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
});
