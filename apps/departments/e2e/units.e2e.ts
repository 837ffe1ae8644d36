import { departmentsTrial, type DepartmentsTrial, type Staff } from './county.js';

const FIELDS = '{ code name kind areaCode closedOn takesTasks version parent { code } domains { code } }';
const CREATE = `mutation ($input: CreateUnitInput!) { createUnit(input: $input) ${FIELDS} }`;
const CHANGE = `mutation ($input: ChangeUnitInput!) { changeUnit(input: $input) ${FIELDS} }`;
const CLOSE = `mutation ($input: CloseUnitInput!) { closeUnit(input: $input) ${FIELDS} }`;

interface Unit {
  code: string;
  version: number;
  takesTasks: boolean;
  parent: { code: string } | null;
  domains: { code: string }[];
}

describe('keeping units', () => {
  let departments: DepartmentsTrial;
  let administrator: Staff;
  let neighbour: Staff;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    departments = await departmentsTrial();
    administrator = departments.appoint('administrator', '990121');
    neighbour = departments.appoint('administrator', '990122');
  }, 120_000);
  afterAll(() => departments?.close());

  const create = (input: object, as = administrator, language = 'en') =>
    departments.ask<{ createUnit: Unit }>(CREATE, { input: { name: '县水务局', kind: 'department', areaCode: '990121', ...input } }, as, language);
  const change = (input: object, as = administrator) => departments.ask<{ changeUnit: Unit }>(CHANGE, { input }, as);
  const close = (input: object, as = administrator) => departments.ask<{ closeUnit: Unit }>(CLOSE, { input }, as);

  it('makes one at its place in the line, with its domains, and says so in the audit', async () => {
    const { data, errors } = await create({ code: 'water', parentCode: 'county-centre', domains: ['agricultureForestryWater'] });
    expect(errors).toBeUndefined();
    expect(data!.createUnit).toMatchObject({ code: 'water', takesTasks: true, version: 1, parent: { code: 'county-centre' } });
    expect(data!.createUnit.domains).toEqual([{ code: 'agricultureForestryWater' }]);
    const audit = await departments.sql<{ outcome: string; county_code: string }>(
      `select outcome, county_code from audit_entry where operation = 'createUnit' and target_id = 'water'`,
    );
    expect(audit).toEqual([{ outcome: 'done', county_code: '990121' }]);
  });

  it('gives a code where none is given, and none twice', async () => {
    const first = await create({ name: '县气象站' });
    const second = await create({ name: '县档案馆' });
    expect(first.data!.createUnit.code).toMatch(/^990121-\d{3}$/);
    expect(second.data!.createUnit.code > first.data!.createUnit.code).toBe(true);
  });

  it.each([
    ['an area that is not there', { areaCode: '990199' }, 'AREA_OUTSIDE_JURISDICTION'],
    ['another county', { areaCode: '990122' }, 'AREA_OUTSIDE_JURISDICTION'],
    ['a code in use', { code: 'county-centre' }, 'UNIT_CODE_TAKEN'],
    ['a code with spaces', { code: 'a b' }, 'INPUT_INVALID'],
    ['a kind at the wrong level', { kind: 'village' }, 'INPUT_INVALID'],
    ['a domain that is none', { code: 'magic', domains: ['magic'] }, 'DOMAIN_UNKNOWN'],
    ['a parent that is none', { code: 'orphan', parentCode: 'nobody' }, 'UNIT_UNKNOWN'],
    ['a parent of a smaller area', { code: 'upside-down', parentCode: 'town-centre-101' }, 'UNIT_PARENT_REFUSED'],
    ['no name', { name: ' ' }, 'INPUT_INVALID'],
  ])('refuses %s in both languages, and leaves nothing', async (_, input, code) => {
    const count = () => departments.sql<{ n: number }>('select count(*)::int n from unit');
    const before = await count();
    const [zh, en] = [await create(input, administrator, 'zh-CN'), await create(input)];
    expect(zh.errors?.[0]).toMatchObject({ extensions: { code }, message: expect.stringMatching(/\p{Script=Han}/u) });
    expect(en.errors?.[0]).toMatchObject({ extensions: { code } });
    expect(await count()).toEqual(before);
  });

  it('is for administrators', async () => {
    const handler = departments.appoint('departmentHandler', '990121', 'education');
    expect((await create({ code: 'mine' }, handler)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await departments.ask(CREATE, { input: { name: 'x', kind: 'department', areaCode: '990121' } })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('changes what is said, to whoever saw the latest version', async () => {
    await create({ code: 'parks', name: '县园林处' });
    const changed = await change({ code: 'parks', version: 1, name: '县园林绿化中心', domains: ['urbanManagement'] });
    expect(changed.data!.changeUnit).toMatchObject({ name: '县园林绿化中心', version: 2, domains: [{ code: 'urbanManagement' }] });
    expect((await change({ code: 'parks', version: 1, name: '旧' })).errors?.[0]?.extensions).toMatchObject({ code: 'VERSION_CONFLICT', actual: 2 });
    expect((await change({ code: 'parks', version: 2, name: '夺' }, neighbour)).errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
  });

  it('never stands below itself', async () => {
    await create({ code: 'bureau' });
    await create({ code: 'office', parentCode: 'bureau' });
    await create({ code: 'desk', parentCode: 'office' });
    for (const parentCode of ['bureau', 'office', 'desk']) {
      expect((await change({ code: 'bureau', version: 1, parentCode })).errors?.[0]?.extensions.code).toBe('UNIT_PARENT_REFUSED');
    }
  });

  it('closes by a date: from then on it takes no tasks and leaves the lists, and what points to it still finds it', async () => {
    await create({ code: 'merged', name: '县物价局（并入）' });
    expect((await close({ code: 'merged', on: '2020-01-01', reason: '机构改革' })).errors?.[0]?.extensions.code).toBe('TIME_INVALID');
    expect((await close({ code: 'merged', on: '2027-02-30', reason: '机构改革' })).errors?.[0]?.extensions.code).toBe('TIME_INVALID');
    const later = await close({ code: 'merged', on: '2999-01-01', reason: '机构改革' });
    expect(later.data!.closeUnit.takesTasks).toBe(true);
    const now = await close({ code: 'merged', on: today, reason: '机构改革' });
    expect(now.data!.closeUnit.takesTasks).toBe(false);
    const { data } = await departments.ask<Record<string, { code: string }[]>>(
      `{ open: units(filter: { search: "物价" }) { code } all: units(filter: { search: "物价", withClosed: true }) { code } }`,
    );
    expect(data).toEqual({ open: [], all: [{ code: 'merged' }] });
    const one = await departments.ask<{ unit: object }>('{ unit(code: "merged") { closedOn takesTasks } }');
    expect(one.data!.unit).toEqual({ closedOn: today, takesTasks: false });
  });

  it('come by name too, page by page without a gap or a repeat', async () => {
    const seen: string[] = [];
    for (;;) {
      const { data } = await departments.ask<{ units: { code: string }[] }>(
        'query ($after: ID) { units(first: 7, after: $after, sort: name) { code } }',
        { after: seen.at(-1) ?? null },
      );
      seen.push(...data!.units.map(({ code }) => code));
      if (data!.units.length < 7) break;
    }
    const rows = await departments.sql<{ code: string }>(`select code from unit where closed_on is null or closed_on > $1 order by name, code`, [today]);
    expect(seen).toEqual(rows.map(({ code }) => code));
  });
});
