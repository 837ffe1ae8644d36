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
insert into counted_case (count_id, case_number, area_code, scopes, units, verdicts, otherwise)
select $1, c->>'caseNumber', c->>'areaCode', array(select jsonb_array_elements_text(c->'scopes')),
  array(select jsonb_array_elements_text(c->'units')), c->'verdicts', c->'otherwise'
from jsonb_array_elements($2::jsonb) c`;

export const ADD_FIGURES = `
insert into figure (count_id, county_code, scope_kind, scope_code, measure, numerator, denominator, exclusions, cases)
select $1, $2, f->>'kind', f->>'code', f->>'measure', (f->>'numerator')::int, (f->>'denominator')::int, f->'exclusions',
  (f->>'cases')::int
from jsonb_array_elements($3::jsonb) f`;

export const COUNT_COLUMNS = `id, county_code as "countyCode", month, as_of as "asOf", version, rules,
  policy_version as "policyVersion", cause, cases, heard_until as "heardUntil", counted_at as "countedAt"`;

const VERDICT = `coalesce(otherwise->$2->>$3, verdicts->>$3)`;

/** The cases behind a figure: count, scope, measure, verdicts, after, how many. */
export const CASES_BEHIND = `
select case_number as "caseNumber", ${VERDICT} as verdict from counted_case
where count_id = $1 and scopes @> array[$2::text] and ${VERDICT} = any($4::text[]) and case_number > $5
order by case_number limit $6`;
