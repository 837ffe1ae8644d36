import { dataSourceOptions } from '@yiwang/platform/database';
import { NOBODY, asSystem, scopeOf, withScope, type RowScope } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { ownSchema } from '../src/schema.js';
import { testIdentity, type TestIdentity } from './county.js';

const ids = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

/** Every table that is about people, places or outside systems, filled in two counties. */
const TABLES = ['person', 'position', 'absence', 'deputy', 'client', 'client_usage', 'resident', 'proxy'];
const CLOSED = ['phone_code', 'keycloak_request', 'keycloak_account', 'keycloak_cursor', 'mailbox', 'notification'];

describe('rows of identity under the service’s own role', () => {
  let identity: TestIdentity;
  let service: DataSource;
  beforeAll(async () => {
    identity = await testIdentity();
    for (const [n, county] of [
      [1, '990121'],
      [3, '990122'],
    ] as const) {
      const [one, other, client, resident] = [ids(n), ids(n + 1), ids(n + 5), ids(n + 6)];
      const grid = `${county}101201001`;
      await identity.sql(
        `insert into person (id, username, name, home_code) values ($1::uuid, $1::text, '甲', $3), ($2::uuid, $2::text, '乙', $3)`,
        [one, other, county],
      );
      await identity.sql(
        `insert into position (id, person_id, role, area_code, valid_from)
         values (gen_random_uuid(), $1, 'gridMember', $2, '2026-01-01')`,
        [one, grid],
      );
      await identity.sql(
        `insert into absence (id, person_id, valid_from, valid_to, reason)
         values (gen_random_uuid(), $1, now() + interval '9 days', now() + interval '10 days', '假')`,
        [one],
      );
      await identity.sql(
        `insert into deputy (id, person_id, deputy_id, valid_from, valid_to)
         values (gen_random_uuid(), $1, $2, now(), now() + interval '10 days')`,
        [one, other],
      );
      await identity.sql(`insert into client (subject, client_id, name, home_code) values ($1::uuid, $1::text, '系统', $2)`, [
        client,
        county,
      ]);
      await identity.sql(`insert into client_usage (subject, day, started) values ($1, '2026-11-01', 1)`, [client]);
      await identity.sql(`insert into resident (id, area_code) values ($1, $2)`, [resident, grid]);
      await identity.sql(
        `insert into proxy (id, resident_id, person_id, area_code, means, consented_at, recorded_by, valid_to)
         values (gen_random_uuid(), $1, $2, $3, 'spoken', now(), $2, now() + interval '9 days')`,
        [resident, one, grid],
      );
    }
    service = await new DataSource(dataSourceOptions(ownSchema, { url: identity.config.DATABASE_URL })).initialize();
  }, 120_000);
  afterAll(async () => {
    await service?.destroy();
    await identity?.close();
  });

  const scope = (areaCode: string, role: 'gridMember' | 'administrator' | 'cityCentre'): RowScope =>
    scopeOf({ subject: ids(9), roles: [role] }, [{ id: ids(9), role, areaCode, unitCode: null }]);
  const count = async (table: string, as: RowScope): Promise<number> =>
    withScope(as, async () => {
      const [row] = await service.query<{ n: number }[]>(`select count(*)::int as n from ${table}`);
      return row!.n;
    });
  const whole = async (table: string) =>
    (await identity.sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;

  it.each(TABLES)('of %s are one county’s or the other’s, and the city’s', async (table) => {
    const [here, there, city] = await Promise.all([
      count(table, scope('990121101', 'gridMember')),
      count(table, scope('990122', 'administrator')),
      count(table, scope('9901', 'cityCentre')),
    ]);
    expect(here).toBeGreaterThan(0);
    expect(there).toBeGreaterThan(0);
    // People and positions of the city itself are seen from both counties.
    const shared = table === 'person' || table === 'position' ? 1 : 0;
    expect(here + there - shared).toBe(await whole(table));
    expect(city).toBe(await whole(table));
  });

  it.each([...TABLES, ...CLOSED])('of %s are nobody’s without a scope', async (table) => {
    expect(await count(table, NOBODY)).toBe(0);
  });

  it.each(CLOSED)('of %s are reached by no administrator', async (table) => {
    await asSystem('keycloak', () => service.query('select 1'));
    expect(await count(table, scope('9901', 'administrator'))).toBe(0);
  });

  it('are not written across: an update finds nothing, an insert is refused', async () => {
    await withScope(scope('990121', 'administrator'), async () => {
      await service.query(`update person set name = '改' where id = $1`, [ids(3)]);
      await expect(
        service.query(
          `insert into position (id, person_id, role, area_code, valid_from)
           values (gen_random_uuid(), $1, 'administrator', '990122', now())`,
          [ids(1)],
        ),
      ).rejects.toThrow(/row-level security/);
      await expect(
        service.query(`insert into person (id, username, name, home_code) values ($1, 'x', 'x', '990122')`, [ids(8)]),
      ).rejects.toThrow(/row-level security/);
    });
    expect(await identity.sql('select name from person where id = $1', [ids(3)])).toEqual([{ name: '甲' }]);
  });

  it('are not written by whoever is no administrator, but for their own', async () => {
    await withScope(scope('990121', 'gridMember'), async () => {
      await service.query(`update position set valid_to = now() where person_id = $1`, [ids(1)]);
      await service.query(`delete from absence where person_id = $1`, [ids(1)]);
    });
    expect(await identity.sql('select 1 from position where person_id = $1 and valid_to is null', [ids(1)])).toHaveLength(1);
    expect(await identity.sql('select 1 from absence where person_id = $1', [ids(1)])).toHaveLength(1);
  });
});
