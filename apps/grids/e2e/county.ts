import type { TestSubgraph } from '@yiwang/testing/subgraph';

/** An invented county: two towns, two villages, three grids with households and one QR point. */
export async function putCounty(grids: TestSubgraph): Promise<void> {
  await grids.sql(`insert into area (code, parent_code, name, aliases, grid_kind) values
    ('9901', null, '安和市', '{}', null),
    ('990121', '9901', '云溪县', '{}', null),
    ('990121001', '990121', '城关镇', '{老城}', null),
    ('990121002', '990121', '和平乡', '{}', null),
    ('990121001001', '990121001', '桥头村', '{}', null),
    ('990121002001', '990121002', '石门村', '{石门坎}', null),
    ('990121001001001', '990121001001', '桥头村第一网格', '{}', 'urbanRural'),
    ('990121001001002', '990121001001', '桥头村学校网格', '{}', 'school'),
    ('990121002001001', '990121002001', '石门村第一网格', '{}', 'urbanRural')`);
  await grids.sql(`insert into household (grid_code, door, people)
    select g, n || '号', 3 from (values ('990121001001001', 40), ('990121001001002', 35), ('990121002001001', 32)) as v (g, c)
     cross join generate_series(1, c) n`);
  await grids.sql(`insert into qr_point (code, area_code, label) values ('QR-1', '990121001001001', '1号楼')`);
}

export const ADMINISTRATOR = '99012100-0000-4000-8000-0000000000aa';

/** A token wish for an administrator of the county, with the position that goes with it. */
export function administratorOf(grids: TestSubgraph, areaCode: string, subject: string = ADMINISTRATOR) {
  grids.positions.set(subject, [{ id: `${subject}-1`, role: 'administrator', areaCode, unitCode: null }]);
  return { subject, roles: ['administrator' as const] };
}
