import type { EntityManager } from 'typeorm';

/** Sets the number of households of each area; the areas must be there. */
export async function putHouseholds(
  manager: EntityManager,
  rows: readonly { areaCode: string; count: number }[],
): Promise<void> {
  await manager.query(
    `insert into household (area_code, count)
     select "areaCode", count from jsonb_to_recordset($1::jsonb) as r ("areaCode" text, count int)
     on conflict (area_code) do update set count = excluded.count`,
    [JSON.stringify(rows)],
  );
}
