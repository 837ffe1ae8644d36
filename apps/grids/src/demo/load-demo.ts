import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { putAreas } from '../areas/put-areas.js';
import { householdsOf, placedAreas } from '../county/generate.js';
import { putBoxes, putHouseholds } from '../county/put-county.js';
import { USUAL_SETTING } from '../patrols/patrol-setting.js';
import { checkQrPoint } from '../qr-points/check-qr-point.js';
import { QrPointEntity } from '../qr-points/qr-point.entity.js';

const County = z.object({
  areas: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      aliases: z.array(z.string()).default([]),
      gridKind: z.enum(['urbanRural', 'school', 'enterprise']).optional(),
    }),
  ),
  households: z.array(z.object({ areaCode: z.string(), count: z.int().min(0) })).default([]),
  qrPoints: z.array(z.object({ code: z.string(), areaCode: z.string(), label: z.string() })).default([]),
  people: z
    .array(z.object({ id: z.string(), positions: z.array(z.object({ role: z.string(), areaCode: z.string() })) }))
    .default([]),
});

const DEMO_SEED = 121;

/** The demonstration county's areas with their boundaries, households, QR points, and who patrols. What was changed since it was first loaded stays. */
export async function loadDemo(manager: EntityManager, county: unknown): Promise<void> {
  const { areas, households, qrPoints, people } = County.parse(county);
  const there: { code: string }[] = await manager.query(`select code from area where code = any($1)`, [
    areas.map(({ code }) => code),
  ]);
  const known = new Set(there.map(({ code }) => code));
  const fresh = areas.filter(({ code }) => !known.has(code));
  const { refused } = await putAreas(manager, fresh);
  if (refused[0])
    throw new Error(
      `The demonstration county's area ${refused[0].code} is refused: ${JSON.stringify(refused[0].refusal)}`,
    );
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const grids = households.filter(({ areaCode }) => !known.has(areaCode));
  const doors = grids.flatMap(({ areaCode, count }) => {
    const hasBuildings = names.get(areaCode.slice(0, 12))?.endsWith('社区') ?? false;
    return [...householdsOf({ gridCode: areaCode, count, hasBuildings }, DEMO_SEED)];
  });
  await putHouseholds(manager, doors);
  await putBoxes(manager, placedAreas(fresh.map(({ code }) => code)));
  const patrollers = people.flatMap(({ id, positions }) =>
    positions.filter(({ role }) => role === 'gridMember').map(({ areaCode }) => ({ subject: id, gridCode: areaCode })),
  );
  await putPatrollers(manager, patrollers.filter(({ gridCode }) => !known.has(gridCode)));
  await putSettings(manager, fresh.map(({ code }) => code).filter((code) => code.length === 6));
  // Invented as the boundaries are: in the middle of the grid.
  const middles = new Map(
    placedAreas(areas.map(({ code }) => code)).map(({ code, box: [west, south, east, north] }) => [
      code,
      { longitude: (west + east) / 2, latitude: (south + north) / 2 },
    ]),
  );
  const points = qrPoints.map((row) => {
    const checked = checkQrPoint({ ...row, ...middles.get(row.areaCode) });
    if (!checked.ok)
      throw new Error(`The demonstration county's QR point ${row.code} is refused: ${JSON.stringify(checked)}`);
    return checked.point;
  });
  await manager.createQueryBuilder().insert().into(QrPointEntity).values(points).orIgnore().execute();
}

/** Every grid member patrols the grids of their posts. */
async function putPatrollers(manager: EntityManager, rows: readonly { subject: string; gridCode: string }[]): Promise<void> {
  await manager.query(
    `insert into duty (grid_code, subject, duty, valid_from)
     select "gridCode", subject, 'patrol', date '2020-01-01'
       from jsonb_to_recordset($1::jsonb) as r ("gridCode" text, subject text) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/** Twice a day on working days, as usual. */
async function putSettings(manager: EntityManager, countyCodes: readonly string[]): Promise<void> {
  const { enabled, onDaysOff, slots, gridKinds, nearM, pictureRequired } = USUAL_SETTING;
  await manager.query(
    `insert into patrol_setting (county_code, enabled, on_days_off, slots, grid_kinds, near_m, picture_required)
     select code, $2, $3, $4, $5, $6, $7 from unnest($1::text[]) code on conflict do nothing`,
    [countyCodes, enabled, onDaysOff, JSON.stringify(slots), gridKinds, nearM, pictureRequired],
  );
}
