import { department, oneOf, personId, pick, someDepartment } from './chance.sql.js';
import { COUNTY, DEPARTMENTS, STAFF } from './places.js';

const CATEGORIES = { first: 23, ofFirst: 9, ofSecond: 6 };
const POWERS = 1_567;
const two = (n: string): string => `lpad((${n})::text, 2, '0')`;
const WORDS = ['道路', '供水', '环境', '补贴', '物业', '消防', '工资', '公交', '噪声', '医保'];
const CATEGORY = `'${COUNTY}.' || ${two(`1 + ${pick('i', 52, CATEGORIES.first)}`)} || '.' || ${two(`1 + ${pick('i', 53, CATEGORIES.ofFirst)}`)} || '.' || ${two(`1 + ${pick('i', 54, CATEGORIES.ofSecond)}`)}`;
const BY = personId(String(STAFF.county));
const DOMAINS = `(select array_agg(code order by number) as domains from departments.domain) d`;

const units = [
  `insert into departments.unit (code, name, kind, area_code) values ('${COUNTY}-c', '性能测试县社会治理中心', 'countyCentre', '${COUNTY}')`,
  `insert into departments.unit (code, name, kind, area_code, parent_code)
   select ${department('i')}, '性能测试县' || (i + 1) || '局', 'department', '${COUNTY}', '${COUNTY}-c' from generate_series(0, ${DEPARTMENTS - 1}) i`,
  `insert into departments.unit (code, name, kind, area_code, parent_code)
   select '${COUNTY}-' || kind || n, '性能测试' || n || name, unit_kind, area, '${COUNTY}-c' from bench_places cross join lateral (
     select area, n, 't' as kind, '镇治理中心' as name, 'townCentre' as unit_kind from unnest(towns) with ordinality one (area, n)
     union all select area, n, 'v', '村', 'village' from unnest(villages) with ordinality one (area, n)) places`,
  `insert into departments.unit_domain (unit_code, domain_code)
   select ${department('i')}, domains[1 + i % cardinality(domains)] from generate_series(0, ${DEPARTMENTS - 1}) i cross join ${DOMAINS}`,
];

const catalogue = [
  `insert into departments.category (code, parent_code, domain_code, level, zh, en, county_code)
   select '${COUNTY}.' || ${two('a')}, null::text, domains[a], 1, '第' || a || '类', 'Class ' || a, '${COUNTY}' from generate_series(1, ${CATEGORIES.first}) a cross join ${DOMAINS}`,
  `insert into departments.category (code, parent_code, domain_code, level, zh, en, county_code)
   select p.code || '.' || ${two('b')}, p.code, p.domain_code, 2, p.zh || ${oneOf('b', 51, WORDS)} || b, p.en || '-' || b, '${COUNTY}'
   from departments.category p cross join generate_series(1, ${CATEGORIES.ofFirst}) b where p.county_code = '${COUNTY}' and p.level = 1`,
  `insert into departments.category (code, parent_code, domain_code, level, zh, en, county_code)
   select p.code || '.' || ${two('c')}, p.code, p.domain_code, 3, p.zh || ${oneOf('c', 51, WORDS)} || c, p.en || '-' || c, '${COUNTY}'
   from departments.category p cross join generate_series(1, ${CATEGORIES.ofSecond}) c where p.county_code = '${COUNTY}' and p.level = 2`,
  `insert into departments.power (code, domain_code, name, legal_ground, level, lead_unit_code, county_code)
   select 'P' || lpad(i::text, 4, '0'), domains[1 + i % cardinality(domains)], '对' || ${oneOf('i', 55, WORDS)} || '违法行为的处罚（' || i || '）', '《性能测试条例》第' || i || '条',
     ${oneOf('i', 56, ['county', 'county', 'town'])}, ${someDepartment('i', 57)}, '${COUNTY}' from generate_series(1, ${POWERS}) i cross join ${DOMAINS}`,
];

const work = [
  `insert into departments.routing_rule (county_code, category_code, area_code, unit_code, valid_from, reason, made_by, made_at)
   select '${COUNTY}', code, '${COUNTY}', ${department(`abs(hashtext(code)) % ${DEPARTMENTS}`)}, '2025-01-01', '性能测试', ${BY}, timestamptz '2025-01-01T09:00:00+08:00'
   from departments.category where county_code = '${COUNTY}' and level = 3`,
  `insert into departments.routing_decision (idempotency_key, county_code, category_code, area_code, kind, unit_code, decided_by, decided_at)
   select 'pages-' || i, '${COUNTY}', ${CATEGORY}, '${COUNTY}', ${oneOf('i', 58, ['dispatch', 'dispatch', 'arbitration', 'correction'])}, ${someDepartment('i', 59)}, ${BY}, now() - make_interval(mins => i * 20)
   from generate_series(1, 20000) i`,
  `insert into departments.response_template (county_code, unit_code, category_code, name, text, changed_by, changed_at)
   select '${COUNTY}', case when i % 3 > 0 then ${someDepartment('i', 60)} end, ${CATEGORY}, ${oneOf('i', 51, WORDS)} || '答复' || i, '【性能测试】您反映的问题已处理。', ${BY}, now()
   from generate_series(1, 600) i`,
  `insert into departments.consultation (id, number, starter, idempotency_key, content_hash, county_code, area_code, category_code, question, unit_code, state, is_open, asked_at, waiting_since, answered_at)
   select pg_temp.bench_uuid('question-' || i), 'Z${COUNTY}-20250101-' || lpad(i::text, 5, '0'), 'pages', 'pages-' || i, ''::bytea, '${COUNTY}', '${COUNTY}', ${CATEGORY},
     '【性能测试】' || ${oneOf('i', 51, WORDS)} || '的手续怎么办理？第 ' || i || ' 问', ${someDepartment('i', 61)}, case when i % 40 = 0 then 'waiting' else 'answered' end, i % 5 > 0,
     now() - make_interval(mins => i * 20), now() - make_interval(mins => i * 20), case when i % 40 > 0 then now() - make_interval(mins => i * 20 - 15) end
   from generate_series(1, 20000) i`,
  `insert into departments.consultation_entry (consultation_id, seq, kind, text, unit_code, at)
   select id, 1, 'answer', '【性能测试】请到窗口办理。', unit_code, answered_at from departments.consultation where county_code = '${COUNTY}' and state = 'answered'`,
];

/** Units of all levels, a catalogue as large as counties have them, rules, decisions, templates and 20,000 questions. */
export const DEPARTMENT_ROWS = [...units, ...catalogue, ...work];
