import type pg from 'pg';
import { chanceFunctions, oneOf, personId, pick, someDepartment } from './chance.sql.js';
import { COUNTY, STAFF } from './places.js';

export interface FillCases {
  /** How many; a tenth of them is open. */
  cases: number;
  /** A whole number; the same seed makes the same rows. */
  seed: number;
  /** When the last one was received. */
  until?: Date;
}

const DAYS = 700;
const ACTS = ['路灯不亮', '垃圾堆积', '道路坑洼', '井盖缺损', '施工噪声', '停水', '污水直排', '占道经营', '拖欠工资', '邻里纠纷', '补贴未到账', '公交班次少'];
const PLACES = ['村口', '小学门前', '卫生室旁', '菜市场', '文化广场', '三组', '五组', '河边', '桥头', '老街', '安置小区', '村委会东侧'];

/** Newest first in business: the last 8 of 100 are open, and one in 46 of the older ones. */
const IS_OPEN = `(i > $1::bigint * 0.92 or i % 46 = 0)`;

/** What a case is, once for all tables: by `i`, from 1. */
const DRAWN = `
create temp table bench_case on commit drop as
select i, '${COUNTY}-' || to_char((at at time zone 'Asia/Shanghai'), 'YYYYMMDD') || '-' || lpad(i::text, greatest(6, length(i::text)), '0') as number,
  at, is_open, path, grid, g.town_number,
  case when ${pick('i', 3, 100)} < 96 then g.code when ${pick('i', 3, 100)} < 99 then g.village else g.town end as area_code,
  case when path = 'countyCoordinated' and ${pick('i', 4, 5)} > 0 then ${someDepartment('i', 5)} end as unit_code,
  case path when 'villageDirect' then 'grid' when 'cadreLed' then 'village' when 'villageTownJoint' then 'town' else 'county' end as tier,
  case when is_open then ${oneOf('i', 6, ['handling', 'handling', 'handling', 'handling', 'handling', 'dispatched', 'dispatched', 'verifying', 'evaluating', 'accepted'])}
    when ${pick('i', 6, 100)} < 97 then 'closed' when ${pick('i', 6, 100)} < 99 then 'withdrawn' else 'notAccepted' end as stage,
  at + make_interval(mins => 5 + ${pick('i', 7, 1800)}) as answered_at, at + make_interval(hours => 20 + ${pick('i', 8, 180)}) as resolved_at
from (
  select i, $2::timestamptz - interval '${DAYS} days' * (1 - i::float8 / $1::bigint) as at, ${IS_OPEN} as is_open, ${pick('i', 1, 1089)} as grid,
    ${oneOf('i', 2, [...Array<string>(7).fill('villageDirect'), 'cadreLed', 'villageTownJoint', 'countyCoordinated'])} as path
  from generate_series(1, $1::bigint) i) drawn join bench_grid g on g.n = grid + 1`;

const CASES = `
insert into cases.case_file (number, county_code, area_code, stage, path, kind, channel, category_code, title, text, place_text,
  received_at, reported_at, policy_version, response_due_at, resolution_due_at, first_due_at, tier_due_at, first_response_at, resolved_at,
  closed_at, closed_as, response_overdue, resolution_overdue, handler_subject, rating, starter, starter_kind, source_reference,
  idempotency_key, content_hash, signature, case_class, tier, unit_code, paused, review_at, card, about_whom, masked)
select number, '${COUNTY}', area_code, stage, path,
  ${oneOf('i', 11, ['request', 'request', 'request', 'complaint', 'complaint', 'report', 'suggestion', 'consultation'])},
  ${oneOf('i', 12, ['hotline', 'hotline', 'qr', 'app', 'wechat', 'patrol', 'offline'])}, '${COUNTY}.' || lpad((1 + ${pick('i', 13, 23)})::text, 2, '0'),
  ${oneOf('i', 14, PLACES)} || ${oneOf('i', 15, ACTS)},
  '【性能测试】' || ${oneOf('i', 14, PLACES)} || ${oneOf('i', 15, ACTS)} || '，已经 ' || ${pick('i', 16, 30)} || ' 天了，请尽快处理。编号 ' || i,
  ${oneOf('i', 14, PLACES)}, at, at, 1, at + interval '1 day', at + interval '5 days', at + interval '5 days', at + interval '5 days',
  case when not is_open or stage <> 'dispatched' then answered_at end, case when not is_open then resolved_at end,
  case when not is_open then resolved_at + interval '1 day' end,
  case when is_open then null when stage in ('withdrawn', 'notAccepted') then stage when ${pick('i', 17, 10)} < 7 then 'rated' else 'notRated' end,
  answered_at > at + interval '1 day', resolved_at > at + interval '5 days', ${personId('grid + 1')}::text,
  case when not is_open and stage = 'closed' and ${pick('i', 17, 10)} < 7
    then ${oneOf('i', 18, ['satisfied', 'satisfied', 'satisfied', 'mostlySatisfied', 'dissatisfied'])} end,
  pg_temp.bench_uuid('resident-' || ${pick('i', 19, 50_000)})::text, 'person', case when ${pick('i', 12, 7)} < 2 then 'T' || i end,
  'pages-' || i, sha256(number::bytea), sha256(('s' || number)::bytea),
  ${oneOf('i', 20, ['simple', 'simple', 'general', 'general', 'major', 'difficult'])}, tier, unit_code,
  case when is_open and ${pick('i', 21, 50)} = 0 then 'suspended' when is_open and ${pick('i', 21, 50)} = 1 then 'waitingForResident' end,
  case when is_open and ${pick('i', 21, 50)} = 0 then at + interval '30 days' end,
  case ${pick('i', 22, 100)} when 0 then 'red' when 1 then 'yellow' when 2 then 'yellow' else 'none' end,
  case when ${pick('i', 23, 1000)} = 0 then jsonb_build_object('areaCode', left(area_code, 12), 'role', 'villageSecretary') end, ${pick('i', 23, 1000)} = 0
from bench_case order by i`;

