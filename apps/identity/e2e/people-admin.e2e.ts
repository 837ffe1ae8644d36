import { randomBytes } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { GRID, admin, gridMember, signedInAs, testIdentity, type TestIdentity } from './county.js';

const name = (): string => `try-${randomBytes(5).toString('hex')}`;

describe('people and their administrators', () => {
  let identity: TestIdentity;
  const townAdmin: TokenWishes & { subject: string } = {
    subject: '00000000-0000-4000-8000-0000000000a1',
    roles: ['administrator'],
  };
  const neighbour: TokenWishes & { subject: string } = {
    subject: '00000000-0000-4000-8000-0000000000a2',
    roles: ['administrator'],
  };
  beforeAll(async () => {
    identity = await testIdentity();
    await identity.sql(
      `insert into person (id, username, name, home_code)
       values ($1, 'town-admin', '镇管理员', '990121'), ($2, 'neighbour', '邻县管理员', '990122')`,
      [townAdmin.subject, neighbour.subject],
    );
    await identity.sql(
      `insert into position (id, person_id, role, area_code, valid_from)
       values (gen_random_uuid(), $1, 'administrator', '990121101', '2026-01-01'),
              (gen_random_uuid(), $2, 'administrator', '990122', '2026-01-01')`,
      [townAdmin.subject, neighbour.subject],
    );
  }, 120_000);
  afterAll(() => identity?.close());

  const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code;
  const create = (input: object = {}, as: TokenWishes = admin(), language = 'en') =>
    identity.ask<{ createPerson: { id: string; phone: string | null; state: string } }>(
      'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { id name username phone state } }',
      { input: { username: name(), name: '新人', ...input } },
      as,
      language,
    );
  const on = (mutation: string, id: string, as: TokenWishes = admin()) =>
    identity.ask<Record<string, { state: string; phone: string | null; name: string }>>(
      `mutation ($id: ID!) { ${mutation.replace('ID', 'id: $id')} { state phone name } }`,
      { id },
      as,
    );
  const made = async (input: object = {}) => (await create(input)).data!.createPerson.id;
  const suspend = (id: string, as?: TokenWishes) => on('suspendPerson(ID, reason: "离职")', id, as);

  it('are made, changed, suspended and resumed, each with an audit entry that names nobody', async () => {
    const { data } = await create({ name: '钱某', phone: '+86 199 0000 0321' });
    expect(data!.createPerson).toMatchObject({ phone: '19900000321', state: 'active' });
    const { id } = data!.createPerson;
    const changed = await on('changePerson(ID, input: { name: "钱某某", phone: null })', id);
    expect(changed.data!['changePerson']).toMatchObject({ name: '钱某某', phone: null });
    expect((await suspend(id)).data!['suspendPerson']).toMatchObject({ state: 'suspended' });
    expect(codeOf(await suspend(id))).toBe('PERSON_STATE_REFUSES');
    expect((await on('resumePerson(ID)', id)).data!['resumePerson']).toMatchObject({ state: 'active' });
    expect(codeOf(await on('resumePerson(ID)', id))).toBe('PERSON_STATE_REFUSES');
    const entries = await identity.sql<{ operation: string; outcome: string }>(
      `select operation, outcome, county_code, details from audit_entry where target_id = $1 order by id`,
      [id],
    );
    expect(entries.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
      ...['createPerson done', 'changePerson done', 'suspendPerson done', 'suspendPerson refused'],
      ...['resumePerson done', 'resumePerson refused'],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/钱某|19900000321|离职/);
  });

  it('keep telephone numbers sealed', async () => {
    const id = await made({ phone: '19900000322' });
    const [row] = await identity.sql<{ phone: string | null; phone_sealed: Buffer }>(
      'select * from person where id = $1',
      [id],
    );
    expect(row!.phone).toBeNull();
    expect(row!.phone_sealed.toString('latin1')).not.toContain('19900000322');
  });

  it('are listed by state, and those without a position apart', async () => {
    const id = await made({ name: '待命人' });
    await suspend(id);
    const list = async (filter: object) =>
      (
        await identity.ask<{ people: { nodes: { id: string }[] } }>(
          'query ($filter: PeopleFilter) { people(filter: $filter, first: 100) { nodes { id } } }',
          { filter },
          admin(),
        )
      ).data!.people.nodes.map((node) => node.id);
    expect(await list({ withoutPosition: true, state: 'suspended', search: '待命' })).toEqual([id]);
    expect(await list({ withoutPosition: true, state: 'active', search: '待命' })).toEqual([]);
    expect(await list({ search: '待命' })).toEqual([]);
  });

  it.each<[string, object, string, string]>([
    ['a user name that is taken', { username: 'grid-li' }, 'PERSON_EXISTS', 'input.username'],
    ['an odd user name', { username: '李 四' }, 'INPUT_INVALID', 'input.username'],
    ['no name', { name: '  ' }, 'INPUT_INVALID', 'input.name'],
    ['a name of two lines', { name: '李\n四' }, 'INPUT_INVALID', 'input.name'],
    ['too long a name', { name: '长'.repeat(65) }, 'TEXT_TOO_LONG', 'input.name'],
    ['a phone that is not one', { phone: '12345' }, 'PHONE_INVALID', 'input.phone'],
    ['another county', { homeCode: '990122' }, 'AREA_OUTSIDE_JURISDICTION', 'input.homeCode'],
    ['a home that is a town', { homeCode: '990121101' }, 'AREA_UNKNOWN', 'input.homeCode'],
  ])('are not made with %s, and nothing is half written', async (_, wrong, code, field) => {
    const standing = 'select (select count(*)::int from person) p, (select count(*)::int from keycloak_request) k';
    const before = await identity.sql(standing);
    for (const language of ['zh-CN', 'en']) {
      const answer = await create(wrong, admin(), language);
      expect(answer.errors?.[0]).toMatchObject({
        message: language === 'en' ? expect.stringMatching(/[a-z]/) : expect.stringMatching(/\p{Script=Han}/u),
        extensions: { code, field },
      });
    }
    expect(await identity.sql(standing)).toEqual(before);
  });

  it('are their own county’s: to another there is nobody', async () => {
    const id = await made();
    expect(codeOf(await suspend(id, neighbour))).toBe('NOT_FOUND');
    expect(codeOf(await on('changePerson(ID, input: { name: "x" })', id, neighbour))).toBe('NOT_FOUND');
    expect(codeOf(await suspend('x'))).toBe('NOT_FOUND');
    const seen = await identity.ask(`{ person(id: "${id}") { name } }`, {}, neighbour);
    expect(seen.data).toEqual({ person: null });
  });

  it('are a town’s only where they work wholly in it', async () => {
    const id = await made();
    const appoint = (areaCode: string) =>
      identity.ask<{ appointPosition: { id: string } }>(
        'mutation ($input: AppointPositionInput!) { appointPosition(input: $input) { id } }',
        { input: { personId: id, role: 'gridMember', areaCode } },
        admin(),
      );
    expect(codeOf(await suspend(id, townAdmin))).toBe('AREA_OUTSIDE_JURISDICTION');
    await appoint(GRID);
    expect((await on('changePerson(ID, input: { name: "镇里的" })', id, townAdmin)).errors).toBeUndefined();
    await appoint('990121102201001');
    expect(codeOf(await suspend(id, townAdmin))).toBe('AREA_OUTSIDE_JURISDICTION');
  });

  it('are for administrators alone, and nobody suspends themselves', async () => {
    expect(codeOf(await create({}, gridMember()))).toBe('FORBIDDEN');
    expect(codeOf(await suspend(signedInAs('grid-li').subject, gridMember()))).toBe('FORBIDDEN');
    expect(codeOf(await suspend(admin().subject))).toBe('INPUT_INVALID');
  });

  it('move wholly or not at all', async () => {
    const id = await made();
    const appointed = await identity.ask<{ appointPosition: { id: string } }>(
      'mutation ($input: AppointPositionInput!) { appointPosition(input: $input) { id } }',
      { input: { personId: id, role: 'gridMember', areaCode: GRID } },
      admin(),
    );
    const position = appointed.data!.appointPosition.id;
    const move = (input: object) =>
      identity.ask<{ movePosition: { validFrom: string } }>(
        'mutation ($id: ID!, $input: MovePositionInput!) { movePosition(id: $id, input: $input) { validFrom } }',
        { id: position, input },
        admin(),
      );
    const held = () => identity.sql('select id, role, area_code, valid_to from position where person_id = $1', [id]);
    const before = await held();
    expect(codeOf(await move({ role: 'gridMember', areaCode: '990121101201999' }))).toBe('AREA_UNKNOWN');
    expect(codeOf(await move({ role: 'townCentre', areaCode: GRID }))).toBe('INPUT_INVALID');
    expect(codeOf(await move({ role: 'gridMember', areaCode: '990122101201001' }))).toBe('AREA_OUTSIDE_JURISDICTION');
    expect(await held()).toEqual(before);
    const { data } = await move({ role: 'villageSecretary', areaCode: GRID.slice(0, 12) });
    expect(await held()).toContainEqual(
      expect.objectContaining({ id: position, valid_to: new Date(data!.movePosition.validFrom) }),
    );
    expect(codeOf(await move({ role: 'villagePolice', areaCode: GRID.slice(0, 12) }))).toBe('POSITION_ENDED');
  });
});
