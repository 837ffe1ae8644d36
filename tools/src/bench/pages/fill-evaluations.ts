import { oneOf, personId, pick } from './chance.sql.js';
import { COUNTY, STAFF } from './places.js';

const COUNTED_MONTHS = 12;
const MEASURES = ['replied', 'responseOnTime', 'resolutionOnTime', 'firstPromiseKept', 'resolved', 'satisfied', 'fullySatisfied', 'rated', 'rework', 'returned', 'handedUp', 'solvedAtGrid'];
const MONTH = `to_char(date_trunc('month', now() at time zone 'Asia/Shanghai') - make_interval(months => m), 'YYYY-MM')`;
const BY = personId(String(STAFF.county));

/** While `bench_case` of the same transaction is there: facts, ratings, call-backs, counts and what follows from them. */
export const EVALUATIONS = [
  `insert into evaluations.case_fact (case_number, county_code, area_code, kind, category_code, received_at, closed_as, closed_at, round, facts, newest_xid, newest_seq)
   select c.number, c.county_code, c.area_code, c.kind, c.category_code, c.received_at, c.closed_as, c.closed_at, 1,
     jsonb_build_object('caseNumber', c.number, 'countyCode', c.county_code, 'areaCode', c.area_code, 'kind', c.kind, 'categoryCode', c.category_code,
       'caseClass', c.case_class, 'channel', c.channel, 'path', c.path, 'receivedAt', c.received_at, 'responseDueAt', c.response_due_at,
       'firstResponseAt', c.first_response_at, 'firstDueAt', c.first_due_at, 'dueAt', c.resolution_due_at, 'isCopy', false, 'events', '[]'::jsonb, 'missed', '[]'::jsonb),
     pg_current_xact_id()::text::bigint, 0
   from cases.case_file c where c.county_code = '${COUNTY}' order by c.received_at`,
  // The feed has heard of all of this: it would tell a million cases again, while pages are measured.
  `update evaluations.fact_feed set cursor = pg_current_xact_id()::text || ':9000000000000000', heard_until = now() where id = 1`,
  `insert into evaluations.rating (id, case_number, county_code, round, rating, rated_by_kind, idempotency_key, state, outcome_stage, outcome_round, next_attempt_at, created_at, decided_at)
   select gen_random_uuid(), number, county_code, 1, rating, 'resident', 'pages', 'confirmed', 'closed', 1, closed_at, closed_at, closed_at
   from cases.case_file where county_code = '${COUNTY}' and rating is not null`,
  `insert into evaluations.call_back (id, case_number, county_code, area_code, round, level, state, due_at, attempts, solved, closed_at)
   select pg_temp.bench_uuid('call-' || b.i), b.number, '${COUNTY}', b.area_code, 1, 'county', case when b.i % 100 = 0 then 'due' else 'done' end,
     b.resolved_at + interval '1 day', 1, b.i % 100 > 0, case when b.i % 100 > 0 then b.resolved_at + interval '2 days' end
   from bench_case b where not is_open and stage = 'closed'`,
  `insert into evaluations.figure_count (id, county_code, month, as_of, version, rules, policy_version, cause, state, cases, counted_by)
   select pg_temp.bench_uuid('count-' || m), '${COUNTY}', ${MONTH}, now(), 1, 1, 1, 'monthly', 'done', 43000, ${BY} from generate_series(1, ${COUNTED_MONTHS}) m`,
  `insert into evaluations.figure (count_id, county_code, scope_kind, scope_code, measure, numerator, denominator, exclusions, cases)
   select pg_temp.bench_uuid('count-' || m), '${COUNTY}', kind, code, measure, 80 + ${pick('m * 1000 + n', 71, 20)}, 100, '{}', 118
   from generate_series(1, ${COUNTED_MONTHS}) m cross join unnest('{${MEASURES.join(',')}}'::text[]) measure cross join bench_places
   cross join lateral (select 'county' as kind, '${COUNTY}' as code, 0 as n union all select 'town', code, n from unnest(towns) with ordinality t (code, n)
     union all select 'village', code, n from unnest(villages) with ordinality v (code, n)) scopes`,
  `insert into evaluations.counted_case (count_id, scope, case_number, area_code, unit_code, verdicts)
   select pg_temp.bench_uuid('count-1'), scope, number, area_code, unit_code, repeat(${oneOf('i', 72, ['y', 'y', 'y', 'n', 'A'])}, ${MEASURES.length})
   from bench_case cross join lateral (values ('county:${COUNTY}'), ('town:' || left(area_code, 9)), ('village:' || left(area_code, 12))) s (scope)
   where to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') = (select ${MONTH} from (values (1)) v (m)) and (length(area_code) >= 12 or scope not like 'village:%')`,
  `insert into evaluations.accountability (id, county_code, month, scope_kind, scope_code, kind, count_id, shortfalls, months_running, input, state, opened_at, due_at)
   select pg_temp.bench_uuid('talk-' || m || village), '${COUNTY}', ${MONTH}, 'village', village, 'circular', pg_temp.bench_uuid('count-' || m), '[]', 1, '{}',
     ${oneOf('m * 1000 + n', 73, ['rectifying', 'submitted', 'accepted'])}, now() - make_interval(months => m), now() - make_interval(months => m) + interval '7 days'
   from generate_series(1, ${COUNTED_MONTHS}) m cross join bench_places cross join unnest(villages) with ordinality v (village, n) where n % 12 = m - 1`,
  `insert into evaluations.call_back_sample (id, county_code, seed, size, closed_from, closed_until, population, drawn_at)
   select pg_temp.bench_uuid('sample-' || m), '${COUNTY}', 'pages-' || m, 200, now() - make_interval(months => m), now() - make_interval(months => m - 1), 40000, now() - make_interval(months => m)
   from generate_series(1, ${COUNTED_MONTHS}) m`,
];
