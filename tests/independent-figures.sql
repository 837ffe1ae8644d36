-- The month's figures of a county, straight from the tables of cases and without any code of the system: what
-- evaluations counts must be the same. $1 county, $2 month's first instant, $3 the first one after it, $4 as of.
-- One row a scope and measure: scope_kind, scope_code, measure, numerator, denominator, cases.
with
one as (
  select c.* from cases.case_file c
  where c.county_code = $1 and c.received_at >= $2 and c.received_at < $3 and c.received_at <= $4),
happened as (
  select e.case_number, e.type, e.at, e.data, e.xid, e.seq, t.tier, t.unit_code, t.closed_at as done_at,
    row_number() over (partition by e.case_number order by e.xid, e.seq) as n
  from cases.timeline_entry e join one on one.number = e.case_number
  left join cases.task t on t.id = e.task_id and t.case_number = e.case_number
  where e.at <= $4),
latest as (
  select number,
    (select max(n) from happened h where h.case_number = number and h.type = 'newRound') as round_n,
    (select max(n) from happened h where h.case_number = number and h.type = 'answered') as answer_n,
    (select min(n) from happened h where h.case_number = number and h.type = 'answered') as first_n,
    (select max(n) from happened h where h.case_number = number and h.type = 'rated') as rated_n,
    (select max(n) from happened h where h.case_number = number and h.type = 'reopened') as reopened_n
  from one),
stand as (
  select one.*, l.answer_n is not null as ever_answered,
    l.answer_n is not null and l.answer_n > coalesce(l.round_n, 0) as has_answer,
    (select h.tier from happened h where h.case_number = one.number and h.n = l.answer_n) as answer_tier,
    (select h.unit_code from happened h where h.case_number = one.number and h.n = l.answer_n and l.answer_n > coalesce(l.round_n, 0)) as answer_unit,
    (select coalesce(h.done_at, h.at) from happened h where h.case_number = one.number and h.n = l.first_n) as first_given,
    (select h.data->>'rating' from happened h where h.case_number = one.number and h.n = l.rated_n) as last_rating,
    (select h.data->>'rating' from happened h where h.case_number = one.number and h.n = l.rated_n and h.n > coalesce(l.round_n, 0)) as round_rating,
    (select (array_agg(case h.type when 'closed' then coalesce(h.data->>'closedAs', 'closed') else h.type end order by h.n desc))[1]
      from happened h where h.case_number = one.number and h.type in ('closed', 'notAccepted', 'withdrawn', 'imported')
        and h.n > coalesce(l.reopened_n, 0)) as ended,
    (select (array_agg(case when h.type in ('suspended', 'referred') then h.type end order by h.n desc))[1]
      from happened h where h.case_number = one.number
        and h.type in ('suspended', 'resumed', 'referred', 'referralReturned', 'answered')) as held,
    exists (select from happened h where h.case_number = one.number and h.type = 'imported') as is_imported,
    l.round_n is not null as in_rework,
    exists (select from happened h where h.case_number = one.number and h.type = 'returned') as was_returned,
    exists (select from happened h where h.case_number = one.number and h.type in ('handedUp', 'movedUp')) as went_up,
    coalesce((select (array_agg(h.type = 'merged' order by h.n desc))[1] from happened h
      where h.case_number = one.number and h.type in ('merged', 'separated', 'newRound')), false) as is_merged,
    one.first_response_at is not null and one.first_response_at <= $4 as responded
  from one join latest l using (number)),
missed as (
  select m.case_number, case m.mark when 'responseOverdue' then 'responseOnTime' else 'resolutionOnTime' end as measure, m.tier, m.unit_code
  from cases.case_mark m join one on one.number = m.case_number
  where m.mark in ('responseOverdue', 'resolutionOverdue') and m.due_at <= $4
  union all
  select number, measure, 'county', null from one, lateral (values
    ('responseOnTime', response_overdue, response_due_at), ('resolutionOnTime', resolution_overdue, resolution_due_at)) v (measure, late, due)
  where closed_as = 'imported' and late and due <= $4
    and not exists (select from cases.case_mark m where m.case_number = number)),
