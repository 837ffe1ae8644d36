import { ask, clientToken, personToken } from './surroundings.js';

describe('coming to the gateway', () => {
  it('shows the public the county without a token', async () => {
    const { data, errors } = await ask<{ area: object }>('{ area(code: "990121") { code name } }');
    expect(errors).toBeUndefined();
    expect(data?.area).toEqual({ code: '990121', name: '云溪县' });
  });

  it("knows people by Keycloak's own tokens, across services", async () => {
    const as = await personToken('grid-li');
    const { data, errors } = await ask<{ myPositions: { role: string; areaCode: string }[] }>(
      '{ myPositions { role areaCode } }',
      { as },
    );
    expect(errors).toBeUndefined();
    expect(data?.myPositions).toContainEqual({ role: 'gridMember', areaCode: expect.stringMatching(/^990121\d{9}$/) });
  });

  it('knows an external system by its client', async () => {
    const { errors } = await ask('{ myPositions { role areaCode } }', { as: await clientToken('hotline-12345') });
    expect(errors).toBeUndefined();
  });

  it('refuses a token that somebody changed, in the language asked for', async () => {
    const good = await personToken('grid-li');
    const [header, , signature] = good.split('.');
    const claims = Buffer.from(JSON.stringify({ sub: 'x', exp: 9_999_999_999 })).toString('base64url');
    const { errors } = await ask('{ myPositions { role } }', { as: `${header}.${claims}.${signature}`, language: 'zh' });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(errors?.[0]?.message).toContain('请先登录');
  });
});
