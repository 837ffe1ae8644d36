import { randomUUID } from 'node:crypto';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { NOBODY, asSystem, granting, scopeOf, withScope, type RowScope } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { COUNTY, GRID, OTHER_TOWN, OTHER_VILLAGE, ROADS, TOWN, VILLAGE, WATER, casesStand, type Stand } from './stand.js';

const OTHER_COUNTY = '990122';

/** Tables and views that the service's role may touch although no rules hold for them, and why. */
const OPEN: Record<string, string> = {
  migration: 'which migrations have run',
  public_matter_shown: 'what anybody may read of a matter that was made public: its title, stage and place, and how many said it is theirs too',
};

const UNPROTECTED = `
select relname as name from pg_class
where relnamespace = 'cases'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') and not relrowsecurity
  and has_table_privilege('yiwang_cases', oid, 'select, insert, update, delete')`;

/** A case with one row in every table that says something of it: `$1` number, `$2` area, `$3` whom it is about. */
const ROWS = [
  `insert into case_file (number, county_code, area_code, stage, kind, channel, text, received_at, policy_version, about_whom,
     response_due_at, resolution_due_at, first_due_at, starter, reporter_subject, starter_kind, idempotency_key, content_hash, signature)
   values ($1, left($2, 6), $2, 'received', 'complaint', 'web', '路灯不亮', now(), 1, $3, now(), now(), now(), $1 || '-starter',
     $1 || '-reporter', 'person', $1, '', '')`,
  `insert into task (id, case_number, county_code, kind, state, workflow_id, roles, area_code, unit_code, holder_subject, round, due_at, opened_at)
   values ($1 || '-t1', $1, left($2, 6), 'contribute', 'completed', $1, '{departmentHandler}', left($2, 6), 'unit-water', null, 1, now(), now()),
     ($1 || '-t2', $1, left($2, 6), 'handle', 'accepted', $1, '{gridMember}', $2, null, $1 || '-holder', 1, now(), now())`,
  `insert into timeline_entry (case_number, county_code, type, at, actor_kind) values ($1, left($2, 6), 'received', now(), 'system')`,
  `insert into case_step values ($1, 's')`,
  `insert into clock_entry (case_number, seq, entry) values ($1, 1, '{}')`,
  `insert into case_mark (case_number, key, mark, clock, due_at, at, tier, roles, area_code)
   values ($1, 'k', 'red', 'response', now(), now(), 'grid', '{gridMember}', $2)`,
  `insert into case_record (case_number, kind, id, data, at) values ($1, 'attendance', 'm/p', '{}', now())`,
  `insert into attachment (case_number, uploaded_by, kind, media_type, bytes, sha256, storage_key) values ($1, $1 || '-uploader', 'image', 'image/png', 1, 'x', $1)`,
  `insert into start_outbox (case_number, input) values ($1, '{}')`,
  `insert into case_doubt (case_number, county_code, reason) values ($1, left($2, 6), 'overwritten')`,
  `insert into calendar_signal (case_number, version) values ($1, 1)`,
  `insert into notification (dedupe_key, type, recipient, case_number) values ($1, 'taskOpened', '{}', $1)`,
  `insert into mailbox (message_id, type, recipient, case_number, title, body)
   values ($1, 'taskOpened', jsonb_build_object('kind', 'role', 'roles', '["villageSecretary"]'::jsonb, 'areaCode', $2::text), $1, '', '')`,
];

/** Every one of them, by its case. */
const OF_CASE = Object.fromEntries(ROWS.map((sql) => /into (\w+)/.exec(sql)![1]!).map((table) => [table, table === 'case_file' ? 'number' : 'case_number']));
/** What whoever sees a case sees of it; the rest is the systems' own. */
const WITH_CASE = ['case_file', 'task', 'timeline_entry', 'case_step', 'clock_entry', 'case_mark', 'case_record', 'attachment'];
const NO_COLUMN = { case_file: 'title = title', attachment: 'bytes = bytes' } as Record<string, string>;

