import { scopeOf, asSystem, withScope, NOBODY, type RowScope } from '@yiwang/platform/row-scope';
import type { Position } from '@yiwang/platform/auth';
import type { Role } from '@yiwang/contracts/roles';
import { DataSource } from 'typeorm';
import { departmentsTrial, type DepartmentsTrial } from './county.js';

const scope = (role: Role & Position['role'], areaCode: string, unitCode: string | null = null): RowScope =>
  scopeOf({ subject: `${role} of ${areaCode}`, roles: [role] }, [{ id: 'p', role, areaCode, unitCode }]);

const OFFICE = scope('administrator', '990121');
const NEIGHBOUR = scope('administrator', '990122');
const HANDLER = scope('departmentHandler', '990121', 'education');
const OTHER_UNIT = scope('departmentHandler', '990121', 'transport');
const CITY = scope('administrator', '9901');

const INSERTS: readonly (readonly [table: string, statement: string])[] = [
  ['unit', `insert into unit (code, name, kind, area_code) values (left('x' || md5(random()::text), 20), 'x', 'department', '990121')`],
  ['category', `insert into category (code, level, zh, en, county_code) values (left('x' || md5(random()::text), 20), 1, md5(random()::text), 'x', '990121')`],
  ['power', `insert into power (code, county_code, domain_code, name, legal_ground, level) values (left('x' || md5(random()::text), 20), '990121', 'education', 'x', 'x', 'county')`],
  ['routing_decision', `insert into routing_decision (idempotency_key, county_code, area_code, kind, unit_code, decided_by, decided_at) values (md5(random()::text), '990121', '990121', 'dispatch', 'education', 'x', now())`],
  ['routing_rule', `insert into routing_rule (county_code, area_code, unit_code, valid_from, valid_until, reason, made_by, made_at) values ('990121', '990121', 'education', '2020-01-01', '2020-01-01', 'x', 'x', now())`],
  ['response_template', `insert into response_template (county_code, name, text, changed_by, changed_at) values ('990121', md5(random()::text), 'x', 'x', now())`],
  ['duty_shift', `insert into duty_shift (county_code, date, starts_at, ends_at, origin, provisional) values ('990121', (select coalesce(max(date), '2030-01-01') + 1 from duty_shift), now(), now() + interval '1 hour', 'turn', false)`],
];

/** What the service's own role reaches when code has forgotten to ask: the policies alone. */
describe('rows of departments in PostgreSQL', () => {
  let departments: DepartmentsTrial;
  let source: DataSource;
  const as = <T extends object>(who: RowScope, sql: string, values: unknown[] = []) => withScope(who, () => source.query<T[]>(sql, values));
  const ask = async (isOpen: boolean, answered: boolean): Promise<string> => {
    const [row] = await asSystem('consultations', () =>
      source.query<{ id: string }[]>(
        `insert into consultation (id, number, starter, idempotency_key, content_hash, county_code, area_code, question, unit_code, state, is_open, asked_at, waiting_since, answered_at)
         values (gen_random_uuid(), md5(random()::text), 'public', md5(random()::text), '\\x00', '990121', '990121', 'q', 'education', 'waiting', $1, now(), now(), case when $2 then now() end) returning id`,
        [isOpen, answered],
      ),
    );
    return row!.id;
  };
  const sees = async (who: RowScope, id: string): Promise<boolean> => (await as(who, 'select 1 from consultation where id = $1', [id])).length === 1;

  beforeAll(async () => {
    departments = await departmentsTrial();
    source = departments.app.get(DataSource, { strict: false });
  }, 120_000);
  afterAll(() => departments?.close());

  it.each(INSERTS)('%s is written by the county’s office and the city, and by no neighbour, resident or nobody', async (_, statement) => {
    await expect(as(OFFICE, statement)).resolves.toBeDefined();
    await expect(as(CITY, statement)).resolves.toBeDefined();
    for (const who of [NEIGHBOUR, NOBODY, scopeOf({ subject: 'r', roles: ['resident'] }, [])]) {
      await expect(as(who, statement)).rejects.toThrow(/row-level security/);
    }
  });

  it.each(['routing_rule', 'routing_decision', 'response_template', 'duty_swap', 'catalogue_import'])('%s of another county is not there', async (table) => {
    const mine = await as<{ n: number }>(OFFICE, `select count(*)::int n from ${table} where county_code = '990121'`);
    const theirs = await as<{ n: number }>(NEIGHBOUR, `select count(*)::int n from ${table} where county_code = '990121'`);
    const all = await departments.sql<{ n: number }>(`select count(*)::int n from ${table} where county_code = '990121'`);
    expect([mine[0]!.n, theirs[0]!.n]).toEqual([all[0]!.n, 0]);
  });

  it('a consultation is its unit’s and its county office’s, and everybody’s once answered in the open', async () => {
    const [waiting, answered, closed] = [await ask(true, false), await ask(true, true), await ask(false, true)];
    const reach = async (who: RowScope) => Promise.all([waiting, answered, closed].map((id) => sees(who, id)));
    expect(await reach(HANDLER)).toEqual([true, true, true]);
    expect(await reach(OFFICE)).toEqual([true, true, true]);
    expect(await reach(OTHER_UNIT)).toEqual([false, true, false]);
    expect(await reach(NEIGHBOUR)).toEqual([false, true, false]);
    expect(await reach(NOBODY)).toEqual([false, true, false]);
    expect(await reach({ ...NOBODY, granted: [waiting] })).toEqual([true, true, false]);
  });

  it('what everybody may read nobody else may change', async () => {
    const open = await ask(true, true);
    for (const who of [OTHER_UNIT, NEIGHBOUR, NOBODY]) {
      const changed = await as<{ id: string }>(who, `update consultation set question = 'spoilt' where id = $1 returning id`, [open]);
      expect(changed.flat().filter((row) => typeof row === 'object')).toEqual([]);
    }
    expect(await departments.sql('select question from consultation where id = $1', [open])).toEqual([{ question: 'q' }]);
  });

  it('nothing that was decided or said is ever rewritten by the service', async () => {
    for (const statement of [`update routing_decision set note = 'x'`, 'delete from routing_rule', 'delete from consultation', `update consultation_entry set text = 'x'`]) {
      await expect(as(OFFICE, statement)).rejects.toThrow(/permission denied/);
    }
  });
});
