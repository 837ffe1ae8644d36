import type { TokenWishes } from '@yiwang/testing/keycloak';
import { admin, signedInAs, testIdentity, type TestIdentity } from './county.js';

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

interface Acting {
  personId: string;
  actingId: string | null;
  reason: string;
  chain: string[];
}

describe('deputies and absence', () => {
  let identity: TestIdentity;
  const li = signedInAs('grid-li', 'gridMember');
  const he = signedInAs('grid-he', 'gridMember');
  const ding = signedInAs('county-ding', 'countyCentre');
  const chen = signedInAs('county-chen', 'countyCentre');
  beforeAll(async () => {
    identity = await testIdentity();
  }, 120_000);
  afterAll(() => identity?.close());
  beforeEach(() => identity.sql('delete from absence').then(() => identity.sql('delete from deputy')));

  const away = (as: TokenWishes, input: object = {}, language = 'en') =>
    identity.ask<{ recordAbsence: { id: string } }>(
      'mutation ($input: RecordAbsenceInput!) { recordAbsence(input: $input) { id from to reason } }',
      { input: { to: inDays(3), reason: '年休假', ...input } },
      as,
      language,
    );
  const deputy = (input: object, as: TokenWishes = admin(), language = 'en') =>
    identity.ask<{ nameDeputy: { id: string } }>(
      'mutation ($input: NameDeputyInput!) { nameDeputy(input: $input) { id person { name } deputy { name } } }',
      { input: { to: inDays(30), ...input } },
      as,
      language,
    );
  const whoActs = async (ids: string[], at?: string) => {
    const answer = await identity.ask<{ whoActsFor: Acting[] }>(
      'query ($ids: [ID!]!, $at: DateTime) { whoActsFor(personIds: $ids, at: $at) { personId actingId reason chain } }',
      { ids, at },
      ding,
    );
    return answer.data!.whoActsFor;
  };

  it('lets whoever is there act themselves', async () => {
    expect(await whoActs([li.subject])).toEqual([
      { personId: li.subject, actingId: li.subject, reason: 'available', chain: [li.subject] },
    ]);
  });

  it('says nobody where somebody is away without a deputy, only while they are', async () => {
    await away(li, { from: inDays(1) });
    expect((await whoActs([li.subject]))[0]).toMatchObject({ reason: 'available' });
    expect((await whoActs([li.subject], inDays(2)))[0]).toMatchObject({ actingId: null, reason: 'nobody' });
    expect((await whoActs([li.subject], inDays(3.1)))[0]).toMatchObject({ reason: 'available' });
  });

  it('follows the chain to the first who is there, and ends where its deputyships end', async () => {
    await deputy({ personId: li.subject, deputyId: he.subject });
    await deputy({ personId: he.subject, deputyId: ding.subject, to: inDays(2) });
    await away(li, { to: inDays(9) });
    expect((await whoActs([li.subject]))[0]).toMatchObject({ actingId: he.subject, reason: 'deputy' });
    await away(he, { to: inDays(9) });
    expect((await whoActs([li.subject]))[0]).toEqual({
      personId: li.subject,
      actingId: ding.subject,
      reason: 'deputy',
      chain: [li.subject, he.subject, ding.subject],
    });
    expect((await whoActs([li.subject], inDays(3)))[0]).toMatchObject({ actingId: null, reason: 'nobody' });
  });

  it('opens the posts of whoever is away to their deputy, and closes them when they are back', async () => {
    const posts = async () => {
      const answer = await identity.ask<{ myPositions: { role: string; actingForId: string | null }[] }>(
        '{ myPositions { role areaCode actingForId } }',
        {},
        ding,
      );
      return answer.data!.myPositions.filter(({ actingForId }) => actingForId === li.subject).map(({ role }) => role);
    };
    await deputy({ personId: li.subject, deputyId: ding.subject });
    expect(await posts()).toEqual([]);
    const { data } = await away(li);
    expect(await posts()).toEqual(['gridMember', 'gridMember', 'gridMember']);
    await identity.ask('mutation ($id: ID!) { endAbsence(id: $id) { to } }', { id: data!.recordAbsence.id }, li);
    expect(await posts()).toEqual([]);
  });

  it('names who may be reached in a post, and never whoever is away', async () => {
    const [post] = await identity.sql<{ role: string; area: string }>(
      `select role, area_code as area from position where person_id = $1 limit 1`,
      [chen.subject],
    );
    const holders = async () => {
      const answer = await identity.ask<{ holdersOf: { holders: Acting[] }[] }>(
        `query ($posts: [PostInput!]!) { holdersOf(posts: $posts) { holders { personId actingId reason } } }`,
        { posts: [{ role: post!.role, areaCode: post!.area }, { role: 'leader', areaCode: '990122' }] },
        ding,
      );
      return answer.data!.holdersOf.map((each) => each.holders);
    };
    await away(chen);
    const [centre, elsewhere] = await holders();
    expect(elsewhere).toEqual([]);
    expect(centre).toContainEqual({ personId: chen.subject, actingId: null, reason: 'nobody' });
    expect(centre!.map(({ actingId }) => actingId)).not.toContain(chen.subject);
  });

  it('keeps a verifier apart from the handler, also through a deputy of a deputy', async () => {
    const may = async (verifierId: string) => {
      const answer = await identity.ask<{ mayVerify: object }>(
        `query ($v: ID!, $h: [ID!]!, $since: DateTime!) {
           mayVerify(verifierId: $v, handlerIds: $h, since: $since) { allowed conflicts } }`,
        { v: verifierId, h: [li.subject], since: inDays(-1) },
        ding,
      );
      return answer.data!.mayVerify;
    };
    expect(await may(li.subject)).toEqual({ allowed: false, conflicts: [li.subject] });
    expect(await may(chen.subject)).toEqual({ allowed: true, conflicts: [] });
    await deputy({ personId: li.subject, deputyId: he.subject });
    await deputy({ personId: he.subject, deputyId: chen.subject });
    expect(await may(chen.subject)).toEqual({ allowed: false, conflicts: [li.subject] });
    expect(await may(ding.subject)).toEqual({ allowed: true, conflicts: [] });
  });

  it('refuses a circle, however long and in whichever order it is made', async () => {
    await deputy({ personId: li.subject, deputyId: he.subject });
    await deputy({ personId: he.subject, deputyId: ding.subject });
    const zh = await deputy({ personId: ding.subject, deputyId: li.subject }, admin(), 'zh-CN');
    expect(zh.errors?.[0]).toMatchObject({
      message: expect.stringContaining('李春禾'),
      extensions: { code: 'DEPUTY_CYCLE', field: 'input.deputyId' },
    });
    expect((await deputy({ personId: li.subject, deputyId: li.subject })).errors?.[0]?.extensions.code).toBe(
      'DEPUTY_CYCLE',
    );
    expect(await identity.sql('select 1 from deputy')).toHaveLength(2);
    const later = await deputy({ personId: ding.subject, deputyId: li.subject, from: inDays(31), to: inDays(40) });
    expect(later.errors).toBeUndefined();
  });

  it('refuses two that would close a circle at the same moment', async () => {
    const answers = await Promise.all([
      deputy({ personId: li.subject, deputyId: he.subject }),
      deputy({ personId: he.subject, deputyId: li.subject }),
    ]);
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code).toSorted();
    expect(codes).toEqual(['DEPUTY_CYCLE', undefined]);
  });

  it.each<[string, () => Promise<{ errors?: { message: string; extensions: { code: string } }[] }>, string]>([
    ['a second absence at the same time', () => away(li, { from: inDays(1), to: inDays(2) }), 'ABSENCE_OVERLAPS'],
    ['an absence that ends before it begins', () => away(li, { from: inDays(9), to: inDays(8) }), 'TIME_INVALID'],
    ['an absence of the past', () => away(li, { from: inDays(-9), to: inDays(-8) }), 'TIME_INVALID'],
    ['an absence without a reason', () => away(li, { from: inDays(8), to: inDays(9), reason: ' ' }), 'INPUT_INVALID'],
    ['a second deputy at once', () => deputy({ personId: li.subject, deputyId: ding.subject }), 'DEPUTY_OVERLAPS'],
    ['a deputy for ever', () => deputy({ personId: he.subject, deputyId: ding.subject, to: inDays(500) }), 'TIME_INVALID'],
    ['a deputy nobody knows', () => deputy({ personId: he.subject, deputyId: 'x' }), 'NOT_FOUND'],
    [
      'a deputy of another home',
      () => deputy({ personId: he.subject, deputyId: signedInAs('city-wei').subject }),
      'NOT_FOUND',
    ],
    ['the absence of a colleague', () => away(he, { personId: li.subject }), 'FORBIDDEN'],
  ])('refuses %s and writes nothing', async (_, refused, code) => {
    await away(li);
    await deputy({ personId: li.subject, deputyId: he.subject });
    const standing = `select (select count(*)::int from absence) a, (select count(*)::int from deputy) d`;
    const before = await identity.sql(standing);
    expect((await refused()).errors?.[0]).toMatchObject({ extensions: { code } });
    expect(await identity.sql(standing)).toEqual(before);
    const [last] = await identity.sql<{ details: object }>(
      `select details from audit_entry where outcome = 'refused' order by id desc limit 1`,
    );
    expect(last!.details).toMatchObject({ code });
  });
});
