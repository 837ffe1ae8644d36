import { randomUUID } from 'node:crypto';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import type { Role } from '@yiwang/contracts/roles';
import { CALLERS, type MatrixCaller, type MatrixStand, type Place } from '@yiwang/testing/matrix';
import type { TestSubgraph } from '@yiwang/testing/subgraph';

/** What a place of grids has: one village with a grid, a household, a QR point, a duty. */
export interface GridThings {
  mark: string;
  county: string;
  town: string;
  village: string;
  grid: string;
  householdId: string;
  qrCode: string;
  dutyId: string;
}

const TOWNS: Record<Place, string> = { own: '990121001', neighbour: '990121002', elsewhere: '990221001' };

async function place(grids: TestSubgraph, name: Place): Promise<GridThings> {
  const town = TOWNS[name];
  const things: GridThings = {
    ...{ mark: `${name}-thing`, county: town.slice(0, 6), town, village: `${town}001`, grid: `${town}001001` },
    ...{ householdId: '', qrCode: `QR-${town}`, dutyId: randomUUID() },
  };
  const { mark, village, grid } = things;
  await grids.sql(
    `insert into area (code, parent_code, name, aliases, grid_kind) values ($1, $2, $3, '{}', null), ($4, $1, $3 || '村', '{}', null),
      ($5, $4, $3 || '格', '{}', 'urbanRural')`,
    [town, things.county, mark, village, grid],
  );
  const [household] = await grids.sql<{ id: string }>(
    `insert into household (grid_code, building, door, people) values ($1, $2, '1', 3) returning id::text`,
    [grid, mark],
  );
  things.householdId = household!.id;
  await grids.sql(`insert into qr_point (code, area_code, label) values ($1, $2, $3)`, [things.qrCode, grid, mark]);
  await grids.sql(`insert into duty (id, grid_code, subject, duty, valid_from) values ($1, $2, $3, 'patrol', '2026-01-01')`, [things.dutyId, grid, mark]);
  return things;
}

/** Two counties of two cities: the callers' own village, one of another town, one of the other county. */
export async function gridsMatrix(grids: TestSubgraph): Promise<MatrixStand<GridThings>> {
  await grids.sql(`insert into area (code, parent_code, name, aliases) values ('9901', null, '甲市', '{}'), ('990121', '9901', '甲县', '{}'),
    ('9902', null, '乙市', '{}'), ('990221', '9902', '乙县', '{}')`);
  const things = { own: await place(grids, 'own'), neighbour: await place(grids, 'neighbour'), elsewhere: await place(grids, 'elsewhere') };
  const { own } = things;
  const areas: Partial<Record<MatrixCaller, string>> = { gridMember: own.grid, villageOfficial: own.village, townCentre: own.town, cityCentre: '9901' };
  const callers = Object.fromEntries(
    CALLERS.map((caller) => {
      if (caller === 'anonymous') return [caller, undefined];
      const subject = randomUUID();
      const role = (caller === 'villageOfficial' ? 'villageSecretary' : caller) as PositionRole;
      const isPlaced = caller !== 'resident' && caller !== 'service';
      if (isPlaced) grids.positions.set(subject, [{ id: randomUUID(), role, areaCode: areas[caller] ?? own.county, unitCode: caller === 'departmentHandler' ? 'water' : null }]);
      return [caller, { subject, roles: [caller as Role] }];
    }),
  ) as MatrixStand<GridThings>['callers'];
  return { subgraph: grids, callers, things };
}
