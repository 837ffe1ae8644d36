import { randomUUID } from 'node:crypto';
import { dataSourceOptions } from '@yiwang/platform/database';
import { NOBODY, scopeOf, withScope, type RowScope } from '@yiwang/platform/row-scope';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { DataSource } from 'typeorm';
import { ownSchema } from '../src/schema.js';
import { admin, gridMember, testIdentity, type TestIdentity } from './county.js';

const SEARCH = `query ($filter: AuditFilterInput, $after: String, $first: Int) {
  identityAudit(filter: $filter, after: $after, first: $first) {
    items { id operation outcome errorCode actorSubject targetType targetId countyCode isChained } endCursor } }`;
const CREATE = 'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { id } }';
const SUSPEND = 'mutation ($id: ID!) { suspendPerson(id: $id, reason: "离职") { id } }';

interface Page {
  items: { id: string; operation: string; outcome: string; errorCode: string | null; targetId: string | null; countyCode: string | null; isChained: boolean }[];
  endCursor: string | null;
}

describe('searching the audit of identity', () => {
  let identity: TestIdentity;
  let service: DataSource;
  beforeAll(async () => {
    identity = await testIdentity();
    service = await new DataSource(dataSourceOptions(ownSchema, { url: identity.config.DATABASE_URL })).initialize();
  }, 120_000);
  afterAll(async () => {
    await service?.destroy();
    await identity?.close();
  });

  const search = (variables: object, as: TokenWishes = admin()) => identity.ask<{ identityAudit: Page }>(SEARCH, { ...variables }, as);
  const found = async (filter: object, as?: TokenWishes) => {
    const { data, errors } = await search({ filter }, as);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.identityAudit.items;
  };
  const created = async (): Promise<string> => {
    const input = { username: `u-${randomUUID().slice(0, 8)}`, name: '钱某某' };
    const { data, errors } = await identity.ask<{ createPerson: { id: string } }>(CREATE, { input }, admin());
    if (!data?.createPerson) throw new Error(JSON.stringify(errors));
    return data.createPerson.id;
  };
  const forged = (operation: string, county: string | null) =>
    identity.sql(`insert into audit_entry (operation, outcome, actor_kind, county_code) values ($1, 'done', 'person', $2)`, [operation, county]);
  /** An administrator of another county, whom identity knows. */
  const neighbour = async (): Promise<TokenWishes> => {
    const id = randomUUID();
    await identity.sql(`insert into person (id, username, name, home_code) values ($1::uuid, $1::text, '乙', '990122')`, [id]);
    await identity.sql(
      `insert into position (id, person_id, role, area_code, valid_from) values (gen_random_uuid(), $1, 'administrator', '990122', now() - interval '1 day')`,
      [id],
    );
    return { subject: id, roles: ['administrator'] };
  };

  it('shows what was done to somebody and by whom, the newest first and without their name', async () => {
    const id = await created();
    await identity.ask(SUSPEND, { id }, admin());
    const entries = await found({ targetType: 'person', targetId: id, actor: admin().subject });
    expect(entries.map(({ operation, outcome, countyCode }) => [operation, outcome, countyCode])).toEqual([
      ['suspendPerson', 'done', '990121'],
      ['createPerson', 'done', '990121'],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/钱某某|离职/);
  });

  it('finds refusals by their outcome, of whoever has their posts in the county', async () => {
    await identity.ask(SUSPEND, { id: await created() }, gridMember());
    const refused = await found({ outcome: 'refused', actor: gridMember().subject });
    expect(refused).toMatchObject([{ operation: 'suspendPerson', errorCode: 'FORBIDDEN', countyCode: '990121' }]);
  });

  it('pages by cursor and by operation', async () => {
    const ids = [await created(), await created(), await created()];
    const first = (await search({ filter: { operations: ['createPerson'] }, first: 2 })).data!.identityAudit;
    expect(first.items.map(({ targetId }) => targetId)).toEqual([ids[2], ids[1]]);
    const next = (await search({ filter: { operations: ['createPerson'] }, first: 2, after: first.endCursor })).data!.identityAudit;
    expect(next.items[0]!.targetId).toBe(ids[0]);
  });

  it('keeps counties apart, in code and in PostgreSQL', async () => {
    const operation = `placed-${randomUUID()}`;
    for (const county of ['990121', '990122', null]) await forged(operation, county);
    const there = await neighbour();
    const counties = async (as?: TokenWishes) => (await found({ operations: [operation] }, as)).map(({ countyCode }) => countyCode);
    expect(await counties()).toEqual(['990121']);
    expect(await counties(there)).toEqual(['990122']);
    expect((await search({ filter: { countyCode: '990121' } }, there)).errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');

    const stored = (as: RowScope) =>
      withScope(as, () => service.query<{ county: string }[]>('select county_code as county from audit_entry where operation = $1', [operation]));
    const post = (areaCode: string, role: 'administrator' | 'countyCentre') => scopeOf({ subject: 'x', roles: [role] }, [{ id: 'x', role, areaCode, unitCode: null }]);
    expect(await stored(post('990121', 'administrator'))).toEqual([{ county: '990121' }]);
    expect(await stored(post('990121', 'countyCentre'))).toEqual([]);
    expect(await stored(NOBODY)).toEqual([]);
    expect(await withScope(post('990121', 'administrator'), () => service.query('select * from audit_block'))).toEqual([]);
  });

  it('is refused to grid members', async () => {
    expect((await search({}, gridMember())).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('leaves the linker to chain what was written', async () => {
    const id = await created();
    const isChained = async (): Promise<boolean> => (await found({ targetType: 'person', targetId: id }))[0]!.isChained || isChained();
    expect(await isChained()).toBe(true);
  }, 30_000);
});
