import { randomUUID } from 'node:crypto';
import { FIELD_POLICY } from '@yiwang/domain/policies';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { PoliciesAsVersions1764000002000 } from '../src/migrations/1764000002000-policies-as-versions.js';
import { Policies } from '../src/policies/policies.js';
import { GRID, OTHER_TOWN, casesStand, type Stand } from './stand.js';

const VERSION = `countyCode version state rules changes inForceFrom draftedBy publishedBy note problems { field expected }`;
const ALL = `query ($county: String!) { policies(countyCode: $county) { ${VERSION} } }`;
const ONE = `query ($county: String!, $version: Int!) { policy(countyCode: $county, version: $version) { ${VERSION} } }`;
const CHECK = `query ($rules: JSON!) { checkPolicy(rules: $rules) { rules problems { field expected } } }`;
const DRAFT = `mutation ($input: DraftPolicyInput!) { policy: draftPolicy(input: $input) { ${VERSION} } }`;
const PUBLISH = `mutation ($county: String!, $version: Int!, $from: DateTime) {
  policy: publishPolicy(countyCode: $county, version: $version, inForceFrom: $from) { ${VERSION} } }`;
const WITHDRAW = `mutation ($county: String!, $version: Int!) { policy: withdrawPolicyDraft(countyCode: $county, version: $version) { ${VERSION} } }`;
const REPLAY = `query ($county: String!, $version: Int!, $from: DateTime, $to: DateTime, $first: Int) {
  replay: replayPolicy(countyCode: $county, version: $version, from: $from, to: $to, first: $first) {
    version comparedWith cases isTruncated otherPath otherDeadline sooner later byPath { path before draft }
    differences { caseNumber before { caseClass path lastPath dueAt } draft { caseClass path lastPath dueAt provisional } } } }`;

interface Shown {
  version: number;
  state: string;
  rules: typeof FIELD_POLICY;
  changes: object;
  inForceFrom: string | null;
  problems: { field: string; expected: string }[];
}
interface Replay {
  cases: number;
  isTruncated: boolean;
  byPath: { path: string; before: number; draft: number }[];
  differences: { caseNumber: string; before: { path: string; dueAt: string }; draft: { path: string; dueAt: string } }[];
}

const SEVEN_DAYS = { paths: { cadreLed: { resolution: { amount: 7, unit: 'calendarDays' } } } };