/** One task a case: of closed ones completed, of open ones to be done, six in ten in somebody's hands. */
const TASKS = `
insert into cases.task (id, case_number, county_code, kind, state, workflow_id, roles, area_code, round, due_at, holder_subject, opened_at,
  closed_at, tier, unit_code, result)
select number || '/1', number, '${COUNTY}',
  case path when 'villageDirect' then 'handle' when 'countyCoordinated' then case when unit_code is null then 'coordinate' else 'handle' end else 'lead' end,
  state, number || '/path',
  case path when 'villageDirect' then '{gridMember,villageSecretary}' when 'cadreLed' then '{stationedCadre}' when 'villageTownJoint' then '{townCentre}'
    else case when unit_code is null then '{countyCentre}' else '{departmentHandler}' end end::text[],
  case path when 'villageDirect' then area_code when 'cadreLed' then left(area_code, 12) when 'villageTownJoint' then left(area_code, 9) else '${COUNTY}' end,
  1, at + interval '5 days', case when state <> 'open' then holder::text end, at, case when not is_open then resolved_at end, tier, unit_code,
  case when not is_open then '【性能测试】已处理' end
from (
  select *, case when not is_open then 'completed' when ${pick('i', 31, 10)} < 6 then 'accepted' else 'open' end as state,
    case path when 'villageDirect' then ${personId('grid + 1')}
      when 'cadreLed' then ${personId(`${STAFF.villages} + (grid / 3) * ${STAFF.ofVillage} + 2`)}
      when 'villageTownJoint' then ${personId(`${STAFF.towns} + (town_number - 1) * ${STAFF.ofTown} + ${pick('i', 32, STAFF.ofTown)}`)}
      else ${personId(`case when unit_code is null then ${STAFF.county} + ${pick('i', 32, 100)}
        else ${STAFF.departments} + (right(unit_code, 2)::int - 1) * ${STAFF.ofDepartment} + ${pick('i', 32, STAFF.ofDepartment)} end`)} end as holder
  from bench_case) t order by i`;

/** Entries a case: four of an open one, one of a closed one (its end). */
const ENTRIES = `
insert into cases.timeline_entry (recorded_at, case_number, county_code, type, at, actor_kind, actor_subject, actor_role, text, task_id)
select said.at, number, '${COUNTY}', type, said.at, actor, case actor when 'person' then ${personId('grid + 1')}::text end,
  case actor when 'person' then 'gridMember' end, said.text, number || '/1'
from bench_case c cross join lateral (values
  ('received', c.at, 'resident', null, true), ('taskOpened', c.at + interval '1 minute', 'system', null, true),
  ('claimed', c.at + interval '20 minutes', 'person', null, true), ('contacted', c.answered_at, 'person', '【性能测试】已联系', true),
  ('closed', c.resolved_at + interval '1 day', 'system', null, false)) said (type, at, actor, text, of_open)
where said.of_open = c.is_open order by said.at, i`;

/**
 * Cases of an invented county with tasks and timeline, made by the owner of the schema `cases` in one transaction, or in
 * the caller's where one is open; then statistics. A tenth is open; one task a case; four entries an open case and one a closed
 * one. Areas, people and units are named by code alone, so a database with nothing but migrations will do.
 */
export async function fillCases(client: pg.ClientBase, options: FillCases): Promise<void> {
  await client.query('begin');
  try {
    await addCases(client, options);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  for (const table of ['case_file', 'task', 'timeline_entry']) await client.query(`analyze cases.${table}`);
}

/** The same within a transaction; `bench_case` is there until it ends. */
export async function addCases(client: pg.ClientBase, { cases, seed, until = new Date() }: FillCases): Promise<void> {
  for (const statement of chanceFunctions(seed)) await client.query(statement);
  await client.query(DRAWN, [cases, until]);
  await client.query('analyze bench_case');
  for (const statement of [CASES, TASKS, ENTRIES]) await client.query(statement);
}
