import { area as areaM2Of } from '@turf/area';
import { recordAudit } from '@yiwang/platform/audit';
import type { DataSource, EntityManager } from 'typeorm';
import type { AreaRow } from '../areas/check-area.js';
import { putAreas, type PutAreasResult } from '../areas/put-areas.js';
import { householdsOf, type Box, type GeneratedCounty, type GeneratedHousehold } from './generate.js';

const ROWS_A_STATEMENT = 20_000;

/** Puts a county's areas in, in one transaction with its audit entry; putting them again changes nothing. */
export function importAreas(source: DataSource, countyCode: string, rows: readonly AreaRow[]): Promise<PutAreasResult> {
  return source.transaction(async (manager) => {
    const result = await putAreas(manager, rows);
    const { created, changed, refused } = result;
    await recordAudit(manager, {
      operation: 'importDivisions',
      caller: { kind: 'system' },
      target: { type: 'county', id: countyCode, countyCode },
      details: { created, changed, refused: refused.length },
    });
    return result;
  });
}

/** Puts a generated county in: areas, boundaries, households. What is there already stays. */
export function putGenerated(
  source: DataSource,
  { areas, households }: GeneratedCounty,
  seed: number,
): Promise<{ areas: number; households: number }> {
  return source.transaction(async (manager) => {
    const { created, refused } = await putAreas(manager, areas);
    if (refused[0]) throw new Error(`${refused[0].code}: ${JSON.stringify(refused[0].refusal)}`);
    await putBoxes(manager, areas);
    const made = await putHouseholds(manager, doors(households, seed));
    const countyCode = areas[0]!.code;
    await recordAudit(manager, {
      operation: 'generateCounty',
      caller: { kind: 'system' },
      target: { type: 'county', id: countyCode, countyCode },
      details: { areas: created, households: made },
    });
    return { areas: created, households: made };
  });
}

function* doors(grids: GeneratedCounty['households'], seed: number): Generator<GeneratedHousehold> {
  for (const grid of grids) yield* householdsOf(grid, seed);
}

/** Many at once; a door that its grid has already is left as it is. Answers how many were new. */
export async function putHouseholds(manager: EntityManager, rows: Iterable<GeneratedHousehold>): Promise<number> {
  let made = 0;
  for (const part of inParts(rows, ROWS_A_STATEMENT)) {
    const columns = (['gridCode', 'building', 'door', 'people'] as const).map((name) => part.map((row) => row[name]));
    const [counted] = await manager.query<{ n: number }[]>(
      `with fresh as (
         insert into household (grid_code, building, door, people)
         select * from unnest($1::text[], $2::text[], $3::text[], $4::int[])
         on conflict (grid_code, building, door) where valid_to is null do nothing returning 1)
       select count(*)::int as n from fresh`,
      columns,
    );
    made += counted!.n;
  }
  return made;
}

function* inParts<T>(rows: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** Rectangles as boundaries from long ago; one that is there stays. */
export async function putBoxes(manager: EntityManager, areas: readonly { code: string; box: Box }[]): Promise<void> {
  const rows = areas.map(({ code, box }) => {
    const geometry = polygonOf(box);
    return { code, geometry, west: box[0], south: box[1], east: box[2], north: box[3], m2: areaM2Of(geometry) };
  });
  await manager.query(
    `insert into boundary (area_code, valid_from, geometry, bbox, area_m2)
     select code, date '2000-01-01', geometry, box(point(west, south), point(east, north)), m2
       from jsonb_to_recordset($1::jsonb)
              as r (code text, geometry jsonb, west float8, south float8, east float8, north float8, m2 float8)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/** A rectangle as GeoJSON, anticlockwise. */
export const polygonOf = ([west, south, east, north]: Box) => ({
  type: 'Polygon' as const,
  coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
});
