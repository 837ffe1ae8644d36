import { statementsDuring } from '@yiwang/testing/statements';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, admin, gridMember, hotline, signedInAs, testIdentity, type TestIdentity } from './county.js';

interface Page {
  people: { nodes: { id: string; name: string }[]; endCursor: string | null; hasNextPage: boolean };
}

/** The audit is chained in the background meanwhile. */
const isOfTheQuestion = (statement: string): boolean => !/audit|^(start transaction|commit)/i.test(statement);

describe('people and their positions', () => {
  let identity: TestIdentity;
  beforeAll(async () => {
    identity = await testIdentity();
    await identity.sql(
      `insert into person values ('00000000-0000-4000-8000-0000000000aa', 'foreign', '邻县某某', '19900000999')`,
    );
    await identity.sql(
      `insert into position values (gen_random_uuid(), '00000000-0000-4000-8000-0000000000aa', null, 'gridMember',
         '990122101201001', null, '2026-01-01', null)`,
    );
  }, 120_000);
  afterAll(() => identity?.close());

  const references = (representations: object[], selection: string, as?: TokenWishes) =>
    identity.ask<{ _entities: Record<string, unknown>[] }>(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`,
      { r: representations },
      as,
    );

  describe('the caller', () => {
    it('learns their own positions, and only those in force', async () => {
      const somebody = signedInAs('grid-he', 'gridMember');
      await identity.sql(
        `insert into position values
           (gen_random_uuid(), $1, null, 'leader', '990121', null, '2025-01-01', '2025-02-01'),
           (gen_random_uuid(), $1, null, 'leader', '990121', null, now() + interval '1 day', null)`,
        [somebody.subject],
      );
      const answer = await identity.ask<{ myPositions: { role: string; areaCode: string }[] }>(
        '{ myPositions { id role areaCode unitCode } }',
        {},
        somebody,
      );
      expect(answer.data!.myPositions.map(({ role }) => role)).toEqual(['gridMember', 'gridMember', 'gridMember']);
      const all = await identity.ask<{ me: { positions: object[] } }>(
        '{ me { positions(current: false) { role } } }',
        {},
        somebody,
      );
      expect(all.data!.me.positions).toHaveLength(5);
    });

    it('may be an external system', async () => {
      const answer = await identity.ask('{ myPositions { role areaCode unitCode } me { id } }', {}, hotline());
      expect(answer).toEqual({
        data: { myPositions: [{ role: 'externalSystem', areaCode: '990121', unitCode: null }], me: null },
      });
    });

    it('has no positions when nobody appointed them', async () => {
      const answer = await identity.ask('{ myPositions { id } me { id } }', {}, { roles: ['resident'] });
      expect(answer).toEqual({ data: { myPositions: [], me: null } });
    });

    it('may be a resident with an account', async () => {
      const { id, name } = COUNTY.residents.find((resident) => resident.username)!;
      const answer = await identity.ask(
        '{ myResident { name area { code } } }',
        {},
        { subject: id, roles: ['resident'] },
      );
      expect(answer).toMatchObject({ data: { myResident: { name, area: { code: expect.any(String) } } } });
      const staff = await identity.ask('{ myResident { name } }', {}, gridMember());
      expect(staff.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    });
  });

  it.each([
    '{ myPositions { id } }',
    '{ me { id } }',
    '{ people { nodes { id } } }',
    `{ person(id: "00000000-0000-4000-8000-0000000000aa") { id } }`,
    '{ clients { clientId } }',
    '{ myResident { id } }',
  ])('refuses the public %s', async (query) => {
    const answer = await identity.ask(query);
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['a resident', { roles: ['resident' as const] }, 'FORBIDDEN'],
    ['the public', undefined, 'UNAUTHENTICATED'],
  ])('does not name a person to %s, by reference or as member of an area', async (_, as, code) => {
    const person = await references([{ __typename: 'Person', id: gridMember().subject }], '... on Person { name }', as);
    expect(person.errors?.[0]?.extensions.code).toBe(code);
    const members = await references([{ __typename: 'Area', code: GRID }], '... on Area { members { name } }', as);
    expect(members.errors?.[0]?.extensions.code).toBe(code);
    expect(JSON.stringify([person, members])).not.toContain('李春禾');
  });

  describe('a telephone number', () => {
    const phoneOf = async (as: TokenWishes): Promise<unknown> => {
      const { data } = await references(
        [{ __typename: 'Person', id: gridMember().subject }],
        '... on Person { name username phone positions { role unit { code } } }',
        as,
      );
      return data!._entities[0]!;
    };

    it('is whole to oneself and to administrators, masked to colleagues', async () => {
      expect(await phoneOf(gridMember())).toMatchObject({ phone: '19900000001' });
      expect(await phoneOf(admin())).toMatchObject({ phone: '19900000001' });
      expect(await phoneOf(signedInAs('county-chen', 'countyCentre'))).toMatchObject({ phone: '199****0001' });
    });

    it('stays with the network: an external system sees name, role and unit', async () => {
      const person = (await phoneOf(hotline())) as { positions: object[] };
      expect(person).toMatchObject({ name: '李春禾', username: null, phone: null });
      expect(person.positions[0]).toEqual({ role: 'gridMember', unit: { code: 'village-101201' } });
    });
  });

  it('keeps counties from each other', async () => {
    const id = '00000000-0000-4000-8000-0000000000aa';
    const near = await identity.ask(`{ person(id: "${id}") { name } }`, {}, gridMember());
    expect(near).toEqual({ data: { person: null } });
    const city = await identity.ask(`{ person(id: "${id}") { name } }`, {}, signedInAs('city-wei', 'cityCentre'));
    expect(city).toEqual({ data: { person: { name: '邻县某某' } } });
    const members = await references(
      [{ __typename: 'Area', code: '990122101201001' }],
      '... on Area { members { name } }',
      admin(),
    );
    expect(members.data!._entities[0]).toEqual({ members: [] });
  });

  it('answers null for ids that name nobody', async () => {
    const answer = await identity.ask(
      '{ a: person(id: "nobody") { name } b: person(id: "00000000-0000-4000-8000-0000000000ff") { name } }',
      {},
      gridMember(),
    );
    expect(answer).toEqual({ data: { a: null, b: null } });
  });

  it('goes from two hundred grids to members, their positions and units with two reads', async () => {
    const grids = COUNTY.areas.filter(({ code }) => code.length === 15).map(({ code }) => code);
    const representations = Array.from({ length: 200 }, (_, i) => ({
      __typename: 'Area',
      code: grids[i % grids.length],
    }));
    const caller = signedInAs('county-chen', 'countyCentre');
    await identity.ask('{ people(first: 1) { nodes { id } } }', {}, caller);
    const statements = await statementsDuring(identity.app, async () => {
      const answer = await references(
        representations,
        '... on Area { members { name positions { role area { code } unit { code } } } }',
        caller,
      );
      expect(answer.errors).toBeUndefined();
      expect(answer.data!._entities).toHaveLength(200);
      const [first] = answer.data!._entities as { members: { name: string; positions: object[] }[] }[];
      const li = first!.members.find(({ name }) => name === '李春禾');
      expect(li!.positions).toContainEqual({
        role: 'gridMember',
        area: { code: GRID },
        unit: { code: 'village-101201' },
      });
    });
    expect(statements.filter(isOfTheQuestion)).toHaveLength(2);
  });

  it('resolves two hundred references to people with one read', async () => {
    const representations = Array.from({ length: 200 }, (_, i) => ({
      __typename: 'Person',
      id: COUNTY.people[i % COUNTY.people.length]!.id,
    }));
    const caller = signedInAs('county-ding', 'countyCentre');
    await identity.ask('{ people(first: 1) { nodes { id } } }', {}, caller);
    const statements = await statementsDuring(identity.app, async () => {
      const answer = await references(representations, '... on Person { name }', caller);
      expect(answer.data!._entities[199]).toMatchObject({ name: expect.any(String) });
    });
    expect(statements.filter(isOfTheQuestion)).toHaveLength(1);
  });

  describe('the list of people', () => {
    const list = (variables: object, as: TokenWishes, language = 'en') =>
      identity.ask<Page>(
        `query ($filter: PeopleFilter, $first: Int, $after: String) {
           people(filter: $filter, first: $first, after: $after) { nodes { id name } endCursor hasNextPage } }`,
        variables as Record<string, unknown>,
        as,
        language,
      );

    it('walks through everybody in the county once, page by page', async () => {
      const seen: string[] = [];
      let after: string | null = null;
      for (;;) {
        const { people }: Page = (await list({ first: 7, after }, admin())).data!;
        seen.push(...people.nodes.map(({ id }) => id));
        after = people.endCursor;
        if (!people.hasNextPage) break;
      }
      expect(new Set(seen).size).toBe(seen.length);
      // Everybody but the city's own.
      expect(seen).toHaveLength(COUNTY.people.length - 1);
    });

    it('finds by area, role, unit and part of the name', async () => {
      const found = await list(
        { filter: { areaCode: '990121101', role: 'gridMember', unitCode: 'village-101201', search: '春' } },
        admin(),
      );
      expect(found.data!.people.nodes.map(({ name }) => name)).toEqual(['李春禾']);
      const literal = await list({ filter: { search: '%' } }, admin());
      expect(literal.data!.people.nodes).toEqual([]);
    });

    it('ends at the areas of the caller', async () => {
      const own = await list({}, gridMember());
      expect(own.data!.people.nodes.map(({ name }) => name)).toEqual(['彭小舟', '李春禾']);
      const nobody = await list({}, { roles: ['gridMember'] });
      expect(nobody.data!.people).toEqual({ nodes: [], endCursor: null, hasNextPage: false });
    });

    it.each([
      ['an area above', { filter: { areaCode: '990121' } }, 'AREA_OUTSIDE_JURISDICTION', 'filter.areaCode'],
      ['no area at all', { filter: { areaCode: '9x' } }, 'AREA_UNKNOWN', 'filter.areaCode'],
      ['too long a page', { first: 101 }, 'INPUT_INVALID', 'first'],
      ['a made-up cursor', { after: 'abc' }, 'CURSOR_INVALID', 'after'],
      ['a long search', { filter: { search: '长'.repeat(51) } }, 'TEXT_TOO_LONG', 'filter.search'],
    ])('refuses %s in both languages', async (_, variables, code, field) => {
      const zh = await list(variables, gridMember(), 'zh-CN');
      const en = await list(variables, gridMember(), 'en');
      expect(zh.errors?.[0]).toMatchObject({
        message: expect.stringMatching(/\p{Script=Han}/u),
        extensions: { code, field },
      });
      expect(en.errors?.[0]).toMatchObject({
        message: expect.not.stringMatching(/\p{Script=Han}/u),
        extensions: { code, field },
      });
    });

    it('is not for external systems', async () => {
      expect((await list({}, hotline())).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    });
  });

  it("shows administrators their county's clients", async () => {
    const answer = await identity.ask<{ clients: { clientId: string; positions: object[] }[] }>(
      '{ clients { clientId positions { role } } }',
      {},
      admin(),
    );
    expect(answer.data!.clients).toContainEqual({ clientId: 'hotline-12345', positions: [{ role: 'externalSystem' }] });
  });
});
