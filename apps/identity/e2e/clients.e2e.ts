import { randomBytes } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { admin, hotline, testIdentity, type TestIdentity } from './county.js';
import { keycloakUnderTest, type KeycloakUnderTest } from './keycloak-under-test.js';

interface Made {
  secret: string;
  previousUntil: string | null;
  client: { subject: string; clientId: string };
}

describe('outside systems', () => {
  let keycloak: KeycloakUnderTest;
  let identity: TestIdentity;
  beforeAll(async () => {
    keycloak = await keycloakUnderTest();
    const { url, secret } = keycloak;
    identity = await testIdentity({ KEYCLOAK_ADMIN_URL: url, KEYCLOAK_IDENTITY_SECRET: secret });
  }, 120_000);
  afterEach(() => keycloak.mend());
  afterAll(async () => {
    await identity?.close();
    await keycloak?.close();
  });

  const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code;
  const create = (input: object = {}, as: TokenWishes = admin(), language = 'en') =>
    identity.ask<{ createClient: Made }>(
      `mutation ($input: CreateClientInput!) {
         createClient(input: $input) { secret previousUntil client { subject clientId positions { areaCode } } } }`,
      { input: { clientId: `try-${randomBytes(5).toString('hex')}`, name: '试用系统', counties: ['990121'], ...input } },
      as,
      language,
    );
  const made = async (input: object = {}) => {
    const { data, errors } = await create(input);
    if (errors) throw new Error(JSON.stringify(errors));
    const { client, secret } = data!.createClient;
    const as: TokenWishes = {
      subject: client.subject,
      username: `service-account-${client.clientId}`,
      clientId: client.clientId,
      roles: ['externalSystem'],
    };
    return { ...client, secret, as };
  };
  const change = (name: string, subject: string, as: TokenWishes = admin()) =>
    identity.ask<Record<string, Made>>(
      `mutation ($subject: ID!) { ${name}(subject: $subject) ${name === 'rotateClientKey' ? '{ secret previousUntil }' : '{ state }'} }`,
      { subject },
      as,
    );
  const take = (as: TokenWishes, count: number, categoryCodes: string[] = []) =>
    identity.ask('mutation ($count: Int!, $codes: [ID!]) { takeClientQuota(count: $count, categoryCodes: $codes) }', {
      count,
      codes: categoryCodes,
    }, as);
  const usage = async (as: TokenWishes) =>
    (await identity.ask<{ myUsage: object[] }>('{ myUsage { day started refused } }', {}, as)).data!.myUsage;

  it('get a Keycloak client whose account has the role, and counties to start cases in', async () => {
    const { subject, clientId, secret, as } = await made();
    const [client] = await keycloak.byHand.clients.find({ clientId });
    expect((await keycloak.byHand.clients.getClientSecret({ id: client!.id! })).value).toBe(secret);
    const doors = await keycloak.byHand.users.listRealmRoleMappings({ id: subject });
    expect(doors.map(({ name }) => name)).toContain('externalSystem');
    const own = await identity.ask('{ myClient { clientId state } myPositions { role areaCode } }', {}, as);
    expect(own.data).toEqual({
      myClient: { clientId, state: 'active' },
      myPositions: [{ role: 'externalSystem', areaCode: '990121' }],
    });
    expect(JSON.stringify(await identity.sql('select * from audit_entry'))).not.toContain(secret);
  });

  it('get another key when it is rotated; the old one is good only as long as is said', async () => {
    const { subject, secret } = await made();
    const { data } = await change('rotateClientKey', subject);
    expect(data!['rotateClientKey']!.secret).not.toBe(secret);
    expect(data!['rotateClientKey']!.previousUntil).toBeNull();
  });

  it('are refused at once when disabled, with a token still good', async () => {
    const { subject, clientId, as } = await made();
    expect((await identity.ask('{ myUsage { day } }', {}, as)).errors).toBeUndefined();
    expect((await change('disableClient', subject)).errors).toBeUndefined();
    expect(codeOf(await identity.ask('{ myUsage { day } }', {}, as))).toBe('ACCOUNT_SUSPENDED');
    expect((await keycloak.byHand.clients.find({ clientId }))[0]).toMatchObject({ enabled: false });
    expect(codeOf(await change('rotateClientKey', subject))).toBe('CLIENT_DISABLED');
    expect((await change('enableClient', subject)).errors).toBeUndefined();
    expect((await identity.ask('{ myUsage { day } }', {}, as)).errors).toBeUndefined();
  });

  it('may start so many a day, all of a batch or none, and see what they did', async () => {
    const { as } = await made({ perDay: 10 });
    expect((await take(as, 7)).errors).toBeUndefined();
    const over = await take(as, 4);
    expect(over.errors?.[0]?.extensions).toMatchObject({ code: 'CLIENT_QUOTA_SPENT', period: 'day', limit: 10 });
    expect((await take(as, 3)).errors).toBeUndefined();
    expect(codeOf(await take(as, 1))).toBe('CLIENT_QUOTA_SPENT');
    expect(await usage(as)).toEqual([{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), started: 10, refused: 5 }]);
  });

  it('take the last of a quota once, however many ask at the same moment', async () => {
    const { as } = await made({ perDay: 5 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => take(as, 1)));
    expect(answers.filter((answer) => codeOf(answer) === undefined)).toHaveLength(5);
    expect(await usage(as)).toEqual([expect.objectContaining({ started: 5, refused: 7 })]);
  });

  it('may start so many a minute', async () => {
    const { as } = await made({ perMinute: 3 });
    expect((await take(as, 3)).errors).toBeUndefined();
    const over = await take(as, 1);
    expect(over.errors?.[0]?.extensions).toMatchObject({ code: 'CLIENT_QUOTA_SPENT', period: 'minute' });
  });

  it('start cases of their categories and those below alone', async () => {
    const { as } = await made({ categories: ['road'] });
    expect((await take(as, 2, ['road', 'road.light'])).errors).toBeUndefined();
    expect(codeOf(await take(as, 2, ['road', 'roadside']))).toBe('CLIENT_CATEGORY_REFUSED');
    expect(await usage(as)).toEqual([expect.objectContaining({ started: 2, refused: 2 })]);
  });

  it('without limits start what they like', async () => {
    expect((await take(hotline(), 1_000, ['anything'])).errors).toBeUndefined();
  });

  it.each<[string, object, string, string]>([
    ['another county', { counties: ['990122'] }, 'AREA_OUTSIDE_JURISDICTION', 'input.counties'],
    ['no county', { counties: [] }, 'INPUT_INVALID', 'input.counties'],
    ['a town', { counties: ['990121101'] }, 'AREA_UNKNOWN', 'input.counties'],
    ['a name that is taken', { clientId: 'hotline-12345' }, 'CLIENT_EXISTS', 'input.clientId'],
    ['an odd name', { clientId: '热线' }, 'INPUT_INVALID', 'input.clientId'],
    ['a quota of nothing', { perDay: 0 }, 'INPUT_INVALID', 'input.perDay'],
  ])('are not made with %s, here or in Keycloak', async (_, wrong, code, field) => {
    const clientId = `try-${randomBytes(5).toString('hex')}`;
    const before = await identity.sql('select count(*) from client');
    const zh = await create({ clientId, ...wrong }, admin(), 'zh-CN');
    expect(zh.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/\p{Script=Han}/u),
      extensions: { code, field },
    });
    expect(await identity.sql('select count(*) from client')).toEqual(before);
    expect(await keycloak.byHand.clients.find({ clientId })).toEqual([]);
  });

  it('are not made while Keycloak is away, nor given a key', async () => {
    const { subject } = await made();
    keycloak.cut();
    expect(codeOf(await create())).toBe('SERVICE_UNAVAILABLE');
    expect(codeOf(await change('rotateClientKey', subject))).toBe('SERVICE_UNAVAILABLE');
    const [row] = await identity.sql<{ rotated: Date | null }>(
      'select key_rotated_at as rotated from client where subject = $1',
      [subject],
    );
    expect(row!.rotated).toBeNull();
  });
});
