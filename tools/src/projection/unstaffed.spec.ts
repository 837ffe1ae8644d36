import { testDatabase, type TestDatabase } from '@yiwang/testing/postgres';
import pg from 'pg';
import { unstaffedCases } from './unstaffed.js';

/** As far as the question goes: the services' own migrations are not for tools to run. */
const TABLES = `
create schema cases; create schema identity;
create table cases.case_file (number text primary key, closed_at timestamptz, about_whom jsonb);
create table cases.task (id text primary key, case_number text, state text default 'open', roles text[], area_code text,
  unit_code text, subjects text[], excluded_subjects text[] default '{}', excluded_units text[] default '{}', due_at timestamptz default now());
create function cases.is_concerned(about jsonb, subject text, positions jsonb) returns boolean language sql immutable return
  coalesce(about->>'subject' = subject, false);
create table identity.person (id uuid primary key, state text default 'active');
create table identity.position (person_id uuid, role text, area_code text, unit_code text, valid_from timestamptz default '2020-01-01', valid_to timestamptz);`;
const [WANG, LI, GONE] = ['1', '2', '3'].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [string, string, string];

describe('tasks that nobody can take', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await testDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(TABLES);
    await client.query(`insert into identity.person values ($1, 'active'), ($2, 'active'), ($3, 'suspended')`, [WANG, LI, GONE]);
    await client.query(
      `insert into identity.position (person_id, role, area_code, unit_code, valid_to) values
         ($1, 'villageSecretary', '990121001001', null, null), ($2, 'gridMember', '990121001001001', null, null),
         ($3, 'stationedCadre', '990121001001', null, null), ($2, 'departmentHandler', '990121', 'water', '2021-01-01')`,
      [WANG, LI, GONE],
    );
  }, 90_000);
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  it.each<[string, { roles: string[]; area: string; unit?: string; about?: object; subjects?: string[]; excluded?: string[]; closed?: boolean }, boolean]>([
    ['a village’s secretary in office', { roles: ['villageSecretary'], area: '990121001001001' }, false],
    ['any grid member of the village', { roles: ['gridMember'], area: '990121001001' }, false],
    ['a village without anybody', { roles: ['villageSecretary'], area: '990121001002' }, true],
    ['a unit whose last one left', { roles: ['departmentHandler'], area: '990121', unit: 'water' }, true],
    ['somebody suspended', { roles: ['stationedCadre'], area: '990121001001' }, true],
    ['only whom it is about', { roles: ['villageSecretary'], area: '990121001001', about: { subject: WANG } }, true],
    ['a person who is not there', { roles: ['villageSecretary'], area: '990121001001', subjects: [LI] }, true],
    ['only whoever handled it before', { roles: ['villageSecretary'], area: '990121001001', excluded: [WANG] }, true],
    ['nobody, of a case that is closed', { roles: ['villageSecretary'], area: '990121001002', closed: true }, false],
  ])('%s', async (name, { roles, area, unit, about, subjects, excluded, closed }, isFound) => {
    await client.query('insert into cases.case_file values ($1, $2, $3)', [name, closed ? new Date() : null, about ?? null]);
    await client.query(
      'insert into cases.task (id, case_number, roles, area_code, unit_code, subjects, excluded_subjects) values ($1, $1, $2, $3, $4, $5, $6)',
      [name, roles, area, unit ?? null, subjects ?? null, excluded ?? []],
    );
    const found = await unstaffedCases(database.url, [name]);
    expect(found.map(({ caseNumber, problem }) => ({ caseNumber, problem }))).toEqual(isFound ? [{ caseNumber: name, problem: 'unstaffed' }] : []);
  });
});
