import { randomUUID } from 'node:crypto';
import { verifyAudit, type SqlExecutor } from '@yiwang/platform/audit';
import { withScope, scopeOf } from '@yiwang/platform/row-scope';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { DataSource } from 'typeorm';
import { COUNTY, GRID, OTHER_TOWN, TOWN, VILLAGE, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const OTHER_COUNTY = '990122';
const ENTRY = 'id at operation outcome errorCode actorKind actorSubject positions targetType targetId countyCode isChained';
const SEARCH = `query ($filter: AuditFilterInput, $after: String, $first: Int) {
  casesAudit(filter: $filter, after: $after, first: $first) { items { ${ENTRY} } endCursor } }`;
const OF_CASE = `query ($number: ID!, $filter: AuditFilterInput) { caseAudit(number: $number, filter: $filter) { items { ${ENTRY} } endCursor } }`;
const REVEAL = `mutation ($input: RevealReporterArguments!) { revealReporter(input: $input) { name } }`;
const CLAIM = 'mutation ($input: TaskReferenceInput!) { claimTask(input: $input) { id } }';

interface Entry {
  id: string;
  operation: string;
  outcome: string;
  errorCode: string | null;
  actorSubject: string | null;
  targetType: string | null;
  targetId: string | null;
  countyCode: string | null;
  isChained: boolean;
}
interface Page {
  items: Entry[];
  endCursor: string | null;
}

describe('searching the audit of cases', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const administrator = (areaCode = COUNTY) => cases.staff(randomUUID(), 'administrator', areaCode, 'administrator');
  const supervisor = (areaCode = COUNTY) => cases.staff(randomUUID(), 'supervisor', areaCode, 'supervisor');
  const search = (variables: object, as: TokenWishes = administrator()) => cases.ask<{ casesAudit: Page }>(SEARCH, { ...variables }, as);
  const found = async (filter: object, as?: TokenWishes): Promise<Entry[]> => {
    const { data, errors } = await search({ filter, first: 200 }, as);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.casesAudit.items;
  };
  const ofCase = (number: string, as: TokenWishes, filter?: object) => cases.ask<{ caseAudit: Page }>(OF_CASE, { number, filter }, as);
  const codeOf = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;
  const revealed = async (number: string) => {
    const centre = cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre');
    const { errors } = await cases.ask(REVEAL, { input: { number, reason: '需回拨核实地址' } }, centre);
    expect(errors).toBeUndefined();
    return centre;
  };
  const withReporter = (over: object = {}) => steps.newCase({ reporter: { name: '欧阳修文', phone: '13900001357' }, ...over });
  /** As the audit of another county, or of none, would stand there. */
  const forged = (operation: string, county: string | null, target: string = randomUUID()) =>
    cases.sql(
      `insert into audit_entry (operation, outcome, actor_kind, actor_subject, target_type, target_id, county_code) values ($1, 'done', 'person', 'x', 'case', $3, $2)`,
      [operation, county, target],
    );

  it('finds a reveal by its operation, with who, what and when, and neither reason nor name', async () => {
    const { number } = await withReporter();
    const centre = await revealed(number);
    const entries = await found({ operations: ['revealReporter'], actor: centre.subject });
    expect(entries).toEqual([
      {
        ...{ id: expect.any(String), at: expect.any(String), operation: 'revealReporter', outcome: 'done', errorCode: null },
        ...{ actorKind: 'person', actorSubject: centre.subject, positions: [`position-of-${centre.subject}`] },
        ...{ targetType: 'case', targetId: number, countyCode: COUNTY, isChained: expect.any(Boolean) },
      },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/欧阳|1357|回拨/);
  });

  it('says of each entry whether it is in the chain, which it soon is', async () => {
    const { number } = await steps.newCase();
    const isChained = async (): Promise<boolean> => {
      const [entry] = await found({ targetType: 'case', targetId: number });
      return entry!.isChained || isChained();
    };
    expect(await isChained()).toBe(true);
    const asOwner = { query: (sql: string, values?: unknown[]) => cases.sql(sql, values) } as SqlExecutor;
    const { days } = await verifyAudit(asOwner, 'cases');
    expect(days.map(({ problem }) => problem)).toEqual(days.map(() => null));
  }, 30_000);

  it('filters by time, outcome, actor and target', async () => {
    const { number } = await withReporter();
    const from = new Date().toISOString();
    const stranger = cases.staff(randomUUID(), 'townCentre', OTHER_TOWN, 'townCentre');
    await cases.ask(REVEAL, { input: { number, reason: '好奇' } }, stranger);
    const to = new Date(Date.now() + 1).toISOString();
    await revealed(number);
    const told = (entries: Entry[]) => entries.map(({ operation, outcome, errorCode }) => `${operation} ${outcome} ${errorCode}`);
    expect(told(await found({ targetType: 'case', targetId: number }))).toEqual([
      ...['revealReporter done null', 'revealReporter refused CASE_NOT_FOUND', 'startCase done null'],
    ]);
    expect(told(await found({ targetId: number, from }))).toHaveLength(2);
    expect(told(await found({ targetId: number, to: from }))).toEqual(['startCase done null']);
    expect(told(await found({ targetId: number, from, to, outcome: 'refused' }))).toEqual(['revealReporter refused CASE_NOT_FOUND']);
    expect(told(await found({ targetId: number, operations: ['startCase', 'claimTask'] }))).toEqual(['startCase done null']);
    // Refused before anybody knew whose case it was: it stands with the county of who tried.
    expect(await found({ actor: stranger.subject })).toMatchObject([{ targetId: number, countyCode: COUNTY }]);
  });

  it('pages by cursor, the newest first, each entry once', async () => {
    const operation = `paged-${randomUUID()}`;
    for (let n = 0; n < 7; n += 1) await forged(operation, COUNTY, `paged-${n}`);
    const targets: (string | null)[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: { casesAudit: Page } | null } = await search({ filter: { operations: [operation] }, after, first: 3 });
      targets.push(...data!.casesAudit.items.map(({ targetId }) => targetId));
      after = data!.casesAudit.endCursor;
    } while (after);
    expect(targets).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `paged-${n}`));
  });

  it('shows a county nothing of another’s nor of what has no county, and a city its counties', async () => {
    const operation = `placed-${randomUUID()}`;
    for (const county of [COUNTY, OTHER_COUNTY, '990221', null]) await forged(operation, county);
    const counties = async (as: TokenWishes, filter: object = {}) =>
      (await found({ ...filter, operations: [operation] }, as)).map(({ countyCode }) => countyCode);
    expect(await counties(administrator())).toEqual([COUNTY]);
    expect(await counties(administrator(OTHER_COUNTY))).toEqual([OTHER_COUNTY]);
    expect(await counties(administrator('9901'))).toEqual([OTHER_COUNTY, COUNTY]);
    expect(await counties(administrator('9901'), { countyCode: COUNTY })).toEqual([COUNTY]);
    expect(codeOf(await search({ filter: { countyCode: OTHER_COUNTY } }))).toBe('AREA_OUTSIDE_JURISDICTION');
  });

  it('keeps other counties out even where the code would not', async () => {
    const [seen] = await withScope(
      scopeOf({ subject: 'x', roles: ['administrator'] }, [{ id: 'x', role: 'administrator', areaCode: COUNTY, unitCode: null }]),
      () => cases.app.get(DataSource, { strict: false }).query<{ others: number; own: number }[]>(
        `select count(*) filter (where county_code is distinct from $1)::int as others, count(*)::int as own from audit_entry`, [COUNTY],
      ),
    );
    expect(seen).toEqual({ others: 0, own: expect.any(Number) });
    expect(seen!.own).toBeGreaterThan(0);
  });

  it('is refused to grid members, supervisors and administrators of no county', async () => {
    expect(codeOf(await search({}, cases.staff(randomUUID(), 'gridMember', GRID)))).toBe('FORBIDDEN');
    expect(codeOf(await search({}, supervisor()))).toBe('FORBIDDEN');
    expect(codeOf(await search({}, administrator(TOWN)))).toBe('FORBIDDEN');
    expect(codeOf(await search({}, cases.staff(randomUUID(), 'countyCentre', COUNTY, 'administrator')))).toBe('FORBIDDEN');
  });

  it('names what is wrong with a question', async () => {
    expect(codeOf(await search({ after: 'x' }))).toBe('CURSOR_INVALID');
    expect(codeOf(await search({ first: 201 }))).toBe('INPUT_INVALID');
    expect(codeOf(await search({ filter: { operations: [] } }))).toBe('INPUT_INVALID');
    expect(codeOf(await search({ filter: { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' } }))).toBe('INPUT_INVALID');
  });

  describe('by one case', () => {
    it('shows a supervisor what was done about it and its tasks', async () => {
      const { number } = await withReporter();
      const task = await steps.open(number);
      const member = cases.staff(randomUUID(), 'gridMember', GRID);
      await cases.ask(CLAIM, { input: { taskId: task.taskId, version: task.version } }, member);
      await revealed(number);
      const { data } = await ofCase(number, supervisor(TOWN));
      expect(data?.caseAudit.items.map(({ operation, targetType }) => `${operation} ${targetType}`)).toEqual([
        ...['revealReporter case', 'claimTask task', 'startCase case'],
      ]);
      expect((await ofCase(number, administrator(), { operations: ['revealReporter'] })).data?.caseAudit.items).toHaveLength(1);
    });

    it('shows nothing of a case elsewhere, nor to whoever reads it from another position', async () => {
      const { number } = await steps.newCase();
      expect(codeOf(await ofCase(number, supervisor(OTHER_TOWN)))).toBe('CASE_NOT_FOUND');
      expect(codeOf(await ofCase(number, supervisor(OTHER_COUNTY)))).toBe('CASE_NOT_FOUND');
      expect(codeOf(await ofCase(number, administrator(OTHER_COUNTY)))).toBe('CASE_NOT_FOUND');
      expect(codeOf(await ofCase(number, cases.staff(randomUUID(), 'townCentre', TOWN, 'supervisor')))).toBe('FORBIDDEN');
      expect(codeOf(await ofCase(number, cases.staff(randomUUID(), 'gridMember', GRID)))).toBe('FORBIDDEN');
    });

    it('does not show who complained about an official, and to whom it is about nothing', async () => {
      const colleague = cases.staff(randomUUID(), 'gridMember', GRID);
      const { number } = await steps.newCase({ kind: 'complaint', aboutWhom: { areaCode: VILLAGE, role: 'villageSecretary' } }, colleague);
      await forged('superviseCase', COUNTY, number);
      expect((await ofCase(number, supervisor())).data?.caseAudit.items.map(({ operation }) => operation)).toEqual(['superviseCase']);
      expect(await found({ actor: colleague.subject })).toEqual([]);
      const accused = administrator();
      cases.positions.get(accused.subject)!.push({ id: 'p', role: 'villageSecretary', areaCode: VILLAGE, unitCode: null });
      expect(await found({ targetId: number }, accused)).toEqual([]);
    });
  });

  it('reads no more of some thousand entries than the page it shows', async () => {
    await cases.sql(
      `insert into audit_entry (operation, outcome, actor_kind, actor_subject, target_type, target_id, county_code)
       select 'bulk' || n % 7, 'done', 'person', 'bulk', 'case', 'bulk-' || n, case n % 2 when 0 then $1 else $2 end from generate_series(1, 6000) n`,
      [COUNTY, OTHER_COUNTY],
    );
    await cases.sql('analyze audit_entry');
    const plan = (sql: string) =>
      withScope(
        scopeOf({ subject: 'x', roles: ['administrator'] }, [{ id: 'x', role: 'administrator', areaCode: COUNTY, unitCode: null }]),
        () => cases.app.get(DataSource, { strict: false }).query<{ 'QUERY PLAN': string }[]>(`explain (analyze, costs off, timing off, summary off) ${sql}`),
      );
    const page = (branches: string, condition: string) => `select found.* from ${branches} cross join lateral (
      select id from audit_entry e where ${condition} order by e.id desc limit 51) found order by found.id desc limit 51`;
    const lines = async (branches: string, condition: string) =>
      (await plan(page(branches, condition))).map((line) => line['QUERY PLAN']).join('\n');
    const county = `unnest('{${COUNTY}}'::text[]) as b (county)`;
    const newest = await lines(county, 'e.county_code = b.county');
    expect(newest).toMatch(/Index (Only )?Scan Backward using audit_entry_\w+_county_code_id_idx/);
    const read = [...newest.matchAll(/audit_entry_\w+.* \(actual rows=([\d.]+) loops/g)].map(([, rows]) => Number(rows));
    expect(Math.max(...read)).toBeLessThanOrEqual(52);
    const operations = `${county} cross join unnest('{bulk2,bulk4}'::text[]) as o (operation)`;
    expect(await lines(operations, 'e.county_code = b.county and e.operation = o.operation')).toMatch(/audit_entry_\w+_county_code_operation_id_idx/);
    const started = performance.now();
    expect((await search({ first: 50 })).data?.casesAudit.items).toHaveLength(50);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
