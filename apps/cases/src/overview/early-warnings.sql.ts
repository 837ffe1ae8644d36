import { CLOCK_RUNS } from '../case/case-filter.js';
import type { Bind, LookedAt } from './looked-at.js';

/** Tasks that lead a case: what is done while one of them is open is where the case stands. */
const LEADING = `('desk', 'handle', 'lead', 'coordinate', 'arbitrate', 'verify')`;
/** Who holds a case: at grid, village and town the posts of that place, at the county a unit. */
const PLACE = `case c.tier when 'grid' then left(c.area_code, 15) when 'village' then left(c.area_code, 12) when 'town' then left(c.area_code, 9) end`;
const HELD = `(length(c.area_code) >= case c.tier when 'grid' then 15 when 'village' then 12 when 'town' then 9 end or (c.tier = 'county' and c.unit_code is not null))`;
const UNIT = `case when c.tier = 'county' then c.unit_code end`;

export interface PaceRow {
  tier: 'grid' | 'village' | 'town' | 'county';
  unitCode: string | null;
  place: string | null;
  due: { days: number; cases: number }[];
  finished: number;
}

/** Running cases of each holder by the days left to them, and what the holder answered lately. */
export const paceSql = ({ cases }: LookedAt, bind: Bind, { now, since }: { now: Date; since: Date }): string => `
with held as (
  select c.tier, ${UNIT} as unit, ${PLACE} as place,
    floor(extract(epoch from least(c.tier_due_at, c.resolution_due_at) - ${bind(now)}::timestamptz) / 86400)::int as days, count(*)::int as cases
  from case_file c where ${cases(bind)} and ${CLOCK_RUNS} and ${HELD} group by 1, 2, 3, 4
), done as (
  select c.tier, ${UNIT} as unit, ${PLACE} as place, count(*)::int as finished
  from case_file c where ${cases(bind)} and c.resolved_at >= ${bind(since)} and ${HELD} group by 1, 2, 3
)
select h.tier, h.unit as "unitCode", h.place, json_agg(json_build_object('days', h.days, 'cases', h.cases)) as due,
  coalesce((select d.finished from done d where (d.tier, coalesce(d.unit, ''), coalesce(d.place, '')) = (h.tier, coalesce(h.unit, ''), coalesce(h.place, ''))), 0) as finished
from held h group by h.tier, h.unit, h.place`;

export interface UsualRow {
  work: string;
  path: string | null;
  category: string | null;
  p90Ms: number;
  sample: number;
}

/** How long the work of each kind took nine of ten times (`$1` county, `$2` since when, `$3` how many say something). */
export const USUAL = `
select t.kind as work, c.path, c.category_code as category, count(*)::int as sample,
  (1000 * extract(epoch from percentile_cont(0.9) within group (order by t.closed_at - t.opened_at)))::float8 as "p90Ms"
from task t join case_file c on c.number = t.case_number
where t.county_code = $1 and t.state = 'completed' and t.closed_at >= $2 and t.kind in ${LEADING}
group by 1, 2, 3 having count(*) >= $3`;

export interface DriftRow {
  number: string;
  work: string;
  path: string | null;
  ageMs: number;
  p90Ms: number;
  sample: number;
}

/** Running work that is older than nine of ten of its kind, the oldest in that measure first; one row a case. */
export const driftSql = ({ cases }: LookedAt, bind: Bind, { now, usual, most }: { now: Date; usual: readonly (UsualRow & { county: string })[]; most: number }): string => {
  const age = `(1000 * extract(epoch from ${bind(now)}::timestamptz - t.opened_at))::float8`;
  return `
select * from (
  select distinct on (c.number) c.number, t.kind as work, c.path, ${age} as "ageMs", u."p90Ms", u.sample
  from task t join case_file c on c.number = t.case_number
  join jsonb_to_recordset(${bind(JSON.stringify(usual))}::jsonb) as u (county text, work text, path text, category text, "p90Ms" float8, sample int)
    on u.county = t.county_code and u.work = t.kind and u.path is not distinct from c.path and u.category is not distinct from c.category_code
  where t.state in ('open', 'accepted') and t.kind in ${LEADING} and ${cases(bind)}
    and c.closed_at is null and c.paused is null and c.merged_into is null and ${age} > u."p90Ms"
  order by c.number, ${age} / u."p90Ms" desc) found
order by "ageMs" / "p90Ms" desc, number limit ${bind(most)}`;
};

export interface PingPongRow {
  number: string;
  returns: { at: string; from: string | null; to: string }[];
}

/** Returns of open cases since the county last decided about them, from the last days on. */
export const pingPongSql = ({ cases }: LookedAt, bind: Bind, { since, most }: { since: Date; most: number }): string => `
select r.case_number as number, json_agg(json_build_object('at', r.at, 'from', t.unit_code, 'to', r.data->>'proposedUnitCode') order by r.at) as returns
from case_record r join case_file c on c.number = r.case_number left join task t on t.id = r.id
where r.kind = 'return' and r.at >= ${bind(since)} and c.closed_at is null and ${cases(bind)}
  and not exists (select from timeline_entry e where e.case_number = r.case_number and e.type = 'arbitrated' and e.at >= r.at)
group by 1 having count(*) >= 2 order by count(*) desc, 1 limit ${bind(most)}`;

export interface SilenceRow {
  grid: string;
  usual: number;
  reports: number;
}

/** What came from each grid in the weeks before, and in the last ones. */
export const silenceSql = ({ cases }: LookedAt, bind: Bind, { from, last }: { from: Date; last: Date }): string => `
select c.area_code as grid, (count(*) filter (where c.received_at < ${bind(last)}))::int as usual, (count(*) filter (where c.received_at >= ${bind(last)}))::int as reports
from case_file c where ${cases(bind)} and c.received_at >= ${bind(from)} and length(c.area_code) = 15
group by 1 having count(*) filter (where c.received_at < ${bind(last)}) > 0`;
