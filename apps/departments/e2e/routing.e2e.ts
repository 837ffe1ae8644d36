import { randomUUID } from 'node:crypto';
import type { ArbitratedRouting } from '@yiwang/contracts/routing';
import { Arbitrations } from '../src/routing/arbitrations.js';
import { departmentsTrial, type DepartmentsTrial, type Staff } from './county.js';

const SET = `mutation ($input: SetRoutingRuleInput!) { setRoutingRule(input: $input) { id validFrom validUntil unit { code } category { code } } }`;
const END = `mutation ($input: EndRoutingRuleInput!) { endRoutingRule(input: $input) { id validUntil endedReason } }`;
const RECORD = `mutation ($input: RecordRoutingDecisionInput!) { recordRoutingDecision(input: $input) { id unit { code } fromUnit { code } caseNumber } }`;
const FOR = `query ($category: ID!, $area: ID!, $power: ID, $at: String) {
  routingFor(category: $category, area: $area, power: $power, at: $at) { unit { code } score reasons { kind zh en powerCode } } }`;

interface Candidate {
  unit: { code: string };
  score: number;
  reasons: { kind: string; zh: string; en: string; powerCode: string | null }[];
}

const dateIn = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

describe('routing', () => {
  let departments: DepartmentsTrial;
  let office: Staff;

  beforeAll(async () => {
    departments = await departmentsTrial();
    office = departments.appoint('countyCentre', '990121', 'county-centre');
  }, 120_000);
  afterAll(() => departments?.close());

  const set = (input: object, as = office) =>
    departments.ask<{ setRoutingRule: { id: string; validFrom: string } }>(
      SET,
      { input: { categoryCode: '0403', areaCode: '990121', unitCode: 'city-management', validFrom: dateIn(0), reason: '县委编办职责清单', ...input } },
      as,
    );
  const candidates = async (variables: object = {}, as = office): Promise<Candidate[]> => {
    const { data, errors } = await departments.ask<{ routingFor: Candidate[] }>(FOR, { category: '04030201', area: '990121101201', ...variables }, as);
    expect(errors).toBeUndefined();
    return data!.routingFor;
  };
  const record = (input: object, as = office) =>
    departments.ask<{ recordRoutingDecision: { id: string } }>(
      RECORD,
      {
        input: {
          ...{ idempotencyKey: randomUUID(), kind: 'arbitration', areaCode: '990121101', categoryCode: '040302' },
          ...{ unitCode: 'public-security', fromUnitCode: 'city-management', caseNumber: '990121-20261125-000001', ...input },
        },
      },
      as,
    );

  it('proposes who leads the powers of the category’s domain, and says which', async () => {
    const found = await candidates();
    const power = found.flatMap(({ reasons }) => reasons).find(({ kind }) => kind === 'power');
    expect(power?.zh).toMatch(/权责清单 \d+ 项由其牵头，如“/);
    expect(power?.en).toMatch(/^Leads \d+ powers/);
    expect(found.every(({ score }, i) => i === 0 || score <= found[i - 1]!.score)).toBe(true);
  });

  it('follows what was arbitrated in a case, told by the engine, once', async () => {
    const arbitrations = departments.app.get(Arbitrations, { strict: false });
    const key = randomUUID();
    const decided: ArbitratedRouting = {
      ...{ key, caseNumber: '990121-20261125-000009', countyCode: '990121', areaCode: '990121101201', categoryCode: '04030201' },
      ...{ unitCode: 'education', fromUnitCode: 'no-such-unit', legalGround: '权责清单', decidedBy: 'centre', decidedAt: new Date().toISOString() },
    };
    const reasonsOf = async () => (await candidates()).find(({ unit }) => unit.code === 'education')?.reasons.map(({ kind }) => kind) ?? [];
    const before = await reasonsOf();
    expect([await arbitrations.recordArbitration(decided), await arbitrations.recordArbitration(decided)]).toEqual([true, true]);
    expect((await reasonsOf()).length).toBeGreaterThan(before.length);
    const rows = await departments.sql(`select kind, unit_code, from_unit_code from routing_decision where idempotency_key = $1`, [`arbitration-${key}`]);
    expect(rows).toEqual([{ kind: 'arbitration', unit_code: 'education', from_unit_code: null }]);
    const audited = `select operation from audit_entry where operation = 'recordArbitration' and details->>'caseNumber' = $1`;
    expect(await departments.sql(audited, [decided.caseNumber])).toHaveLength(1);
    const elsewhere = { ...decided, key: randomUUID(), unitCode: 'no-such-unit' };
    expect(await arbitrations.recordArbitration(elsewhere)).toBe(false);
  });

  it('follows an arbitration next time', async () => {
    const before = (await candidates()).map(({ unit }) => unit.code);
    expect(before).not.toContain('public-security');
    await record({});
    const after = await candidates();
    expect(after.find(({ unit }) => unit.code === 'public-security')?.reasons).toMatchObject([{ kind: 'history', zh: expect.stringContaining('裁定 1 次') }]);
  });

  it('is decided once however often it is sent, and refuses the key for another unit', async () => {
    const idempotencyKey = randomUUID();
    const [first, again] = [await record({ idempotencyKey }), await record({ idempotencyKey })];
    expect(again.data!.recordRoutingDecision.id).toBe(first.data!.recordRoutingDecision.id);
    expect((await record({ idempotencyKey, unitCode: 'education' })).errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('refuses a key that another county took, whose decision is not there', async () => {
    const idempotencyKey = randomUUID();
    await departments.sql(
      `insert into routing_decision (idempotency_key, county_code, area_code, kind, unit_code, decided_by, decided_at)
       values ($1, '990221', '990221', 'dispatch', 'public-security', 'x', now())`,
      [idempotencyKey],
    );
    expect((await record({ idempotencyKey })).errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('puts a rule before everything else, the more particular before the wider', async () => {
    await set({ categoryCode: null, unitCode: 'county-centre' });
    await set({ unitCode: 'city-management' });
    expect((await candidates())[0]?.unit.code).toBe('city-management');
    await set({ areaCode: '990121101', unitCode: 'town-centre-101' });
    expect((await candidates())[0]?.unit.code).toBe('town-centre-101');
    expect((await candidates({ area: '990121102' }))[0]?.unit.code).toBe('city-management');
  });

  it('changes on its day, keeps what was before, and says who changed it', async () => {
    const from = dateIn(10);
    await set({ categoryCode: '0901', unitCode: 'city-management' });
    await set({ categoryCode: '0901', unitCode: 'education', validFrom: from, reason: '职责调整' });
    const on = async (at: string) => (await candidates({ category: '0901', at }))[0]?.unit.code;
    expect([await on(dateIn(9)), await on(from)]).toEqual(['city-management', 'education']);
    const { data } = await departments.ask<{ routingRules: { validUntil: string | null; madeBy: string; endedBy: string | null; endedReason: string | null }[] }>(
      `{ routingRules(filter: { countyCode: "990121", categoryCode: "0901" }) { validUntil madeBy endedBy endedReason } }`,
      {},
      office,
    );
    expect(data!.routingRules).toMatchObject([
      { validUntil: null, madeBy: office.subject, endedBy: null },
      { validUntil: from, endedBy: office.subject, endedReason: '职责调整' },
    ]);
    const early = await set({ categoryCode: '0901', unitCode: 'education', validFrom: dateIn(3) });
    expect(early.errors?.[0]?.extensions).toMatchObject({ code: 'ROUTING_RULE_OVERLAPS', value: from });
  });

  it('ends', async () => {
    const { data } = await set({ categoryCode: '0902' });
    const id = data!.setRoutingRule.id;
    const ended = await departments.ask<{ endRoutingRule: object }>(END, { input: { id, on: dateIn(1), reason: '撤销' } }, office);
    expect(ended.data!.endRoutingRule).toMatchObject({ validUntil: dateIn(1), endedReason: '撤销' });
    const ruled = async (at: string) =>
      (await candidates({ category: '0902', at })).some(({ unit, reasons }) => unit.code === 'city-management' && reasons.some(({ kind }) => kind === 'rule'));
    expect([await ruled(dateIn(0)), await ruled(dateIn(2))]).toEqual([true, false]);
  });

  it('leaves out units that are closed by then', async () => {
    await departments.sql(`insert into unit (code, name, kind, area_code) values ('short-lived', '临时办', 'department', '990121')`);
    await set({ categoryCode: '0802', unitCode: 'short-lived' });
    await departments.sql(`update unit set closed_on = current_date + 5, closed_reason = 'x' where code = 'short-lived'`);
    const codes = async (at: string) => (await candidates({ category: '0802', at })).map(({ unit }) => unit.code);
    expect(await codes(dateIn(0))).toContain('short-lived');
    expect(await codes(dateIn(20))).not.toContain('short-lived');
  });

  it.each([
    ['a category that is none', { categoryCode: 'nope' }, 'CATEGORY_UNKNOWN'],
    ['a unit that is none', { unitCode: 'nobody' }, 'UNIT_UNKNOWN'],
    ['a power that is none', { powerCode: 'nothing' }, 'POWER_UNKNOWN'],
    ['a city', { areaCode: '9901' }, 'AREA_UNKNOWN'],
    ['yesterday', { validFrom: dateIn(-1) }, 'TIME_INVALID'],
    ['no reason', { reason: '' }, 'INPUT_INVALID'],
    ['another county', { areaCode: '990122' }, 'AREA_OUTSIDE_JURISDICTION'],
  ])('refuses a rule with %s', async (_, input, code) => {
    expect((await set(input)).errors?.[0]?.extensions.code).toBe(code);
  });

  it('stays within the county, in code and in PostgreSQL', async () => {
    const other = departments.appoint('countyCentre', '990122', null);
    const asked = await departments.ask(FOR, { category: '0901', area: '990121' }, other);
    expect(asked.errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
    const listed = await departments.ask(`{ routingDecisions(filter: { countyCode: "990121" }) { id } }`, {}, other);
    expect(listed.errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
    expect((await set({}, departments.appoint('departmentHandler', '990121', 'education'))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
