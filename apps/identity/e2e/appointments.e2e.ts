import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, admin, gridMember, signedInAs, testIdentity, type TestIdentity } from './county.js';

interface Appointed {
  appointPosition: { id: string; validTo: string | null };
}

describe('moving people', () => {
  let identity: TestIdentity;
  beforeAll(async () => {
    identity = await testIdentity();
  }, 120_000);
  afterAll(() => identity?.close());

  const appoint = (input: object, as: TokenWishes = admin(), language = 'en') =>
    identity.ask<Appointed>(
      'mutation ($input: AppointPositionInput!) { appointPosition(input: $input) { id role validTo person { name } } }',
      { input },
      as,
      language,
    );
  const end = (id: string, as: TokenWishes = admin(), at?: string) =>
    identity.ask<{ endPosition: { validTo: string } }>(
      'mutation ($id: ID!, $at: DateTime) { endPosition(id: $id, at: $at) { id validTo } }',
      { id, at },
      as,
    );
  const positionsOf = async (as: TokenWishes) =>
    (
      await identity.ask<{ myPositions: { areaCode: string }[] }>('{ myPositions { areaCode } }', {}, as)
    ).data!.myPositions.map(({ areaCode }) => areaCode);
  const wanted = { personId: signedInAs('county-ding').subject, role: 'gridMember', areaCode: GRID };

  it('is felt at once, both ways, and leaves an audit entry each', async () => {
    const somebody = signedInAs('county-ding', 'countyCentre');
    const { data, errors } = await appoint(wanted);
    expect(errors).toBeUndefined();
    const { id } = data!.appointPosition;
    expect(await positionsOf(somebody)).toContain(GRID);
    expect((await end(id)).errors).toBeUndefined();
    expect(await positionsOf(somebody)).not.toContain(GRID);
    const entries = await identity.sql(
      `select operation, outcome, actor_subject, target_type, county_code from audit_entry
        where target_id = $1 order by id`,
      [id],
    );
    const common = { outcome: 'done', actor_subject: admin().subject, target_type: 'position', county_code: '990121' };
    expect(entries).toEqual([
      { operation: 'appointPosition', ...common },
      { operation: 'endPosition', ...common },
    ]);
  });

  it('happens once: the same position twice and an end twice are conflicts', async () => {
    const input = { ...wanted, areaCode: '990121101201002' };
    const [one, other] = await Promise.all([appoint(input), appoint(input)]);
    const codes = [one, other].map(({ errors }) => errors?.[0]?.extensions.code).toSorted();
    expect(codes).toEqual(['POSITION_ALREADY_HELD', undefined]);
    const { id } = (one.data ?? other.data)!.appointPosition;
    await end(id);
    expect((await end(id)).errors?.[0]).toMatchObject({ extensions: { code: 'POSITION_ENDED', category: 'CONFLICT' } });
    expect((await appoint(input)).errors).toBeUndefined();
  });

  it('does not overlap with itself in time: one that ends as the next begins is two, a day in common is refused', async () => {
    const day = (n: number): string => new Date(Date.UTC(2099, 0, n)).toISOString();
    const during = (from: number, to: number | null) => appoint({ ...wanted, areaCode: '990121101202001', validFrom: day(from), validTo: to === null ? null : day(to) });
    expect((await during(10, 20)).errors).toBeUndefined();
    for (const [from, to] of [[19, 30], [1, 11], [12, 15], [1, 30], [1, null]] as const) {
      const { errors } = await during(from, to);
      expect({ from, to, errors }).toMatchObject({ from, to, errors: [{ extensions: { code: 'POSITION_ALREADY_HELD', field: 'validFrom' } }] });
    }
    const held = await identity.sql(`select count(*)::int as n from position where area_code = '990121101202001' and valid_from >= '2099-01-01'`);
    expect(held).toEqual([{ n: 1 }]);
    expect((await during(1, 10)).errors).toBeUndefined();
    expect((await during(20, null)).errors).toBeUndefined();
    expect((await during(40, 30)).errors).toMatchObject([{ extensions: { code: 'TIME_INVALID' } }]);
  });

  it('may be read-only for a supervisor: it says so to whoever asks what they are, and changes nothing', async () => {
    const input = { ...wanted, role: 'supervisor', areaCode: '990121', readOnly: true };
    const { data, errors } = await appoint(input);
    expect(errors).toBeUndefined();
    const somebody = signedInAs('county-ding', 'supervisor');
    const mine = await identity.ask<{ myPositions: Record<string, unknown>[] }>('{ myPositions { role areaCode readOnly } }', {}, somebody);
    expect(mine.data?.myPositions).toContainEqual({ role: 'supervisor', areaCode: '990121', readOnly: true });
    expect((await end(data!.appointPosition.id)).errors).toBeUndefined();

    const administrator = await appoint({ ...input, role: 'administrator' });
    expect(administrator.errors).toBeUndefined();
    const asAdministrator = signedInAs('county-ding', 'administrator');
    const tried = await appoint({ ...wanted, areaCode: '990121101202002' }, asAdministrator);
    expect(tried.errors).toMatchObject([{ extensions: { code: 'AREA_OUTSIDE_JURISDICTION' } }]);
    expect((await end(administrator.data!.appointPosition.id)).errors).toBeUndefined();
  });

  it('can be set for later and called off before it begins', async () => {
    const validFrom = new Date(Date.now() + 86_400_000).toISOString();
    const { data } = await appoint({ ...wanted, areaCode: '990121101201003', validFrom });
    const { id } = data!.appointPosition;
    expect(await positionsOf(signedInAs('county-ding', 'countyCentre'))).not.toContain('990121101201003');
    expect((await end(id)).data!.endPosition.validTo).toBe(validFrom);
  });

  it.each<[string, object, string, string]>([
    ['nobody', { personId: undefined }, 'INPUT_INVALID', 'personId'],
    ['two holders', { clientSubject: COUNTY.clients[0]!.subject }, 'INPUT_INVALID', 'personId'],
    ['somebody unknown', { personId: '00000000-0000-4000-8000-0000000000ff' }, 'NOT_FOUND', 'personId'],
    ['somebody without an id', { personId: 'x' }, 'NOT_FOUND', 'personId'],
    ['a grid nobody drew', { areaCode: '990121101201999' }, 'AREA_UNKNOWN', 'areaCode'],
    ['text as an area', { areaCode: '城关镇' }, 'AREA_UNKNOWN', 'areaCode'],
    ['a grid member of a town', { areaCode: '990121101' }, 'INPUT_INVALID', 'areaCode'],
    ['another county', { areaCode: '990122101201001' }, 'AREA_OUTSIDE_JURISDICTION', 'areaCode'],
    ['a unit nobody founded', { unitCode: 'nowhere' }, 'INPUT_INVALID', 'unitCode'],
    ['an end before the beginning', { validTo: '2020-01-01T00:00:00Z' }, 'TIME_INVALID', 'validTo'],
  ])('refuses %s in both languages and does nothing', async (_, change, code, field) => {
    const standing = `select (select count(*)::int from position) p, (select count(*)::int from keycloak_request) k,
      (select count(*)::int from audit_entry where outcome = 'done') a,
      (select count(*)::int from audit_entry where outcome = 'refused') refused`;
    const [before] = await identity.sql<{ refused: number }>(standing);
    const zh = await appoint({ ...wanted, ...change }, admin(), 'zh-CN');
    const en = await appoint({ ...wanted, ...change }, admin(), 'en');
    expect(zh.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/\p{Script=Han}/u),
      extensions: { code, field },
    });
    expect(en.errors?.[0]).toMatchObject({ message: expect.stringMatching(/[a-z]/), extensions: { code, field } });
    expect(await identity.sql(standing)).toEqual([{ ...before, refused: before!.refused + 2 }]);
  });

  it('is for administrators, where they have a position as such', async () => {
    const ofThePublic = await identity.ask('mutation { endPosition(id: "x") { id } }');
    expect(ofThePublic.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await appoint(wanted, gridMember())).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const elsewhere = await appoint(wanted, { roles: ['administrator'] });
    expect(elsewhere.errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
  });

  it('leaves the past alone: no end before now, none of what is not there', async () => {
    const [held] = await identity.sql<{ id: string }>('select id from position where valid_to is null limit 1');
    expect((await end(held!.id, admin(), '2026-01-02T00:00:00Z')).errors?.[0]?.extensions).toMatchObject({
      code: 'TIME_INVALID',
      field: 'at',
    });
    expect((await end('x')).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'id' });
  });

  it('survives loading the demonstration county again', async () => {
    const before = await identity.sql('select id, valid_to from position order by id');
    await identity.loadDemo();
    expect(await identity.sql('select id, valid_to from position order by id')).toEqual(before);
  });
});
