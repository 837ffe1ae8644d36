import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { KeycloakSync } from '../src/keycloak/keycloak-sync.js';
import { Reconciler } from '../src/keycloak/reconciler.js';
import { admin, testIdentity, type TestIdentity } from './county.js';
import { keycloakUnderTest, type KeycloakUnderTest } from './keycloak-under-test.js';

const SECONDS = 10_000;
const GRID = '990121101201001';

async function eventually(what: string, question: () => Promise<boolean>, limitMs = SECONDS): Promise<void> {
  const until = Date.now() + limitMs;
  while (!(await question())) {
    if (Date.now() > until) throw new Error(`${what} did not happen within ${limitMs / 1_000} s`);
    await pause(100);
  }
}

describe('people here and in Keycloak', () => {
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

  const must = async <T>(mutation: string, variables: object): Promise<T> => {
    const { data, errors } = await identity.ask<T>(mutation, variables as Record<string, unknown>, admin());
    if (errors) throw new Error(JSON.stringify(errors));
    return data!;
  };
  const create = async (name = '试用人') => {
    const input = { username: `try-${randomBytes(6).toString('hex')}`, name, phone: '19900000777' };
    const made = await must<{ createPerson: { id: string } }>(
      'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { id state } }',
      { input },
    );
    return { ...input, id: made.createPerson.id };
  };
  const appoint = (personId: string, role = 'gridMember', areaCode = GRID) =>
    must<{ appointPosition: { id: string } }>(
      'mutation ($input: AppointPositionInput!) { appointPosition(input: $input) { id } }',
      { input: { personId, role, areaCode } },
    ).then(({ appointPosition }) => appointPosition.id);
  const suspend = (id: string) =>
    must('mutation ($id: ID!) { suspendPerson(id: $id, reason: "调离") { state } }', { id });
  const resume = (id: string) => must('mutation ($id: ID!) { resumePerson(id: $id) { state } }', { id });
  const there = (id: string) => keycloak.byHand.users.findOne({ id });
  const doorsOf = async (id: string): Promise<string[]> =>
    (await keycloak.byHand.users.listRealmRoleMappings({ id })).map(({ name }) => name!).toSorted();
  const stateOf = async (id: string) =>
    (await identity.sql<{ state: string; reason: string }>(
      'select state, suspended_reason as reason from person where id = $1',
      [id],
    ))[0]!;
  const mended = (id: string) =>
    identity.sql<{ details: { do: string; cause: string; found?: string[] } }>(
      `select details from audit_entry where operation = 'reconcileAccount' and target_id = $1 order by id`,
      [id],
    );
  const noted = (id: string) => identity.sql('select 1 from keycloak_request where person_id = $1', [id]);
  const sweep = () => {
    const sync = identity.app.get(KeycloakSync);
    const source = identity.app.get(DataSource, { strict: false });
    return new Reconciler(source, sync.keycloak!, sync.accounts!).sweep();
  };

  it('are made there under the same id within seconds, and named and given doors as here', async () => {
    const { id, username } = await create('新来的');
    await eventually('the user', async () => (await there(id))?.username === username);
    expect(await there(id)).toMatchObject({ firstName: '新来的', enabled: true });
    expect(await doorsOf(id)).toEqual([]);
    await must('mutation ($id: ID!) { changePerson(id: $id, input: { name: "改过名" }) { name } }', { id });
    const position = await appoint(id);
    await eventually('name and door', async () => {
      return (await there(id))?.firstName === '改过名' && (await doorsOf(id)).includes('gridMember');
    });
    await must(
      `mutation ($id: ID!, $input: MovePositionInput!) { movePosition(id: $id, input: $input) { id } }`,
      { id: position, input: { role: 'villageSecretary', areaCode: GRID.slice(0, 12) } },
    );
    await eventually('the other door', async () => (await doorsOf(id)).join() === 'villageOfficial');
    expect(await mended(id)).toEqual([]);
  });

  it('are shut out within seconds when suspended here: disabled, sessions ended, tokens refused', async () => {
    const { id, username } = await create();
    await appoint(id);
    await eventually('the user', async () => (await there(id)) !== undefined && (await there(id)) !== null);
    const token = await identity.issuer.token({ subject: id, username, roles: ['gridMember'] });
    expect((await identity.ask('{ people { nodes { id } } }', {}, token)).errors).toBeUndefined();
    await suspend(id);
    const refused = await identity.ask('{ people { nodes { id } } }', {}, token);
    expect(refused.errors?.[0]?.extensions.code).toBe('ACCOUNT_SUSPENDED');
    expect((await identity.ask('{ myPositions { id } }', {}, token)).errors?.[0]?.extensions.code).toBe('ACCOUNT_SUSPENDED');
    await eventually('disabling', async () => (await there(id))?.enabled === false);
    await eventually('the end of sessions', async () => ((await there(id)) as { notBefore: number }).notBefore > 0);
    await resume(id);
    await eventually('enabling', async () => (await there(id))?.enabled === true);
    expect(await stateOf(id)).toEqual({ state: 'active', reason: null });
  });

  it('lose nothing while Keycloak is away, and are in step once it is back', async () => {
    keycloak.cut();
    const { id } = await create('断网时');
    await appoint(id);
    await suspend(id);
    await resume(id);
    await pause(1_500);
    expect(await there(id)).toBeFalsy();
    expect(await noted(id)).toHaveLength(1);
    keycloak.mend();
    await eventually('the user', async () => (await there(id))?.enabled === true, 30_000);
    await eventually('the door', async () => (await doorsOf(id)).includes('gridMember'));
    await eventually('the end of the note', async () => (await noted(id)).length === 0);
  });

  it('are suspended here when somebody disables them there, and stay so when somebody enables them there', async () => {
    const { id } = await create();
    await eventually('the user', async () => (await noted(id)).length === 0);
    await keycloak.byHand.users.update({ id }, { enabled: false });
    await eventually('the suspension', async () => (await stateOf(id)).state === 'suspended');
    expect((await stateOf(id)).reason).toContain('Keycloak');
    expect((await mended(id))[0]!.details).toMatchObject({ do: 'suspendHere', cause: 'event' });
    await eventually('the end of the note', async () => (await noted(id)).length === 0);
    await keycloak.byHand.users.update({ id }, { enabled: true });
    await eventually('disabling again', async () => (await there(id))?.enabled === false);
    expect((await stateOf(id)).state).toBe('suspended');
    await resume(id);
    await eventually('enabling', async () => (await there(id))?.enabled === true);
  });

  it('keep the doors of their positions, whoever gives or takes others there', async () => {
    const { id } = await create();
    await appoint(id);
    await eventually('the door', async () => (await noted(id)).length === 0);
    const [leader, member] = await Promise.all(
      ['leader', 'gridMember'].map((name) => keycloak.byHand.roles.find().then((all) => all.find((r) => r.name === name)!)),
    );
    const mapping = (role: typeof leader) => ({ id, roles: [{ id: role!.id!, name: role!.name! }] });
    await keycloak.byHand.users.addRealmRoleMappings(mapping(leader));
    await keycloak.byHand.users.delRealmRoleMappings(mapping(member));
    await eventually('mending', async () => (await doorsOf(id)).join() === 'gridMember');
    await eventually('its entry', async () => (await mended(id)).some(({ details }) => details.do === 'roles'));
  });

  it('are found by the sweep where no event told of a change: name, doors, deletion, a stranger with a door', async () => {
    const [named, gone] = [await create('本名'), await create()];
    await eventually('the users', async () => (await noted(named.id)).length + (await noted(gone.id)).length === 0);
    // Nobody reads events meanwhile.
    const loops = identity.app.get(KeycloakSync);
    await loops.onApplicationShutdown();
    try {
      await keycloak.byHand.users.update({ id: named.id }, { firstName: '别名' });
      await keycloak.byHand.users.del({ id: gone.id });
      const stranger = '77777777-0000-4000-8000-000000000777';
      await keycloak.byHand.realms.partialImport({
        realm: 'yiwang',
        rep: {
          ifResourceExists: 'OVERWRITE',
          users: [{ id: stranger, username: 'stranger', enabled: true, realmRoles: ['administrator', 'resident'] }],
        },
      });
      const names = await sweep();
      expect(names).toEqual(expect.arrayContaining([named.id, gone.id, stranger]));
      expect(await there(named.id)).toMatchObject({ firstName: '本名' });
      expect(await there(gone.id)).toMatchObject({ username: gone.username, enabled: true });
      expect(await doorsOf(stranger)).toEqual(['resident']);
      expect((await mended(named.id))[0]!.details).toMatchObject({ do: 'change', found: ['name'], cause: 'sweep' });
      expect((await mended(gone.id))[0]!.details).toMatchObject({ do: 'add', cause: 'sweep' });
      expect(await sweep()).toEqual([]);
      if (keycloak.isReal) await keycloak.byHand.users.del({ id: stranger });
    } finally {
      loops.onApplicationBootstrap();
    }
  }, 60_000);

  it('open a door when a position begins, without anybody saying so', async () => {
    const { id } = await create();
    const validFrom = new Date(Date.now() + 3_000).toISOString();
    await must('mutation ($input: AppointPositionInput!) { appointPosition(input: $input) { id } }', {
      input: { personId: id, role: 'gridMember', areaCode: GRID, validFrom },
    });
    await eventually('the user', async () => (await noted(id)).length === 0);
    expect(await doorsOf(id)).toEqual([]);
    await eventually('the door', async () => (await doorsOf(id)).includes('gridMember'), 15_000);
  });

  it('leave each sign-in on the audit trail once', async () => {
    const { id } = await create();
    await eventually('the user', async () => (await noted(id)).length === 0);
    await keycloak.signIn(id);
    const entries = () => identity.sql(`select 1 from audit_entry where operation = 'signIn' and actor_subject = $1`, [id]);
    await eventually('the entry', async () => (await entries()).length > 0);
    await pause(2_500);
    expect(await entries()).toHaveLength(1);
  });

  it('get a password that is shown once, and none while Keycloak is away', async () => {
    const { id } = await create();
    const issue = () => identity.ask<{ issuePassword: string }>('mutation ($id: ID!) { issuePassword(id: $id) }', { id }, admin());
    const first = await issue();
    expect(first.data!.issuePassword).toMatch(/^\w{14}$/);
    expect(JSON.stringify(await identity.sql('select * from audit_entry'))).not.toContain(first.data!.issuePassword);
    keycloak.cut();
    expect((await issue()).errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  });
});
