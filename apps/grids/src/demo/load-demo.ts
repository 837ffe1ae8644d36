import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { putAreas } from '../areas/put-areas.js';
import { householdsOf } from '../county/generate.js';
import { putHouseholds } from '../county/put-county.js';
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
});

const DEMO_SEED = 121;

/** The demonstration county's areas, households and QR points. What was changed since it was first loaded stays. */
export async function loadDemo(manager: EntityManager, county: unknown): Promise<void> {
  const { areas, households, qrPoints } = County.parse(county);
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
  const points = qrPoints.map((row) => {
    const checked = checkQrPoint(row);
    if (!checked.ok)
      throw new Error(`The demonstration county's QR point ${row.code} is refused: ${JSON.stringify(checked)}`);
    return checked.point;
  });
  await manager.createQueryBuilder().insert().into(QrPointEntity).values(points).orIgnore().execute();
}