-- true: in both numbers; false: in the denominator alone; null: in neither.
counted as (
  select s.number, v.measure, v.verdict from stand s, lateral (select s.ended in ('withdrawn', 'notAccepted') as has_left) q,
  lateral (values
    ('replied', case when s.ended = 'withdrawn' and not s.ever_answered then null else s.ever_answered or coalesce(s.ended = 'notAccepted', false) end),
    ('responseOnTime', case when exists (select from missed m where m.case_number = s.number and m.measure = 'responseOnTime') then false
      when q.has_left or not s.responded then null else true end),
    ('resolutionOnTime', case when exists (select from missed m where m.case_number = s.number and m.measure = 'resolutionOnTime') then false
      when q.has_left or not s.ever_answered then null else true end),
    ('firstPromiseKept', case when s.ever_answered then s.first_given <= s.first_due_at
      when q.has_left or s.first_due_at >= $4 then null else false end),
    ('resolved', case when q.has_left then null else s.has_answer and s.round_rating is distinct from 'dissatisfied' end),
    ('satisfied', case when s.last_rating is null then null else s.last_rating in ('satisfied', 'mostlySatisfied') end),
    ('fullySatisfied', case when s.last_rating is null then null else s.last_rating = 'satisfied' end),
    ('rated', case when s.last_rating is not null then true when q.has_left or s.is_imported or s.ended is null then null else false end),
    ('rework', case when s.ever_answered then s.in_rework end),
    ('returned', case when q.has_left then null else s.was_returned end),
    ('handedUp', case when q.has_left then null else s.went_up end),
    ('foundOnPatrol', case when s.kind in ('consultation', 'suggestion') then null
      else s.channel = 'patrol' and s.duplicate_of is null and not s.is_merged end)) v (measure, verdict)
  union all
  select s.number, t.measure, case when coalesce(s.ended in ('withdrawn', 'notAccepted'), false) or not s.has_answer
      or s.round_rating is not distinct from 'dissatisfied' or s.is_imported or s.answer_tier is null then null
    else s.answer_tier = t.tier end
  from stand s, (values ('grid', 'solvedAtGrid'), ('village', 'solvedAtVillage'), ('town', 'solvedAtTown'),
    ('county', 'solvedAtCounty'), ('city', 'solvedAtCity')) t (tier, measure)),
given as (
  select case_number, unit_code from happened where type in ('answered', 'returned') and unit_code is not null
  union
  select case_number, coalesce(unit_code, data->>'unitCode') from happened
  where type = 'taskOpened' and data ? 'unitCode' and data->>'kind' in ('handle', 'lead', 'contribute')
  union
  select case_number, unit_code from missed where unit_code is not null),
scopes as (
  select number, 'county' as kind, county_code as code from one
  union all select number, 'town', left(area_code, 9) from one where length(area_code) >= 9
  union all select number, 'village', left(area_code, 12) from one where length(area_code) >= 12
  union all select case_number, 'unit', unit_code from given),
told as (
  select sc.kind, sc.code, sc.number, c.measure, case
    when sc.kind = 'county' then c.verdict
    when exists (select from missed m where m.case_number = sc.number and m.measure = c.measure) then
      case when exists (select from missed m where m.case_number = sc.number and m.measure = c.measure and case sc.kind
          when 'unit' then m.unit_code = sc.code
          when 'town' then m.tier in ('grid', 'village', 'town')
          else m.tier in ('grid', 'village') end) then false end
    when sc.kind <> 'unit' then c.verdict
    when c.measure = 'returned' then exists (select from happened h where h.case_number = sc.number and h.type = 'returned' and h.unit_code = sc.code)
    when s.answer_unit = sc.code then c.verdict
    when not s.has_answer and not c.verdict then false end as verdict
  from scopes sc join counted c using (number) join stand s using (number))
select kind as scope_kind, code as scope_code, measure, count(*) filter (where verdict)::int as numerator,
  count(*) filter (where verdict is not null)::int as denominator, count(*)::int as cases
from told group by kind, code, measure order by 1, 2, 3
