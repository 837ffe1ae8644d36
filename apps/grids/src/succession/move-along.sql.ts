import type { EntityManager } from 'typeorm';

/** What belongs to a grid that is split: the part that takes a building or household, all else going to the first part. */
export interface PartOf {
  code: string;
  buildings: readonly string[];
  householdIds: readonly string[];
}

/**
 * Households leave their old grids on a day and begin in the new ones on it, so that the figures before that day stay.
 * Where a merge would give one door twice, the old grid's name goes before its building.
 */
export const MOVE_HOUSEHOLDS = `
  with part as (
    select code, buildings, "householdIds" as ids, n
      from rows from (jsonb_to_recordset($3::jsonb) as (code text, buildings text[], "householdIds" bigint[]))
           with ordinality as p (code, buildings, "householdIds", n)
  ), gone as (
    update household set valid_to = greatest($2::date, valid_from)
     where grid_code = any($1) and valid_to is null
    returning id, grid_code, building, door, people
  ), placed as (
    select g.*, a.name,
           row_number() over (partition by coalesce(p.code, f.code), g.building, g.door order by g.grid_code) as nth,
           coalesce(p.code, f.code) as target
      from gone g
      join area a on a.code = g.grid_code
      cross join (select code from part where n = 1) f
      left join lateral (
        select code from part where g.id = any(ids) or (g.building <> '' and g.building = any(buildings))
         order by (g.id = any(ids)) desc, n limit 1) p on true
  )
  insert into household (grid_code, building, door, people, valid_from)
  select target, case when nth = 1 then building else name || building end, door, people, $2::date
    from placed order by id`;

/** Points move on the day; a point of a building goes where its building goes. */
const MOVE_POINTS = `
  with part as (
    select code, buildings, n
      from rows from (jsonb_to_recordset($3::jsonb) as (code text, buildings text[]))
           with ordinality as p (code, buildings, n)
  ), placed as (
    select q.code, coalesce(p.code, f.code) as target
      from qr_point q
      cross join (select code from part where n = 1) f
      left join lateral (select code from part where q.building = any(buildings) order by n limit 1) p on true
     where q.area_code = any($1)
  )
  update qr_point q
     set area_code = case when $2::date <= $4::date then p.target else q.area_code end,
         next_area_code = case when $2::date <= $4::date then null else p.target end,
         moves_on = case when $2::date <= $4::date then null else $2::date end
    from placed p where p.code = q.code`;

const COPY_DUTIES = `
  insert into duty (grid_code, subject, duty, valid_from)
  select distinct part.code, d.subject, d.duty, $2::date
    from duty d cross join jsonb_to_recordset($3::jsonb) as part (code text)
   where d.grid_code = any($1) and (d.valid_to is null or d.valid_to > $2::date)`;

const CLOSE = [
  `delete from duty where grid_code = any($1) and valid_from >= $2::date`,
  `update duty set valid_to = $2::date where grid_code = any($1) and (valid_to is null or valid_to > $2::date)`,
  `delete from boundary where area_code = any($1) and valid_from >= $2::date`,
  `update boundary set valid_to = $2::date where area_code = any($1) and valid_to is null`,
  `update area set valid_to = $2::date where code = any($1)`,
];

/** Everything that belongs to the old grids goes over to the new ones on a day, and the old grids end on it. */
export async function moveAlong(
  manager: EntityManager,
  { olds, parts, on, today }: { olds: readonly string[]; parts: readonly PartOf[]; on: string; today: string },
): Promise<void> {
  const given = JSON.stringify(parts);
  await manager.query(SETTLE_POINTS, [today]);
  await manager.query(MOVE_HOUSEHOLDS, [olds, on, given]);
  await manager.query(MOVE_POINTS, [olds, on, given, today]);
  await manager.query(COPY_DUTIES, [olds, on, given]);
  for (const statement of CLOSE) await manager.query(statement, [olds, on]);
}

/** Points whose day has come. */
const SETTLE_POINTS = `
  update qr_point set area_code = next_area_code, next_area_code = null, moves_on = null where moves_on <= $1`;
