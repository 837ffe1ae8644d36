import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { administratorOf, putCounty } from './county.js';
import { testGrids } from './grids.js';

const SPLIT = 'mutation ($input: SplitGridInput!) { splitGrid(input: $input) { code name gridKind validFrom } }';
const MERGE = 'mutation ($input: MergeGridsInput!) { mergeGrids(input: $input) { code name validFrom } }';
const MEMBER = '99012100-0000-4000-8000-0000000000b1';

const day = (offset: number): string => {
  const local = new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000);
  return local.toISOString().slice(0, 10);
};

describe('splitting and merging grids', () => {
  let grids: TestSubgraph;
  let as: ReturnType<typeof administratorOf>;
  const split = (input: object, language = 'en') => grids.ask<{ splitGrid: { code: string }[] }>(SPLIT, { input }, as, language);
  const merge = (input: object, language = 'en') => grids.ask<{ mergeGrids: object }>(MERGE, { input }, as, language);
  const figures = async (code: string, on: string) => {
    const { data } = await grids.ask<{ area: { households: number; people: number } }>(
      'query ($code: ID!, $on: String) { area(code: $code) { households(on: $on) people(on: $on) } }',
      { code, on },
    );
    return data?.area;
  };

  beforeAll(async () => {
    grids = await testGrids();
    await putCounty(grids);
    as = administratorOf(grids, '990121');
  }, 120_000);
  afterAll(() => grids.close());

  // Every test has a county of its own shape again: what one splits is not there for the next.
  beforeEach(async () => {
    await grids.sql(`truncate area cascade`);
    await grids.sql(`truncate household_count`);
    await putCounty(grids);
    await grids.sql(`update household set building = '1号楼' where grid_code = '990121001001001' and door in ('1号', '2号', '3号')`);
    await grids.sql(`insert into qr_point (code, area_code, label, kind, building) values
      ('QR-B1', '990121001001001', '1号楼', 'building', '1号楼')`);
    await grids.sql(`insert into duty (grid_code, subject, duty, valid_from) values ('990121001001001', $1, 'patrol', '2026-01-01')`, [MEMBER]);
  });

  it('leaves figures of the past as they were and moves households, points and duties along', async () => {
    const village = await figures('990121001001', day(-1));
    const { data, errors } = await split({
      code: '990121001001001',
      into: [
        { code: '990121001001101', name: '桥头村东网格' },
        { code: '990121001001102', name: '桥头村西网格', buildings: ['1号楼'] },
      ],
    });
    expect(errors).toBeUndefined();
    expect(data?.splitGrid).toEqual([
      { code: '990121001001101', name: '桥头村东网格', gridKind: 'urbanRural', validFrom: day(0) },
      { code: '990121001001102', name: '桥头村西网格', gridKind: 'urbanRural', validFrom: day(0) },
    ]);
    expect(await figures('990121001001001', day(-1))).toEqual({ households: 40, people: 120 });
    expect(await figures('990121001001001', day(0))).toEqual({ households: 0, people: 0 });
    expect(await figures('990121001001101', day(0))).toEqual({ households: 37, people: 111 });
    expect(await figures('990121001001102', day(0))).toEqual({ households: 3, people: 9 });
    expect(await figures('990121001001102', day(-1))).toEqual({ households: 0, people: 0 });
    expect(await figures('990121001001', day(-1))).toEqual(village);
    expect(await figures('990121001001', day(0))).toEqual(village);

    const after = await grids.ask<Record<string, object | null>>(`{
      house: qrPoint(code: "QR-B1") { areaCode } other: qrPoint(code: "QR-1") { areaCode }
      before: areaAt(code: "990121001001001", on: "${day(-1)}") { code }
      now: areaAt(code: "990121001001001", on: "${day(0)}") { code }
      origin: areaAt(code: "990121001001102", on: "${day(-1)}") { code }
      successorsOf(code: "990121001001001") { newCode kind on }
      areas(under: "990121001001") { code } }`);
    expect(after.data).toEqual({
      house: { areaCode: '990121001001102' },
      other: { areaCode: '990121001001101' },
      before: [{ code: '990121001001001' }],
      now: [{ code: '990121001001101' }, { code: '990121001001102' }],
      origin: [{ code: '990121001001001' }],
      successorsOf: [
        { newCode: '990121001001101', kind: 'split', on: day(0) },
        { newCode: '990121001001102', kind: 'split', on: day(0) },
      ],
      areas: [{ code: '990121001001002' }, { code: '990121001001101' }, { code: '990121001001102' }],
    });
    const duties = await grids.sql(`select grid_code, valid_to is null as open from duty order by grid_code`);
    expect(duties).toEqual([
      { grid_code: '990121001001001', open: false },
      { grid_code: '990121001001101', open: true },
      { grid_code: '990121001001102', open: true },
    ]);
  });

  it('lets a change of tomorrow wait until tomorrow', async () => {
    const { errors } = await merge({
      codes: ['990121001001001', '990121001001002'],
      on: day(1),
      into: { code: '990121001001100', name: '桥头村网格' },
    });
    expect(errors).toBeUndefined();
    expect(await figures('990121001001001', day(0))).toEqual({ households: 40, people: 120 });
    expect(await figures('990121001001100', day(0))).toEqual({ households: 0, people: 0 });
    expect(await figures('990121001001100', day(1))).toEqual({ households: 75, people: 225 });
    const { data } = await grids.ask<Record<string, object>>(
      '{ qrPoint(code: "QR-1") { areaCode } areas(under: "990121001001") { code } }',
    );
    expect(data).toEqual({
      qrPoint: { areaCode: '990121001001001' },
      areas: [{ code: '990121001001001' }, { code: '990121001001002' }],
    });
    // The same door numbers in both: the second grid's carry its name.
    const doubled = await grids.sql(
      `select building from household where grid_code = '990121001001100' and door = '5号' order by length(building)`,
    );
    expect(doubled).toEqual([{ building: '' }, { building: '桥头村学校网格' }]);
  });

  it.each([
    ['grids of two villages', 'merge', { codes: ['990121001001001', '990121002001001'], into: { code: '990121001001100', name: '网格' } }, 'GRIDS_OF_DIFFERENT_VILLAGES', 'codes'],
    ['the same grid twice', 'merge', { codes: ['990121001001001', '990121001001001'], into: { code: '990121001001100', name: '网格' } }, 'INPUT_INVALID', 'codes'],
    ['a grid that is not there', 'merge', { codes: ['990121001001001', '990121001001077'], into: { code: '990121001001100', name: '网格' } }, 'AREA_UNKNOWN', 'codes'],
    ['a code in use', 'split', { code: '990121001001001', into: [{ code: '990121001001101', name: '东' }, { code: '990121001001002', name: '西' }] }, 'AREA_CODE_USED', 'into[1].code'],
    ['one code twice', 'split', { code: '990121001001001', into: [{ code: '990121001001101', name: '东' }, { code: '990121001001101', name: '西' }] }, 'AREA_CODE_USED', 'into[1].code'],
    ['a part of another village', 'split', { code: '990121001001001', into: [{ code: '990121001001101', name: '东' }, { code: '990121002001102', name: '西' }] }, 'INPUT_INVALID', 'into[1].code'],
    ['one part', 'split', { code: '990121001001001', into: [{ code: '990121001001101', name: '东' }] }, 'INPUT_INVALID', 'into'],
    ['a day that has passed', 'split', { code: '990121001001001', on: '2026-01-01', into: [{ code: '990121001001101', name: '东' }, { code: '990121001001102', name: '西' }] }, 'DATE_IN_PAST', 'on'],
    ['no date', 'split', { code: '990121001001001', on: '2026-02-30', into: [{ code: '990121001001101', name: '东' }, { code: '990121001001102', name: '西' }] }, 'TIME_INVALID', 'on'],
    ['a village', 'split', { code: '990121001001', into: [{ code: '990121001001101', name: '东' }, { code: '990121001001102', name: '西' }] }, 'AREA_UNKNOWN', 'code'],
  ] as const)('is refused %s, in both languages, audited, with nothing done', async (_what, act, input, code, field) => {
    const before = await grids.sql('select * from area order by code');
    const [last] = await grids.sql<{ id: string }>('select coalesce(max(id), 0)::text as id from audit_entry');
    const ask = act === 'split' ? split : merge;
    const [english, chinese] = [await ask(input, 'en'), await ask(input, 'zh-CN')];
    expect(english.errors?.[0]?.extensions).toMatchObject({ code, field });
    expect(chinese.errors?.[0]?.message).not.toBe(english.errors?.[0]?.message);
    expect(await grids.sql('select * from area order by code')).toEqual(before);
    const refused = await grids.sql(`select details->>'code' as code from audit_entry where outcome = 'refused' and id > $1 order by id`, [last!.id]);
    expect(refused).toEqual([{ code }, { code }]);
  });

  it('does not touch what has been closed, and never gives its code again', async () => {
    const into = [{ code: '990121001001101', name: '东' }, { code: '990121001001102', name: '西' }];
    await split({ code: '990121001001001', into });
    const again = await split({ code: '990121001001001', into: [{ code: '990121001001103', name: '东' }, { code: '990121001001104', name: '西' }] });
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'AREA_CLOSED', value: '990121001001001', on: day(0) });
    const reused = await split({ code: '990121001001002', into: [{ code: '990121001001001', name: '东' }, { code: '990121001001105', name: '西' }] });
    expect(reused.errors?.[0]?.extensions.code).toBe('AREA_CODE_USED');
    const renamed = await grids.ask('mutation { putArea(input: { code: "990121001001001", name: "旧网格" }) { code } }', {}, as);
    expect(renamed.errors?.[0]?.extensions.code).toBe('AREA_CLOSED');
  });

  it('closes an area that nothing follows, once nothing is left in it', async () => {
    const close = (code: string) => grids.ask<{ closeArea: object }>(`mutation { closeArea(code: "${code}") { validTo } }`, {}, as);
    expect((await close('990121002001')).errors?.[0]?.extensions).toMatchObject({ code: 'AREA_NOT_EMPTY', actual: 1 });
    expect((await close('990121002001001')).data).toEqual({ closeArea: { validTo: day(0) } });
    expect((await close('990121002001')).data).toEqual({ closeArea: { validTo: day(0) } });
    expect((await close('990121002001')).errors?.[0]?.extensions.code).toBe('AREA_CLOSED');
    const { errors } = await grids.ask('mutation { putArea(input: { code: "990121002001009", name: "网格" }) { code } }', {}, as);
    expect(errors?.[0]?.extensions.code).toBe('AREA_CLOSED');
  });

  it('belongs to the administrator of the place', async () => {
    const input = { code: '990121001001001', into: [{ code: '990121001001101', name: '东' }, { code: '990121001001102', name: '西' }] };
    const other = administratorOf(grids, '990121002', '99012100-0000-4000-8000-0000000000ab');
    expect((await grids.ask(SPLIT, { input }, other)).errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
    expect((await grids.ask(SPLIT, { input }, { roles: ['townCentre'] })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
