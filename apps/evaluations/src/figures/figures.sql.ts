/** The next facts of a period in the order of their receipt: `$1` county, `$2` from, `$3` until, `$4`/`$5` after, `$6` how many. */
export const FACTS_OF_PERIOD = `
select facts, received_at as "receivedAt", case_number as "caseNumber" from case_fact
where county_code = $1 and received_at >= $2 and received_at < $3 and (received_at, case_number) > ($4, $5)
order by received_at, case_number limit $6`;

export const DATA_BEGINS = `select min(received_at) as begins from case_fact where county_code = $1`;

export const FORGET_UNFINISHED = `
delete from figure_count where county_code = $1 and month = $2 and state = 'counting' and counted_at < now() - interval '1 hour'`;

export const OPEN_COUNT = `
insert into figure_count (id, county_code, month, as_of, version, rules, policy_version, cause, state, heard_until, counted_by)
select $1, $2, $3, $4, coalesce(max(version), 0) + 1, $5, $6, $7, 'counting', (select heard_until from fact_feed where id = 1), $8
from figure_count where county_code = $2 and month = $3`;

/** First the count, then a batch of counted cases. */
export const ADD_COUNTED = `
insert into counted_case (count_id, scope, case_number, area_code, unit_code, verdicts)
select $1, scope, case_number, area_code, unit_code, verdicts
from jsonb_to_recordset($2::jsonb) c (scope text, case_number text, area_code text, unit_code text, verdicts text)`;

export const ADD_FIGURES = `
insert into figure (count_id, county_code, scope_kind, scope_code, measure, numerator, denominator, exclusions, cases)
select $1, $2, f->>'kind', f->>'code', f->>'measure', (f->>'numerator')::int, (f->>'denominator')::int, f->'exclusions',
  (f->>'cases')::int
from jsonb_array_elements($3::jsonb) f`;

export const COUNT_COLUMNS = `id, county_code as "countyCode", month, as_of as "asOf", version, rules,
  policy_version as "policyVersion", cause, cases, heard_until as "heardUntil", counted_at as "countedAt"`;

/**
 * The cases behind a figure: count, scope, place of the measure from 1, letters, after, how many. The inner query goes in
 * the order of the primary key and is let go when the page is full; PostgreSQL cannot know how frequent a letter is, and
 * would otherwise read and sort the whole month.
 */
export const CASES_BEHIND = `
select * from (
  select case_number as "caseNumber", substr(verdicts, $3::int, 1) as letter from counted_case
  where count_id = $1 and scope = $2 and case_number > $5 order by case_number offset 0) counted
where letter = any($4::text[]) limit $6`;
