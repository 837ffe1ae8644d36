import { asSystem, NOBODY, scopeOf, withScope } from '@yiwang/platform/row-scope';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { DataSource } from 'typeorm';
import { putCounty } from './county.js';
import { testGrids } from './grids.js';

const MEMBER = '99012100-0000-4000-8000-0000000000b1';
const post = (role: 'gridMember' | 'villageSecretary' | 'administrator' | 'departmentHandler', areaCode: string) =>
  scopeOf({ subject: MEMBER, roles: [] }, [{ id: 'p', role, areaCode, unitCode: null }]);

/** Tables about doors, people and rounds, each with how many rows of the county there are. */
const TABLES = { household: 107, duty: 2, patrol_round: 3, patrol_finding: 1, attachment: 1, mailbox: 1 } as const;

describe('rows of grids, whatever the code forgets', () => {
  let grids: TestSubgraph;
  let source: DataSource;
  const count = async (table: string): Promise<number> => {
    const [row] = await source.query<{ n: number }[]>(`select count(*)::int as n from ${table}`);
    return row!.n;
  };

  beforeAll(async () => {
    grids = await testGrids();
    source = grids.app.get(DataSource);
    await putCounty(grids);
    await grids.sql(`insert into duty (grid_code, subject, duty, valid_from) values
      ('990121001001001', 'somebody', 'patrol', '2026-01-01'), ('990121002001001', 'somebody', 'patrol', '2026-01-01')`);
    await grids.sql(`insert into patrol_round (grid_code, day, slot, county_code, opens_at, closes_at)
      select code, '2026-11-25', 'morning', '990121', now(), now() + interval '1 hour' from area where length(code) = 15`);
    await grids.sql(`insert into patrol_finding (id, grid_code, day, slot, subject, text, found_at)
      values (gen_random_uuid(), '990121001001001', '2026-11-25', 'morning', 'somebody', '井盖缺失', now())`);
    await grids.sql(`insert into attachment (case_number, uploaded_by, kind, media_type, bytes, sha256, storage_key)
      values ('patrol/990121001001001/2026-11-25/morning', 'somebody', 'image', 'image/png', 1, 'x', 'k')`);
    await grids.sql(`insert into mailbox (message_id, type, recipient, title, body)
      values ('m', 'patrolMissed', '{"kind":"position","areaCode":"990121001001"}', 't', 'b')`);
  }, 120_000);
  afterAll(() => grids.close());

  it.each(Object.entries(TABLES))('%s: the county sees them, nobody and the next county see none', async (table, rows) => {
    expect(await withScope(post('administrator', '990121'), () => count(table))).toBe(rows);
    expect(await withScope(post('administrator', '990122'), () => count(table))).toBe(0);
    expect(await withScope(NOBODY, () => count(table))).toBe(0);
    expect(await asSystem('no such system', () => count(table))).toBe(0);
  });

  it.each([
    ['a village', post('villageSecretary', '990121001001'), { household: 75, duty: 1, patrol_round: 2, patrol_finding: 1, mailbox: 1 }],
    ['a grid member', post('gridMember', '990121002001001'), { household: 32, duty: 1, patrol_round: 1, patrol_finding: 0, mailbox: 0 }],
    ['a department', post('departmentHandler', '990121'), { household: 0, duty: 0, patrol_round: 0, patrol_finding: 0, mailbox: 0 }],
  ])('%s sees its own', async (_who, scope, expected) => {
    for (const [table, rows] of Object.entries(expected)) {
      expect([table, await withScope(scope, () => count(table))]).toEqual([table, rows]);
    }
  });

  it.each([
    ['enters a door', `insert into household (grid_code, door, people) values ('990121001001001', '999号', 1)`],
    ['renames an area', `insert into area (code, parent_code, name) values ('990121001099', '990121001', '假村')`],
    ['draws a boundary', `insert into boundary (area_code, valid_from, geometry, bbox, area_m2) values ('990121', '2026-01-01', '{}', box '((0,0),(1,1))', 1)`],
    ['plans rounds', `insert into patrol_round (grid_code, day, slot, county_code, opens_at, closes_at) values ('990121001001001', '2026-11-26', 'x', '990121', now(), now())`],
    ['hangs up a code', `insert into qr_point (code, area_code, label) values ('QR-X', '990121001001001', 'x')`],
  ])('nobody of the next county %s', async (_what, statement) => {
    await expect(withScope(post('administrator', '990122'), () => source.query(statement))).rejects.toThrow('row-level security');
  });

  it('counts are never written but by the doors themselves', async () => {
    await expect(asSystem('county', () => source.query(`update household_count set households = 0`))).rejects.toThrow('permission denied');
  });

  it('areas and where they lie are for everybody to read', async () => {
    expect(await withScope(NOBODY, () => count('area'))).toBe(9);
    expect(await withScope(NOBODY, () => count('qr_point'))).toBe(1);
  });
});