describe('policies', () => {
  let cases: Stand;
  beforeAll(async () => {
    cases = await casesStand();
  }, 180_000);
  afterAll(() => cases?.close());

  /** Every test has counties of its own, so that none sees another's policies or cases. */
  let lastCounty = 990_500;
  const newCounty = (): string => String((lastCounty += 1));
  const administrator = (county: string) => cases.staff(randomUUID(), 'administrator', county, 'administrator');
  const ask = async <T>(query: string, variables: Record<string, unknown>, as: TokenWishes) => {
    const { data, errors } = await cases.ask<T>(query, variables, as);
    return { data, refused: errors?.[0]?.extensions, message: errors?.[0]?.message };
  };
  const draft = async (county: string, rules: unknown, as: TokenWishes = administrator(county), note?: string): Promise<Shown> => {
    const { data, refused } = await ask<{ policy: Shown }>(DRAFT, { input: { countyCode: county, rules, note } }, as);
    if (!data?.policy) throw new Error(JSON.stringify(refused));
    return data.policy;
  };
  const publish = (county: string, version: number, as: TokenWishes = administrator(county), from?: string) =>
    ask<{ policy: Shown }>(PUBLISH, { county, version, from }, as);

  describe('drafting and publishing', () => {
    it('begins with the policy of the field', async () => {
      const county = newCounty();
      const { data } = await ask<{ policies: Shown[] }>(ALL, { county }, administrator(county));
      expect(data?.policies).toEqual([
        expect.objectContaining({ countyCode: '', version: 1, state: 'published', rules: FIELD_POLICY, changes: {} }),
      ]);
    });

    it('puts a draft in force, and cases carry what it changes', async () => {
      const county = newCounty();
      const admin = administrator(county);
      const policies = cases.app.get(Policies, { strict: false });
      expect(await policies.inForce(county)).toEqual({ version: 1 });
      const drafted = await draft(county, { ...FIELD_POLICY, ...{ rating: { windowDays: 10 } } }, admin, '延长评价期');
      expect(drafted).toMatchObject({ version: 2, state: 'draft', draftedBy: admin.subject, note: '延长评价期', problems: [] });
      expect(await policies.inForce(county)).toEqual({ version: 1 });
      const { data } = await publish(county, 2, admin);
      expect(data?.policy).toMatchObject({ state: 'published', publishedBy: admin.subject, changes: { rating: { windowDays: 10 } } });
      expect(await policies.inForce(county)).toEqual({ version: 2, changes: { rating: { windowDays: 10 } } });
      expect((await policies.rulesInForce(county)).rating).toEqual({ windowDays: 10 });
      expect(await policies.rulesInForce(county)).toBe(await policies.rulesInForce(county));
      const audited = await cases.sql(
        `select operation, target_id, county_code, positions, details from audit_entry where actor_subject = $1 order by id`,
        [admin.subject],
      );
      expect(audited).toEqual([
        expect.objectContaining({ operation: 'draftPolicy', target_id: `${county}/2`, positions: [`position-of-${admin.subject}`] }),
        expect.objectContaining({
          operation: 'publishPolicy',
          target_id: `${county}/2`,
          county_code: county,
          details: { version: 2, inForceFrom: data?.policy.inForceFrom },
        }),
      ]);
    });

    it('counts versions up in each county, whoever drafts at the same time', async () => {
      const [county, other] = [newCounty(), newCounty()];
      const drafted = await Promise.all(Array.from({ length: 6 }, () => draft(county, {})));
      expect(drafted.map(({ version }) => version).sort()).toEqual([2, 3, 4, 5, 6, 7]);
      expect((await draft(other, {})).version).toBe(2);
    });

    it('holds from its date on', async () => {
      const county = newCounty();
      const policies = cases.app.get(Policies, { strict: false });
      await draft(county, SEVEN_DAYS);
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      expect((await publish(county, 2, administrator(county), tomorrow)).data?.policy.inForceFrom).toBe(tomorrow);
      expect(await policies.inForce(county)).toEqual({ version: 1 });
    });

    it('refuses a date in the past', async () => {
      const county = newCounty();
      await draft(county, {});
      const { refused } = await publish(county, 2, administrator(county), '2026-01-01T00:00:00Z');
      expect(refused).toMatchObject({ code: 'TIME_INVALID', field: 'inForceFrom' });
    });

    it('keeps an invalid draft with its problems, and refuses to publish it naming all of them', async () => {
      const county = newCounty();
      const rules = { paths: { cadreLed: { ladder: [], resolution: { amount: 0, unit: 'calendarDays' } } } };
      const { problems } = await draft(county, rules);
      expect(problems.map(({ field }) => field)).toEqual(['paths.cadreLed.resolution', 'paths.cadreLed.ladder']);
      const { refused, message } = await publish(county, 2);
      expect(refused).toMatchObject({ code: 'POLICY_INVALID', field: 'paths.cadreLed.resolution' });
      expect(refused?.['problems']).toEqual(problems.map(({ field, expected }) => `${field}: ${expected}`));
      expect(message).toContain('paths.cadreLed.ladder');
      const { data } = await ask<{ policy: Shown }>(ONE, { county, version: 2 }, administrator(county));
      expect(data?.policy).toMatchObject({ state: 'draft', changes: rules });
    });

    it('never changes what is published or withdrawn', async () => {
      const county = newCounty();
      await draft(county, {});
      await draft(county, {});
      await publish(county, 2);
      const withdrawn = await ask<{ policy: Shown }>(WITHDRAW, { county, version: 3 }, administrator(county));
      expect(withdrawn.data?.policy.state).toBe('withdrawn');
      const again = [await publish(county, 2), await publish(county, 3), await ask(WITHDRAW, { county, version: 2 }, administrator(county))];
      expect(again.map(({ refused }) => [refused?.code, refused?.['actual']])).toEqual([
        ['POLICY_NOT_DRAFT', 'published'],
        ['POLICY_NOT_DRAFT', 'withdrawn'],
        ['POLICY_NOT_DRAFT', 'published'],
      ]);
      await expect(cases.sql(`update policy_version set rules = '{}' where county_code = $1 and version = 2`, [county])).rejects.toThrow(/stands as it is/);
      expect(await cases.sql(`select has_table_privilege('yiwang_cases', 'cases.policy_version', 'delete, truncate') as may`)).toEqual([{ may: false }]);
      expect((await publish(county, 9)).refused).toMatchObject({ code: 'NOT_FOUND', field: 'version' });
      // The policy of the field is nobody's to publish.
      expect((await publish(county, 1)).refused).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('is published once, however many try', async () => {
      const county = newCounty();
      await draft(county, {});
      const tried = await Promise.all(Array.from({ length: 5 }, () => publish(county, 2)));
      expect(tried.filter(({ data }) => data?.policy).length).toBe(1);
    });

    it('is made by administrators of the county and read by its staff', async () => {
      const county = newCounty();
      const member = cases.staff(randomUUID(), 'gridMember', `${county}001001001`);
      const stranger = cases.staff(randomUUID(), 'gridMember', GRID);
      const input = { countyCode: county, rules: {} };
      expect((await ask(DRAFT, { input }, administrator(newCounty()))).refused).toMatchObject({ code: 'AREA_OUTSIDE_JURISDICTION', value: county });
      expect((await ask(DRAFT, { input }, member)).refused).toMatchObject({ code: 'FORBIDDEN' });
      expect((await ask(ALL, { county }, member)).data).not.toBeNull();
      expect((await ask(ALL, { county }, stranger)).refused).toMatchObject({ code: 'AREA_OUTSIDE_JURISDICTION' });
      expect((await ask(ALL, { county }, { subject: randomUUID(), roles: ['resident'] })).refused).toMatchObject({ code: 'FORBIDDEN' });
      expect((await ask(ALL, { county: OTHER_TOWN }, member)).refused).toMatchObject({ code: 'AREA_UNKNOWN' });
    });

    it.each<[string, unknown]>([
      ['a list', []],
      ['a text', 'rules'],
      ['more than a case could carry', { routing: { byCategory: { x: 'y'.repeat(70_000) } } }],
      ['what PostgreSQL cannot hold', { note: '\u0000' }],
    ])('refuses %s as a draft', async (_what, rules) => {
      const county = newCounty();
      const { refused } = await ask(DRAFT, { input: { countyCode: county, rules } }, administrator(county));
      expect(refused).toMatchObject({ code: 'INPUT_INVALID', field: 'rules' });
    });

    it('can be checked beforehand, written in the query itself too', async () => {
      const as = administrator(newCounty());
      const check = async (rules: unknown) => (await ask<{ checkPolicy: object }>(CHECK, { rules }, as)).data?.checkPolicy;
      expect(await check({})).toEqual({ rules: FIELD_POLICY, problems: [] });
      expect(await check(null)).toBeUndefined();
      expect(await check({ respons: 1 })).toMatchObject({ rules: null, problems: [{ field: 'respons' }] });
      const literal = `{ checkPolicy(rules: { rounds: { most: 99 } }) { problems { field } } }`;
      // The second time the query is compiled.
      for (const _time of [1, 2, 3]) {
        expect((await ask(literal, {}, as)).data).toEqual({ checkPolicy: { problems: [{ field: 'rounds.most' }] } });
      }
    });
  });

  describe('the rule lab', () => {
    let count = 0;
    /** A case as the workflow has left it: its row, and the clocks that name a path. */
    async function pastCase(county: string, over: Record<string, unknown> = {}, held: [string, string, string][] = []): Promise<string> {
      count += 1;
      const number = `${county}-20261110-${String(count).padStart(6, '0')}`;
      const row = {
        number, county_code: county, area_code: `${county}001001001`, stage: 'closed', kind: 'complaint', channel: 'web', text: '路灯不亮',
        received_at: '2026-11-10T02:00:00.123456Z', policy_version: 1, response_due_at: '2026-11-11T02:00:00Z', resolution_due_at: '2026-11-15T02:00:00Z',
        first_due_at: '2026-11-15T02:00:00Z', starter: 'test', starter_kind: 'person', idempotency_key: number, content_hash: '\\x00', signature: '\\x00', ...over,
      };
      const names = Object.keys(row);
      await cases.sql(
        `insert into case_file (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
        Object.values(row),
      );
      for (const [index, [kind, path, at]] of held.entries()) {
        const entry = { kind, path, at, rule: 1, ...(kind === 'start' ? { clock: 'resolution' } : {}) };
        await cases.sql('insert into clock_entry (case_number, seq, entry) values ($1, $2, $3)', [number, index + 1, entry]);
      }
      return number;
    }
    const replay = async (county: string, version: number, more: object = {}) => {
      const span = { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' };
      const { data, refused } = await ask<{ replay: Replay }>(REPLAY, { county, version, ...span, ...more }, administrator(county));
      return { replay: data?.replay, refused };
    };

    it('shows which past cases would take another path or deadline under a draft', async () => {
      const county = newCounty();
      const RECEIVED = '2026-11-10T02:00:00.000Z';
      await pastCase(county, { case_class: 'simple' }, [['start', 'villageDirect', RECEIVED]]);
      const moved = await pastCase(county, { case_class: 'simple', category_code: '070301' }, [['start', 'villageDirect', RECEIVED]]);
      const given = await pastCase(county, { case_class: 'general', category_code: '070301' }, [['start', 'cadreLed', RECEIVED]]);
      const up = await pastCase(county, { case_class: 'simple' }, [
        ['start', 'villageDirect', RECEIVED],
        ['handOver', 'cadreLed', '2026-11-11T02:00:00.000Z'],
      ]);
      await pastCase(county, { received_at: '2026-10-10T02:00:00Z' });
      await pastCase(newCounty());
      await draft(county, { ...SEVEN_DAYS, routing: { byCategory: { '0703': 'major' } } });

      const { replay: found } = await replay(county, 2);
      expect(found).toMatchObject({ version: 2, comparedWith: 1, cases: 4, isTruncated: false, otherPath: 1, otherDeadline: 3, sooner: 0, later: 3 });
      expect(found?.byPath).toEqual([
        { path: 'villageDirect', before: 3, draft: 2 },
        { path: 'cadreLed', before: 1, draft: 1 },
        { path: 'villageTownJoint', before: 0, draft: 1 },
        { path: 'countyCoordinated', before: 0, draft: 0 },
      ]);
      const course = (path: string, dueAt: string) => expect.objectContaining({ path, dueAt });
      expect(found?.differences).toEqual([
        { caseNumber: up, before: course('villageDirect', '2026-11-16T02:00:00.000Z'), draft: course('villageDirect', '2026-11-18T02:00:00.000Z') },
        { caseNumber: given, before: course('cadreLed', '2026-11-15T02:00:00.123Z'), draft: course('cadreLed', '2026-11-17T02:00:00.123Z') },
        { caseNumber: moved, before: course('villageDirect', '2026-11-15T02:00:00.123Z'), draft: course('villageTownJoint', '2026-11-24T09:30:00.000Z') },
      ]);
      expect((await replay(county, 2, { first: 1 })).replay).toMatchObject({ otherDeadline: 3, differences: [{ caseNumber: up }] });
    });

    it('takes the way from a desk for the policy’s choice, and any other for a person’s', async () => {
      const county = newCounty();
      const [RECEIVED, DISPATCHED] = ['2026-11-10T02:00:00.000Z', '2026-11-11T02:00:00.000Z'];
      await draft(county, { routing: { byCategory: { '07': 'general' } } });
      await publish(county, 2);
      const own = { policy_version: 2, case_class: 'general', category_code: '0703' };
      const fromDesk = await pastCase(county, own, [['start', 'villageDirect', RECEIVED], ['handOver', 'cadreLed', DISPATCHED]]);
      await pastCase(county, own, [['start', 'villageDirect', RECEIVED]]);
      await pastCase(county, own, [['start', 'countyCoordinated', RECEIVED]]);
      await draft(county, { routing: { byCategory: { '07': 'major' } } });
      const { replay: found } = await replay(county, 3);
      expect(found).toMatchObject({ comparedWith: 2, cases: 3, otherPath: 1 });
      expect(found?.differences).toEqual([
        expect.objectContaining({
          caseNumber: fromDesk,
          before: expect.objectContaining({ path: 'cadreLed', dueAt: '2026-11-16T02:00:00.000Z' }),
          draft: expect.objectContaining({ path: 'villageTownJoint', dueAt: '2026-11-25T09:30:00.000Z' }),
        }),
      ]);
    });

    it('reads more cases than one portion holds, each once', async () => {
      const county = newCounty();
      await cases.sql(
        `insert into case_file (number, county_code, area_code, stage, kind, channel, text, received_at, policy_version, response_due_at,
           resolution_due_at, first_due_at, starter, starter_kind, idempotency_key, content_hash, signature)
         select $1 || '-' || n, $1, $1, 'closed', 'complaint', 'web', 'x', '2026-11-10T02:00:00Z'::timestamptz + (n % 700) * interval '1 microsecond', 1,
           now(), now(), now(), 'test', 'person', $1 || '-' || n, '\\x00', '\\x00' from generate_series(1, 4321) n`,
        [county],
      );
      await draft(county, { paths: { villageDirect: { resolution: { amount: 6, unit: 'calendarDays' } } } });
      const { replay: found } = await replay(county, 2);
      expect(found).toMatchObject({ cases: 4321, isTruncated: false, later: 4321 });
      expect(found?.differences).toHaveLength(200);
    });

    it('refuses what it cannot replay', async () => {
      const county = newCounty();
      await draft(county, { rounds: { most: 0 } });
      expect((await replay(county, 2)).refused).toMatchObject({ code: 'POLICY_INVALID', field: 'rounds.most' });
      expect((await replay(county, 3)).refused).toMatchObject({ code: 'NOT_FOUND' });
      expect((await replay(county, 1, { first: 2000 })).refused).toMatchObject({ code: 'INPUT_INVALID', field: 'first' });
      expect((await replay(county, 1, { to: '2026-10-01T00:00:00Z' })).refused).toMatchObject({ code: 'TIME_INVALID', field: 'from' });
      const elsewhere = await ask(REPLAY, { county, version: 1 }, administrator(newCounty()));
      expect(elsewhere.refused).toMatchObject({ code: 'AREA_OUTSIDE_JURISDICTION' });
    });
  });

  it('takes over what counties had set before there were versions, and gives it back', async () => {
    const statements = (direction: 'up' | 'down'): Promise<string[]> => recorded((runner) => new PoliciesAsVersions1764000002000()[direction](runner));
    await cases.sql('create schema before');
    const inSchema = async (...texts: string[]) => {
      await cases.sql(`set search_path = before; ${texts.join(';\n')}; set search_path = cases, public`);
    };
    const [oldTable = ''] = await statements('down');
    await inSchema(
      oldTable,
      `insert into case_policy values ('', 1, 24, 5, 7, 3, '2000-01-01T00:00:00Z'), ('990121', 3, 12, 2, 14, 2, '2026-01-01T00:00:00Z'), ('990122', 2, 24, 8, 7, 3, '2026-01-01T00:00:00Z')`,
      ...(await statements('up')),
    );
    const moved = await cases.sql<{ rules: object }>('select rules from before.policy_version order by county_code');
    const days = (amount: number) => ({ amount, unit: 'calendarDays' });
    expect(moved.map(({ rules }) => rules)).toEqual([
      {},
      {
        response: { amount: 12, unit: 'hours' },
        paths: { villageDirect: { resolution: days(2), part: days(2), extension: { most: days(2), automaticUpTo: days(1) } } },
        rating: { windowDays: 14 },
        rounds: { most: 2 },
      },
      { paths: { villageDirect: { resolution: days(8) } } },
    ]);
    const admin = administrator('990121');
    for (const { rules } of moved) expect((await ask(CHECK, { rules }, admin)).data).toMatchObject({ checkPolicy: { problems: [] } });
    await inSchema(...(await statements('down')));
    const back = await cases.sql('select county_code, version, response_limit_hours, resolution_limit_days, rating_window_days, max_rounds from before.case_policy order by 1');
    expect(back.map((row) => Object.values(row))).toEqual([['', 1, 24, 5, 7, 3], ['990121', 3, 12, 2, 14, 2], ['990122', 2, 24, 8, 7, 3]]);
  });
});

/** The statements that a migration would run. */
async function recorded(run: (runner: never) => Promise<void>): Promise<string[]> {
  const texts: string[] = [];
  await run({ query: (text: string) => Promise.resolve(void texts.push(text)) } as never);
  return texts;
}
