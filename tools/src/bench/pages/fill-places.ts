import { oneOf, personId, pick } from './chance.sql.js';
import { COUNTY, STAFF } from './places.js';

/** What `npm run county` does not make: a point of QR code for 30 households, and a month of rounds with what was found. */
export const PLACES = [
  `insert into grids.qr_point (code, area_code, label, kind, households)
   select 'PG' || lpad(i::text, 10, '0'), grids[1 + i % 1089], '第' || (1 + i / 1089) || '号', 'households', 30
   from generate_series(0, 252800 / 30) i cross join bench_places`,
  `insert into grids.duty (id, grid_code, subject, duty, valid_from)
   select pg_temp.bench_uuid('duty-' || i), grids[1 + (i - 1) % 1089], ${personId('i')}::text, case when i <= 1089 then 'lead' else 'patrol' end, '2025-01-01'
   from generate_series(1, ${STAFF.villages - 1}) i cross join bench_places`,
  `insert into grids.patrol_round (grid_code, day, slot, county_code, opens_at, closes_at, state, checked_in_at, completed_at, subject, place)
   select grid, day, slot, '${COUNTY}', opens, opens + interval '4 hours', state, case when state <> 'missed' then opens + interval '1 hour' end,
     case when state <> 'missed' then opens + interval '2 hours' end, case when state <> 'missed' then ${personId('g')}::text end,
     case when state <> 'missed' then 'inside' end
   from (select *, case when ${pick('g * 100 + back', 61, 20)} = 0 then 'missed' when ${pick('g * 100 + back', 61, 20)} = 1 then 'late' else 'done' end as state
     from (select grid, g, back, slot, current_date - back as day, (current_date - back + from_time) at time zone 'Asia/Shanghai' as opens
       from bench_places cross join unnest(grids) with ordinality one (grid, g) cross join generate_series(1, 30) back
       cross join (values ('morning', time '08:00'), ('afternoon', time '14:00')) slots (slot, from_time)) r) r`,
  `insert into grids.patrol_finding (id, grid_code, day, slot, subject, text, found_at)
   select pg_temp.bench_uuid('finding-' || grid_code || day || slot), grid_code, day, slot, subject, '【性能测试】' || ${oneOf('hashtext(grid_code || day)', 62, ['路灯不亮', '垃圾堆积', '井盖缺损'])}, completed_at
   from grids.patrol_round where county_code = '${COUNTY}' and state = 'done' and hashtext(grid_code || day || slot) % 33 = 0`,
];
