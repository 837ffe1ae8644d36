import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { administratorOf, putCounty } from './county.js';
import { testGrids } from './grids.js';

const PUT_AREA =
  'mutation ($input: PutAreaInput!) { putArea(input: $input) { code name aliases gridKind parent { name } } }';
const PUT_POINT =
  'mutation ($input: PutQrPointInput!) { putQrPoint(input: $input) { code label area { name } latitude } }';

describe('an administrator', () => {
  let grids: TestSubgraph;
  let as: ReturnType<typeof administratorOf>;
  const putArea = (input: object, language = 'en') => grids.ask<{ putArea: object }>(PUT_AREA, { input }, as, language);
  const putPoint = (input: object) => grids.ask<{ putQrPoint: object }>(PUT_POINT, { input }, as);

  beforeAll(async () => {
    grids = await testGrids();
    await putCounty(grids);
    as = administratorOf(grids, '990121');
  }, 120_000);
  afterAll(() => grids.close());

  it('makes an area and renames it, each with its audit entry', async () => {
    const made = await putArea({ code: '990121002002', name: ' 柳湾村 ', aliases: ['柳湾', '柳湾'] });
    expect(made.data?.putArea).toEqual({
      code: '990121002002',
      name: '柳湾村',
      aliases: ['柳湾'],
      gridKind: null,
      parent: { name: '和平乡' },
    });
    const renamed = await putArea({ code: '990121002002', name: '柳湾新村' });
    expect(renamed.data?.putArea).toMatchObject({ name: '柳湾新村', aliases: ['柳湾'] });
    const entries = await grids.sql(
      `select operation, actor_subject, county_code, details from audit_entry where target_id = '990121002002' order by id`,
    );
    expect(entries).toEqual([
      {
        operation: 'putArea',
        actor_subject: as.subject,
        county_code: '990121',
        details: { created: true, changed: false },
      },
      {
        operation: 'putArea',
        actor_subject: as.subject,
        county_code: '990121',
        details: { created: false, changed: true },
      },
    ]);
  });

  it('sees a change in the directory and in recognition at once', async () => {
    const query =
      '{ areaDirectory(countyCode: "990121") { code } recogniseAreas(countyCode: "990121", texts: ["白鹭滩村"]) { areaCode } }';
    const before = await grids.ask<{ areaDirectory: unknown[]; recogniseAreas: unknown[] }>(query);
    expect(before.data?.recogniseAreas).toEqual([{ areaCode: null }]);
    await putArea({ code: '990121002009', name: '白鹭滩村' });
    const after = await grids.ask<{ areaDirectory: unknown[]; recogniseAreas: unknown[] }>(query);
    expect(after.data?.recogniseAreas).toEqual([{ areaCode: '990121002009' }]);
    expect(after.data?.areaDirectory).toHaveLength((before.data?.areaDirectory.length ?? 0) + 1);
  });

  it('makes a grid of the usual kind unless told otherwise', async () => {
    const usual = await putArea({ code: '990121002001007', name: '第七网格' });
    expect(usual.data?.putArea).toMatchObject({ gridKind: 'urbanRural' });
    const company = await putArea({ code: '990121002001008', name: '水泥厂', gridKind: 'enterprise' });
    expect(company.data?.putArea).toMatchObject({ gridKind: 'enterprise' });
  });

  it.each([
    ['a code of no level', { code: '99012100', name: '某地' }, 'INPUT_INVALID', 'code'],
    ['a code with letters', { code: '99012A', name: '某地' }, 'INPUT_INVALID', 'code'],
    ['a parent that is not there', { code: '990121077001', name: '某村' }, 'AREA_UNKNOWN', 'code'],
    ['a grid without its village', { code: '990121002077001', name: '某网格' }, 'GRID_WITHOUT_VILLAGE', 'code'],
    ['an empty name', { code: '990121003', name: ' ' }, 'INPUT_INVALID', 'name'],
    ['a name of 61 characters', { code: '990121003', name: '长'.repeat(61) }, 'TEXT_TOO_LONG', 'name'],
    ['a control character', { code: '990121003', name: '石\u0007桥镇' }, 'TEXT_CONTROL_CHARACTERS', 'name'],
    ['an empty alias', { code: '990121003', name: '石桥镇', aliases: ['石桥', ''] }, 'INPUT_INVALID', 'aliases[1]'],
    [
      'a kind of grid for a town',
      { code: '990121003', name: '石桥镇', gridKind: 'school' },
      'INPUT_INVALID',
      'gridKind',
    ],
    ['another county', { code: '990122', name: '清河县' }, 'AREA_OUTSIDE_JURISDICTION', 'code'],
  ])('is refused %s, in both languages and with nothing done', async (_what, input, code, field) => {
    const before = await grids.sql('select * from area');
    const english = await putArea(input, 'en');
    const chinese = await putArea(input, 'zh-CN');
    expect(english.errors?.[0]?.extensions).toMatchObject({ code, field });
    expect(chinese.errors?.[0]?.extensions).toMatchObject({ code, field });
    expect(chinese.errors?.[0]?.message).not.toBe(english.errors?.[0]?.message);
    expect(await grids.sql('select * from area')).toEqual(before);
  });

  it('alone may change areas', async () => {
    const input = { code: '990121003', name: '石桥镇' };
    const anonymous = await grids.ask(PUT_AREA, { input });
    expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const townCentre = await grids.ask(PUT_AREA, { input }, { roles: ['townCentre'] });
    expect(townCentre.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const withoutPosition = await grids.ask(PUT_AREA, { input }, { roles: ['administrator'] });
    expect(withoutPosition.errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
  });

  it('hangs up a QR code that anybody can then look up', async () => {
    const made = await putPoint({
      code: 'QR-2',
      areaCode: '990121002001001',
      label: '村口',
      latitude: 30.1,
      longitude: 104.2,
    });
    expect(made.data?.putQrPoint).toEqual({
      code: 'QR-2',
      label: '村口',
      area: { name: '石门村第一网格' },
      latitude: 30.1,
    });
    await putPoint({ code: 'QR-2', areaCode: '990121002001001', label: '村口大树' });
    const { data } = await grids.ask(
      '{ qrPoint(code: "QR-2") { label latitude areaCode } none: qrPoint(code: "QR-0") { label } }',
    );
    expect(data).toEqual({ qrPoint: { label: '村口大树', latitude: null, areaCode: '990121002001001' }, none: null });
    const [count] = await grids.sql<{ n: number }>(
      `select count(*)::int as n from audit_entry where operation = 'putQrPoint'`,
    );
    expect(count?.n).toBe(2);
  });

  it.each([
    ['a village', { code: 'QR-3', areaCode: '990121002001', label: '村口' }, 'INPUT_INVALID', 'areaCode'],
    [
      'a grid that is not there',
      { code: 'QR-3', areaCode: '990121002001077', label: '村口' },
      'AREA_UNKNOWN',
      'areaCode',
    ],
    ['a code with blanks', { code: 'QR 3', areaCode: '990121002001001', label: '村口' }, 'INPUT_INVALID', 'code'],
    ['no label', { code: 'QR-3', areaCode: '990121002001001', label: '' }, 'INPUT_INVALID', 'label'],
    [
      'half a position',
      { code: 'QR-3', areaCode: '990121002001001', label: '村口', latitude: 30 },
      'INPUT_INVALID',
      'longitude',
    ],
    [
      'a position off the earth',
      { code: 'QR-3', areaCode: '990121002001001', label: '村口', latitude: 91, longitude: 0 },
      'INPUT_INVALID',
      'latitude',
    ],
  ])('is refused a QR point with %s', async (_what, input, code, field) => {
    const { errors } = await putPoint(input);
    expect(errors?.[0]?.extensions).toMatchObject({ code, field });
  });

  it("does not take another county's QR code over", async () => {
    await grids.sql(`insert into area (code, name) values ('990122', '清河县')`);
    await grids.sql(`insert into area (code, parent_code, name) values
      ('990122001', '990122', '河口镇'), ('990122001001', '990122001', '石桥村'), ('990122001001001', '990122001001', '第一网格')`);
    const other = administratorOf(grids, '990122', '99012200-0000-4000-8000-0000000000aa');
    const input = { code: 'QR-1', areaCode: '990122001001001', label: '村口' };
    const { errors } = await grids.ask(PUT_POINT, { input }, other);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', field: 'code' });
  });
});
