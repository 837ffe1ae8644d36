import { statementsDuring } from '@yiwang/testing/statements';
import { COUNTY, departmentsTrial, type DepartmentsTrial } from './county.js';

/** The audit is chained beside the requests, so that its statements may come in between. */
const OWN_READS = /^SELECT .* FROM "departments"\."(unit|unit_domain|domain|category)"/s;

describe('departments', () => {
  let departments: DepartmentsTrial;
  const references = (representations: object[], selection: string) =>
    departments.ask<{ _entities: Record<string, unknown>[] }>(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`,
      { r: representations },
    );

  beforeAll(async () => {
    departments = await departmentsTrial();
  }, 120_000);
  afterAll(() => departments?.close());

  describe('units', () => {
    it('are open to the public, by code and by filter', async () => {
      const answer = await departments.ask(
        `{ unit(code: "market-supervision") { name kind area { code } domains { code name } }
           town: units(filter: { areaCode: "990121101", kind: townCentre }) { code }
           food: units(filter: { domain: "foodDrugs", kind: department, search: "市场" }) { code }
           none: unit(code: "nowhere") { code } }`,
      );
      expect(answer).toEqual({
        data: {
          unit: {
            name: '云溪县市场监督管理局',
            kind: 'department',
            area: { code: '990121' },
            domains: [
              { code: 'marketRegulation', name: 'Market regulation' },
              { code: 'foodDrugs', name: 'Food and drugs' },
            ],
          },
          town: [{ code: 'town-centre-101' }],
          food: [{ code: 'market-supervision' }],
          none: null,
        },
      });
    });

    it('come page by page in the order of their codes', async () => {
      const seen: string[] = [];
      for (;;) {
        const { data } = await departments.ask<{ units: { code: string }[] }>(
          'query ($after: ID) { units(first: 20, after: $after) { code } }',
          { after: seen.at(-1) ?? null },
        );
        seen.push(...data!.units.map(({ code }) => code));
        if (data!.units.length < 20) break;
      }
      expect(new Set(seen)).toEqual(new Set(COUNTY.units.map(({ code }) => code)));
      expect(seen).toHaveLength(COUNTY.units.length);
    });

    it.each([
      ['{ units(first: 501) { code } }', 'INPUT_INVALID', 'first'],
      ['{ units(filter: { areaCode: "99012" }) { code } }', 'AREA_UNKNOWN', 'filter.areaCode'],
      ['{ units(filter: { domain: "magic" }) { code } }', 'INPUT_INVALID', 'filter.domain'],
      ['{ categories(parent: "99") { code } }', 'CATEGORY_UNKNOWN', 'parent'],
      ['{ categories(domain: "magic") { code } }', 'INPUT_INVALID', 'domain'],
    ])('refuse %s with %s in Chinese and English', async (query, code, field) => {
      const [zh, en] = [
        await departments.ask(query, {}, undefined, 'zh-CN'),
        await departments.ask(query, {}, undefined, 'en'),
      ];
      expect(zh.errors?.[0]).toMatchObject({
        extensions: { code, field },
        message: expect.stringMatching(/\p{Script=Han}/u),
      });
      expect(en.errors?.[0]).toMatchObject({
        extensions: { code, field },
        message: expect.stringMatching(/^[ -~–]+$/),
      });
    });

    it.each([
      ['a field there is none of', '{ units { colour } }', {}],
      [
        'a kind there is none of',
        'query ($kind: UnitKind) { units(filter: { kind: $kind }) { code } }',
        { kind: 'shed' },
      ],
      ['text that no field may hold', 'query ($code: ID!) { unit(code: $code) { code } }', { code: 'a\u0000' }],
      ['a query that does not parse', '{ units { code }', {}],
    ])('call %s bad input, not a failure of ours', async (_, query, variables) => {
      for (let time = 0; time < 3; time++) {
        const answer = await departments.ask(query, variables);
        expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', category: 'BAD_USER_INPUT' });
      }
    });

    it('resolve two hundred references and their domains with three reads', async () => {
      const representations = Array.from({ length: 200 }, (_, i) => ({
        __typename: 'Unit',
        code: COUNTY.units[i % COUNTY.units.length]!.code,
      }));
      const statements = await statementsDuring(departments.app, async () => {
        const answer = await references(representations, '... on Unit { name domains { zh } }');
        expect(answer.errors).toBeUndefined();
        expect(answer.data!._entities).toHaveLength(200);
        expect(answer.data!._entities[0]).toMatchObject({ name: '安和市综治中心' });
      });
      expect(statements.filter((one) => OWN_READS.test(one))).toHaveLength(3);
    });
  });

  describe('the catalogue', () => {
    it('has the 23 domains, named in both languages, before any demonstration data', async () => {
      const { data } = await departments.ask<{ domains: { number: number; zh: string; name: string }[] }>(
        '{ domains { number zh name } }',
        {},
        undefined,
        'zh-CN',
      );
      expect(data!.domains).toHaveLength(23);
      expect(data!.domains.map(({ number }) => number)).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
      expect(data!.domains[0]).toEqual({ number: 1, zh: '公共卫生', name: '公共卫生' });
    });

    it('gives every domain at least three categories and goes three levels deep', async () => {
      const { data } = await departments.ask<{ categories: { domain: { code: string } }[]; deep: unknown }>(
        `{ categories { domain { code } }
           deep: category(code: "04030201") {
             name level parent { code parent { code parent { code } } } domain { code } } }`,
      );
      const counts = new Map<string, number>();
      for (const { domain } of data!.categories) counts.set(domain.code, (counts.get(domain.code) ?? 0) + 1);
      expect(counts.size).toBe(23);
      expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(3);
      expect(data!.deep).toEqual({
        name: 'Square dancing',
        level: 3,
        parent: { code: '040302', parent: { code: '0403', parent: null } },
        domain: { code: 'resourcesEnvironment' },
      });
    });

    it('walks the tree down with one read a level', async () => {
      const statements = await statementsDuring(departments.app, async () => {
        const { errors } = await departments.ask('{ categories { code children { code children { code } } } }');
        expect(errors).toBeUndefined();
      });
      expect(statements.filter((one) => OWN_READS.test(one))).toHaveLength(3);
    });

    it('resolves many references to categories with one read', async () => {
      const representations = Array.from({ length: 100 }, (_, i) => ({
        __typename: 'Category',
        code: i % 2 ? '0901' : '0902',
      }));
      const statements = await statementsDuring(departments.app, async () => {
        const answer = await references(representations, '... on Category { zh }');
        expect(answer.data!._entities[0]).toEqual({ zh: '垃圾清运' });
      });
      expect(statements.filter((one) => OWN_READS.test(one))).toHaveLength(1);
    });
  });

  describe('powers', () => {
    const query =
      '{ powers(filter: { domain: "urbanManagement" }) { name legalGround level leadUnit { name } domain { code } } }';

    it('are for those who are signed in', async () => {
      const anonymous = await departments.ask(query);
      expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      const roleless = await departments.ask(query, {}, { roles: [] });
      expect(roleless.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    });

    it('name the ground in law and the unit that leads', async () => {
      const answer = await departments.ask<{ powers: object[] }>(query, {}, { roles: ['departmentHandler'] });
      expect(answer.errors).toBeUndefined();
      expect(answer.data!.powers.length).toBeGreaterThanOrEqual(3);
      expect(answer.data!.powers[0]).toMatchObject({
        legalGround: expect.stringContaining('《'),
        level: 'county',
        leadUnit: { name: '云溪县城市管理局' },
        domain: { code: 'urbanManagement' },
      });
    });

    it('cover every domain in the demonstration county', async () => {
      const found = await departments.sql<{ n: number }>(
        'select count(*)::int as n from power group by domain_code having count(*) >= 3',
      );
      expect(found).toHaveLength(23);
    });
  });

  it('loads the demonstration county a second time without a change', async () => {
    const count = () =>
      departments.sql(
        `select (select count(*) from unit) u, (select count(*) from power) p, (select count(*) from unit_domain) d,
         (select count(*) from response_template) t, (select count(*) from unit where parent_code is null) tops`,
      );
    const before = await count();
    await departments.loadDemo();
    expect(await count()).toEqual(before);
  });

  it('puts the demonstration’s units into their line', async () => {
    const { data } = await departments.ask(`{ unit(code: "village-101201") { parent { code parent { code parent { code parent { code } } } } } }`);
    expect(data).toEqual({ unit: { parent: { code: 'town-centre-101', parent: { code: 'county-centre', parent: { code: 'city-centre', parent: null } } } } });
  });
});
