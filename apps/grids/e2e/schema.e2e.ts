import { readFile } from 'node:fs/promises';
import { migrate } from '@yiwang/platform/database';
import { schemaDrift } from '@yiwang/testing/drift';
import { testDatabase } from '@yiwang/testing/postgres';
import { prepareSchema } from '@yiwang/testing/subgraph';
import { putAreas } from '../src/areas/put-areas.js';
import { loadDemo } from '../src/demo/load-demo.js';
import { ownSchema, TABLES_WITHOUT_ENTITY } from '../src/schema.js';

describe('the tables of grids', () => {
  it('are those that the entities describe', async () => {
    expect(await schemaDrift(ownSchema, TABLES_WITHOUT_ENTITY)).toEqual([]);
  }, 120_000);
});

describe('putting many areas in', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let source: Awaited<ReturnType<typeof migrate>>;

  beforeAll(async () => {
    database = await testDatabase();
    source = await migrate(ownSchema, (await prepareSchema(database.url, ownSchema.schema)).migratorUrl);
  }, 120_000);
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('takes rows in any order, refuses bad ones by themselves and changes nothing the second time', async () => {
    const rows = [
      { code: '880101001001', name: '村' },
      { code: '880101', name: '县' },
      { code: '880101001', name: '镇' },
      { code: '880101002001', name: '无镇之村' },
      { code: '88010', name: '坏码' },
      { code: '880101', name: '又一县' },
    ];
    const first = await source.transaction((manager) => putAreas(manager, rows));
    expect(first).toMatchObject({ created: 3, changed: 0, unchanged: 0 });
    expect(first.refused.map(({ row, refusal }) => [row, refusal.code])).toEqual([
      [4, 'AREA_UNKNOWN'],
      [5, 'INPUT_INVALID'],
      [6, 'INPUT_INVALID'],
    ]);
    const second = await source.transaction((manager) => putAreas(manager, rows.slice(0, 3)));
    expect(second).toEqual({ created: 0, changed: 0, unchanged: 3, refused: [] });
  });

  it('joins a county to its city when that comes later', async () => {
    await source.transaction((manager) => putAreas(manager, [{ code: '8801', name: '市' }]));
    expect(await source.query(`select parent_code from area where code = '880101'`)).toEqual([{ parent_code: '8801' }]);
  });

  it('loads the demonstration county, and a second time leaves what was changed since', async () => {
    const file = new URL('../../../deploy/demo/county.json', import.meta.url);
    const county = JSON.parse(await readFile(file, 'utf8')) as Record<'areas' | 'households' | 'qrPoints', unknown[]>;
    await source.transaction((manager) => loadDemo(manager, county));
    await source.query(`update area set name = '改名县' where code = '990121'`);
    await source.transaction((manager) => loadDemo(manager, county));
    const [row] = await source.query(
      `select (select count(*)::int from area where code like '9901%') as areas, (select count(distinct grid_code)::int from household) as households,
              (select count(*)::int from qr_point) as points, (select name from area where code = '990121') as name`,
    );
    expect(row).toEqual({
      areas: county.areas.length,
      households: county.households.length,
      points: county.qrPoints.length,
      name: '改名县',
    });
  });
});
