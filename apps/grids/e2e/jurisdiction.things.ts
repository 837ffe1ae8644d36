import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import type { Role } from '@yiwang/contracts/roles';
import { CALLERS, type MatrixCaller, type MatrixStand, type Place } from '@yiwang/testing/matrix';
import type { TestSubgraph } from '@yiwang/testing/subgraph';

/** What a place of grids has: a village with a grid that has its doors, points, duties, rounds and findings. */
export interface GridThings {
  /** Stands in the name of every area and in every text of it. */
  mark: string;
  county: string;
  village: string;
  grid: string;
  /** The grid that the grid came from. */
  before: string;
  qrCode: string;
  /** A point in the grid. */
  at: { latitude: number; longitude: number };
  /** A code that no grid of the village has had. */
  unusedCode(): string;
  /** Makes a row of this place, which a call may use up, and gives its key; texts of it hold the mark. */
  make: {
    /** A grid more of the village, without anything in it. */
    grid(): Promise<string>;
    household(): Promise<string>;
    qrPoint(): Promise<string>;
    duty(): Promise<string>;
    /** A round that is on now, where somebody may have checked in already; its slot. */
    round(checkedInBy?: string): Promise<string>;
    finding(): Promise<string>;
  };
}

const PLACES: Record<Place, { town: string; latitude: number }> = {
  own: { town: '990121001', latitude: 30 },
  neighbour: { town: '990121002', latitude: 31 },
  elsewhere: { town: '990221001', latitude: 32 },
};

export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

async function place(grids: TestSubgraph, name: Place): Promise<GridThings> {
  const { town, latitude } = PLACES[name];
  const [mark, county, village] = [`${name}-thing`, town.slice(0, 6), `${town}001`];
  const [before, grid, qrCode] = [`${village}001`, `${village}002`, `QR-${town}`];
  const one = async (text: string, values: unknown[]): Promise<string> => (await grids.sql<{ key: string }>(text, values))[0]!.key;
  await grids.sql(
    `insert into area (code, parent_code, name, aliases, grid_kind, valid_to) values ($1, $2, $3, '{}', null, null),
      ($4, $1, $3 || '村', '{}', null, null), ($5, $4, $3 || '旧格', '{}', 'urbanRural', '2026-01-01'), ($6, $4, $3 || '格', '{}', 'urbanRural', null)`,
    [town, county, mark, village, before, grid],
  );
  await grids.sql(`insert into succession (old_code, new_code, kind, on_date, recorded_by) values ($1, $2, 'merge', '2026-01-01', 'x')`, [before, grid]);
  await grids.sql(
    `insert into boundary (area_code, valid_from, geometry, bbox, area_m2) values ($1, '2020-01-01', $2, box(point(104, $3), point(104.1, $3 + 0.1)), 1e8)`,
    [grid, JSON.stringify(squareAt(latitude)), latitude],
  );
  await grids.sql(`insert into qr_point (code, area_code, label) values ($1, $2, $3)`, [qrCode, grid, mark]);
  await grids.sql(
    `insert into mailbox (message_id, type, recipient, title, body) values ($1, 'patrolMissed', jsonb_build_object('kind', 'position', 'areaCode', $2::text), $1, 'x')`,
    [mark, village],
  );
  let codes = 100;
  const unusedCode = (): string => `${village}${String(codes++)}`;
  const make: GridThings['make'] = {
    async grid() {
      const code = unusedCode();
      await grids.sql(`insert into area (code, parent_code, name, aliases, grid_kind) values ($1, $2, $3, '{}', 'urbanRural')`, [code, village, `${mark}${code}`]);
      return code;
    },
    household: () =>
      one(`insert into household (grid_code, building, door, people) values ($1, $2, gen_random_uuid()::text, 3) returning id::text as key`, [grid, mark]),
    qrPoint: () => one(`insert into qr_point (code, area_code, label) values ('QR-' || gen_random_uuid(), $1, $2) returning code as key`, [grid, mark]),
    duty: () =>
      one(`insert into duty (grid_code, subject, duty, valid_from) values ($1, gen_random_uuid(), 'patrol', '2026-01-01') returning id::text as key`, [grid]),
    round: (checkedInBy) =>
      one(
        `insert into patrol_round (grid_code, day, slot, county_code, opens_at, closes_at, subject, checked_in_at)
         values ($1, $2, gen_random_uuid()::text, $3, now() - interval '1 hour', now() + interval '1 hour', $4::text, case when $4::text is not null then now() end)
         returning slot as key`,
        [grid, today(), county, checkedInBy ?? null],
      ),
    finding: async () =>
      one(
        `insert into patrol_finding (id, grid_code, day, slot, subject, text, found_at) values (gen_random_uuid(), $1, $2, $3, 'x', $4, now()) returning id::text as key`,
        [grid, today(), await make.round(), mark],
      ),
  };
  await Promise.all([make.household(), make.duty(), make.finding()]);
  return { mark, county, village, grid, before, qrCode, at: { latitude: latitude + 0.05, longitude: 104.05 }, unusedCode, make };
}

export const squareAt = (latitude: number) => ({
  type: 'Polygon',
  coordinates: [[[104, latitude], [104.1, latitude], [104.1, latitude + 0.1], [104, latitude + 0.1], [104, latitude]]],
});

/** Where each role works; the others are of the whole county. */
const AREAS: Partial<Record<MatrixCaller, string>> = {
  ...{ gridMember: '990121001001002', villageOfficial: '990121001001', townCentre: '990121001', cityCentre: '9901' },
};

/** Two counties of two cities: the callers' own grid, one of another town, one of the other county. */
export async function gridsMatrix(grids: TestSubgraph): Promise<MatrixStand<GridThings>> {
  await grids.sql(`insert into area (code, parent_code, name, aliases) values ('9901', null, '甲市', '{}'), ('990121', '9901', '甲县', '{}'),
    ('9902', null, '乙市', '{}'), ('990221', '9902', '乙县', '{}')`);
  await grids.sql(
    `insert into patrol_setting (county_code, enabled, on_days_off, slots, grid_kinds, near_m, picture_required)
     select county, true, false, '[{"slot":"morning","from":"08:00","until":"12:00"}]', '{urbanRural}', 50, false from unnest('{990121,990221}'::text[]) county`,
  );
  const things = { own: await place(grids, 'own'), neighbour: await place(grids, 'neighbour'), elsewhere: await place(grids, 'elsewhere') };
  const callers = Object.fromEntries(
    CALLERS.map((caller) => {
      if (caller === 'anonymous') return [caller, undefined];
      const subject = randomUUID();
      const role = (caller === 'villageOfficial' ? 'villageSecretary' : caller) as PositionRole;
      const isPlaced = caller !== 'resident' && caller !== 'service';
      const unitCode = caller === 'departmentHandler' ? 'water' : null;
      if (isPlaced) grids.positions.set(subject, [{ id: randomUUID(), role, areaCode: AREAS[caller] ?? things.own.county, unitCode }]);
      return [caller, { subject, roles: [caller as Role] }];
    }),
  ) as MatrixStand<GridThings>['callers'];
  return { subgraph: grids, callers, things };
}

/** Stands in for cases, which starts whatever it is asked to. */
export async function startingCases() {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { startCase: { case: { number: '990121-20261125-000007' } } } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