describe('what PostgreSQL lets the cases service see and change, whatever its code asks', () => {
  let cases: Stand;
  let source: DataSource;
  let number: string;
  let complaint: string;
  beforeAll(async () => {
    cases = await casesStand();
    source = cases.app.get(DataSource, { strict: false });
    number = await written(VILLAGE, null);
    complaint = await written(VILLAGE, { areaCode: VILLAGE, role: 'villageSecretary' });
    await written(`${OTHER_COUNTY}001001`, null);
  }, 120_000);
  afterAll(() => cases?.close());

  async function written(area: string, about: object | null): Promise<string> {
    const number = `case-${randomUUID()}`;
    for (const sql of ROWS) await cases.sql(sql, [number, area, about].slice(0, Math.max(...sql.match(/\$\d/g)!.map((p) => Number(p[1])))));
    return number;
  }
  const inPosition = (role: PositionRole, areaCode: string, unitCode: string | null = null, subject: string = randomUUID()): RowScope =>
    scopeOf({ subject, roles: [] }, [{ id: subject, role, areaCode, unitCode }]);
  const person = (subject: string): RowScope => scopeOf({ subject, roles: ['resident'] }, []);
  const granted = (scope: RowScope, ...keys: string[]): RowScope => withScope(scope, () => granting(keys, () => ({ ...scope, granted: keys })));

  /** In how many rows of the case each table lets itself be seen; none is left out. */
  async function seen(scope: RowScope, of: string): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const [table, column] of Object.entries(OF_CASE)) {
      const [row] = await withScope(scope, () => source.query<{ n: number }[]>(`select count(*)::int as n from ${table} where ${column} = $1`, [of]));
      if (row!.n > 0) found[table] = row!.n;
    }
    return found;
  }
  const rowsOfReader = { case_file: 1, task: 2, timeline_entry: 1, case_step: 1, clock_entry: 1, case_mark: 1, case_record: 1, attachment: 1 };
  const asOwner = async (of: string) =>
    Promise.all(Object.entries(OF_CASE).map(async ([table, column]) => cases.sql(`select * from ${table} where ${column} = $1`, [of])));

  it('has rules for every table that its role may touch', async () => {
    expect((await cases.sql<{ name: string }>(UNPROTECTED)).map(({ name }) => name).sort()).toEqual(Object.keys(OPEN).sort());
    expect(Object.keys(rowsOfReader).sort()).toEqual([...WITH_CASE].sort());
  });

  it('keeps the partitions of the timeline shut, those that are made later too', async () => {
    await cases.sql('select ensure_timeline_months(9)');
    const parts = await cases.sql<{ part: string }>(`select inhrelid::regclass::text as part from pg_inherits where inhparent = 'timeline_entry'::regclass`);
    expect(parts.length).toBeGreaterThan(9);
    const centre = inPosition('countyCentre', COUNTY);
    for (const { part } of parts) expect(await withScope(centre, () => source.query(`select * from ${part}`))).toEqual([]);
  });

  describe('opens a case and what belongs to it', () => {
    const readers: [string, () => RowScope][] = [
      ['to the county', () => inPosition('countyCentre', COUNTY)],
      ['to the city above it', () => inPosition('cityCentre', COUNTY.slice(0, 4))],
      ['to its village', () => inPosition('villageSecretary', VILLAGE)],
      ['to a grid member of the village', () => inPosition('gridMember', GRID)],
      ['to a unit that had a task of it', () => inPosition('departmentHandler', COUNTY, WATER)],
      ['to whoever holds a task of it', () => person(`${number}-holder`)],
      ['to whoever started it', () => person(`${number}-starter`)],
      ['to whoever reported it', () => person(`${number}-reporter`)],
      ['to whoever has shown its pickup code', () => granted(NOBODY, number)],
    ];
    it.each(readers)('%s', async (_, scope) => {
      const { mailbox, ...rest } = await seen(scope(), number);
      expect(rest).toEqual(rowsOfReader);
      expect(mailbox ?? 0).toBeLessThanOrEqual(1);
    });

    it('with a message only to those for whom it was', async () => {
      const messages = async (scope: RowScope) => (await seen(scope, number)).mailbox ?? 0;
      expect(await messages(inPosition('villageSecretary', VILLAGE))).toBe(1);
      expect(await messages(inPosition('administrator', COUNTY))).toBe(1);
      expect(await messages(inPosition('countyCentre', COUNTY))).toBe(0);
    });
  });

  describe('shows and changes nothing', () => {
    // A unit's code may be another county's too.
    const strangers: [string, () => RowScope, () => string][] = [
      ['for nobody', () => NOBODY, () => number],
      ['for a system of which the tables know nothing', () => ({ ...NOBODY, system: 'passer-by' }), () => number],
      ['for another county', () => inPosition('countyCentre', OTHER_COUNTY), () => number],
      ['for the administrator of another county', () => inPosition('administrator', OTHER_COUNTY), () => number],
      ['for another town', () => inPosition('townCentre', OTHER_TOWN), () => number],
      ['for another village', () => inPosition('villageSecretary', OTHER_VILLAGE), () => number],
      ['for a grid member of another village', () => inPosition('gridMember', `${OTHER_VILLAGE}001`), () => number],
      ['for another unit', () => inPosition('departmentHandler', COUNTY, ROADS), () => number],
      ['for a unit of that code elsewhere', () => inPosition('departmentHandler', OTHER_COUNTY, WATER), () => number],
      ['for another resident', () => person(randomUUID()), () => number],
      ['for another external system', () => inPosition('externalSystem', COUNTY), () => number],
      ['for whoever has shown the pickup code of another case', () => granted(NOBODY, complaint), () => number],
      ['for whom the case is about', () => inPosition('villageSecretary', VILLAGE), () => complaint],
    ];

    it.each(strangers)('%s', async (_, scope, which) => {
      const of = which();
      expect(await seen(scope(), of)).toEqual({});
      const before = await asOwner(of);
      for (const [table, column] of Object.entries(OF_CASE)) {
        for (const sql of [`update ${table} set ${NO_COLUMN[table] ?? `${column} = ${column}`} where ${column} = $1 returning 1`, `delete from ${table} where ${column} = $1 returning 1`]) {
          const changed = await withScope(scope(), () => source.query<[unknown[], number]>(sql, [of])).catch((error: Error) => error.message);
          expect(typeof changed === 'string' ? changed : changed[1]).toEqual(typeof changed === 'string' ? expect.stringMatching(/permission denied/) : 0);
        }
      }
      expect(await asOwner(of)).toEqual(before);
    });

    it.each(strangers)('and adds nothing %s', async (_, scope, which) => {
      for (const sql of ROWS.slice(1)) {
        const adding = withScope(scope(), () => source.query(sql.replaceAll('$1', `'${which()}'`).replaceAll('$2', `'${VILLAGE}'`).replaceAll('$3', 'null')));
        await expect(adding).rejects.toThrow(/row-level security/);
      }
    });

  });

  describe('lets callers write', () => {
    const told = (text: string) => `insert into timeline_entry (case_number, county_code, type, at, actor_kind, actor_subject, text)
      values ('${number}', '${COUNTY}', 'added', now(), 'person', $1, '${text}')`;

    it('a task only out of nobody’s hands or their own', async () => {
      const take = (scope: RowScope) => withScope(scope, () => source.query<[unknown[], number]>(`update task set holder_subject = $2 where id = $1`, [`${number}-t2`, scope.subject]));
      await expect(take(inPosition('villageSecretary', VILLAGE))).resolves.toEqual([[], 1]);
      await cases.sql(`update task set holder_subject = case_number || '-holder' where id = $1`, [`${number}-t2`]);
      const stealFor = withScope(inPosition('villageSecretary', VILLAGE), () => source.query(`update task set holder_subject = 'somebody' where id = $1`, [`${number}-t2`]));
      await expect(stealFor).rejects.toThrow(/row-level security/);
    });

    it('on the timeline only in their own name', async () => {
      const me = inPosition('townCentre', TOWN);
      await withScope(me, () => source.query(told('mine'), [me.subject]));
      await expect(withScope(me, () => source.query(told('theirs'), ['somebody']))).rejects.toThrow(/row-level security/);
    });

    it('of a case itself nothing, unless they hold a task of it', async () => {
      const contact = (scope: RowScope) => withScope(scope, () => source.query<[unknown[], number]>('update case_file set first_response_at = now() where number = $1', [number]));
      expect((await contact(inPosition('countyCentre', COUNTY)))[1]).toBe(0);
      expect((await contact(person(`${number}-starter`)))[1]).toBe(0);
      expect((await contact(person(`${number}-holder`)))[1]).toBe(1);
    });

    it('an upload to a case only where it is their own', async () => {
      const uploader = person(randomUUID());
      const [{ id }] = (await cases.sql<{ id: string }>(`insert into attachment (uploaded_by, kind, media_type, bytes, sha256, storage_key)
        values ($1, 'image', 'image/png', 1, 'x', $1) returning id`, [uploader.subject])) as [{ id: string }];
      const attach = (scope: RowScope) => withScope(scope, () => source.query<[unknown[], number]>('update attachment set case_number = $2 where id = $1', [id, number]));
      expect((await attach(inPosition('countyCentre', COUNTY)))[1]).toBe(0);
      await expect(attach(uploader)).rejects.toThrow(/row-level security/);
      expect((await attach(granted(uploader, number)))[1]).toBe(1);
    });

    it('policies and calendars of the counties that they administrate', async () => {
      const draft = (scope: RowScope, county: string) => withScope(scope, () =>
        source.query(`insert into policy_version (county_code, version, state, rules) values ($1, $2, 'draft', '{}')`, [county, 1 + Math.floor(Math.random() * 1e9)]));
      const load = (scope: RowScope, county: string) => withScope(scope, () =>
        source.query(`insert into work_calendar (county_code, version, years, days, source) values ($1, $2, '{}', '{}', 'x')`, [county, 1 + Math.floor(Math.random() * 1e9)]));
      const policies = async (scope: RowScope) =>
        (await withScope(scope, () => source.query<{ county_code: string }[]>('select distinct county_code from policy_version order by 1'))).map((row) => row.county_code);
      for (const write of [draft, load]) {
        await write(inPosition('administrator', COUNTY), COUNTY);
        await expect(write(inPosition('administrator', OTHER_COUNTY), COUNTY)).rejects.toThrow(/row-level security/);
        await expect(write(inPosition('administrator', COUNTY), '')).rejects.toThrow();
        await expect(write(inPosition('countyCentre', COUNTY), COUNTY)).rejects.toThrow(/row-level security/);
      }
      expect(await policies(inPosition('villageSecretary', VILLAGE))).toEqual(['', COUNTY]);
      expect(await policies(inPosition('countyCentre', OTHER_COUNTY))).toEqual(['']);
    });
  });

  it('opens to each system what it is for', async () => {
    const reached = async (name: string) => Object.keys(await seen({ ...NOBODY, system: name }, complaint)).sort();
    expect(await reached('relay')).toEqual(['start_outbox']);
    expect(await reached('sender')).toEqual(['mailbox', 'notification']);
    expect(await reached('housekeeping')).toEqual(['attachment']);
    expect(await reached('feed')).toEqual(['timeline_entry']);
    await expect(asSystem('facts', () => source.query('update case_file set title = title'))).resolves.toEqual([[], 0]);
  });
});
