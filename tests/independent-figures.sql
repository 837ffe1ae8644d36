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
-- Each entry is read once and gathered by case: looked for case by case, a month took a quarter of an hour.
latest as (
  select one.number,
    max(h.n) filter (where h.type = 'newRound') as round_n,
    max(h.n) filter (where h.type = 'answered') as answer_n,
    min(h.n) filter (where h.type = 'answered') as first_n,
    max(h.n) filter (where h.type = 'rated') as rated_n,
    max(h.n) filter (where h.type = 'reopened') as reopened_n
  from one left join happened h on h.case_number = one.number group by one.number),
gathered as (
  select l.number,
    max(h.tier) filter (where h.n = l.answer_n) as answer_tier,
    max(h.unit_code) filter (where h.n = l.answer_n and l.answer_n > coalesce(l.round_n, 0)) as answer_unit,
    max(coalesce(h.done_at, h.at)) filter (where h.n = l.first_n) as first_given,
    max(h.data->>'rating') filter (where h.n = l.rated_n) as last_rating,
    max(h.data->>'rating') filter (where h.n = l.rated_n and h.n > coalesce(l.round_n, 0)) as round_rating,
    (array_agg(case h.type when 'closed' then coalesce(h.data->>'closedAs', 'closed') else h.type end order by h.n desc)
      filter (where h.type in ('closed', 'notAccepted', 'withdrawn', 'imported') and h.n > coalesce(l.reopened_n, 0)))[1] as ended,
    coalesce(bool_or(h.type = 'imported'), false) as is_imported,
    coalesce(bool_or(h.type = 'returned'), false) as was_returned,
    coalesce(bool_or(h.type in ('handedUp', 'movedUp')), false) as went_up,
    coalesce((array_agg(h.type = 'merged' order by h.n desc)
      filter (where h.type in ('merged', 'separated', 'newRound')))[1], false) as is_merged
  from latest l left join happened h on h.case_number = l.number group by l.number),
stand as (
  select one.*, l.answer_n is not null as ever_answered,
    l.answer_n is not null and l.answer_n > coalesce(l.round_n, 0) as has_answer,
    g.answer_tier, g.answer_unit, g.first_given, g.last_rating, g.round_rating, g.ended, g.is_imported,
    l.round_n is not null as in_rework, g.was_returned, g.went_up, g.is_merged,
    one.first_response_at is not null and one.first_response_at <= $4 as responded
  from one join latest l using (number) join gathered g using (number)),
missed as (
  select m.case_number, case m.mark when 'responseOverdue' then 'responseOnTime' else 'resolutionOnTime' end as measure, m.tier, m.unit_code
  from cases.case_mark m join one on one.number = m.case_number
  where m.mark in ('responseOverdue', 'resolutionOverdue') and m.due_at <= $4
  union all
  select number, measure, 'county', null from one, lateral (values
    ('responseOnTime', response_overdue, response_due_at), ('resolutionOnTime', resolution_overdue, resolution_due_at)) v (measure, late, due)
  where closed_as = 'imported' and late and due <= $4
    and not exists (select from cases.case_mark m where m.case_number = number)),
missed_of as (
  select case_number, measure, array_agg(tier) as tiers, array_agg(unit_code) as units from missed group by case_number, measure),
returned_by as (select distinct case_number, unit_code from happened where type = 'returned'),
-- true: in both numbers; false: in the denominator alone; null: in neither.
counted as (
  select s.number, v.measure, v.verdict from stand s
  left join missed_of mr on mr.case_number = s.number and mr.measure = 'responseOnTime'
  left join missed_of ms on ms.case_number = s.number and ms.measure = 'resolutionOnTime', lateral (select s.ended in ('withdrawn', 'notAccepted') as has_left) q,
  lateral (values
    ('replied', case when s.ended = 'withdrawn' and not s.ever_answered then null else s.ever_answered or coalesce(s.ended = 'notAccepted', false) end),
    ('responseOnTime', case when mr.case_number is not null then false
      when q.has_left or not s.responded then null else true end),
    ('resolutionOnTime', case when ms.case_number is not null then false
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
    when m.case_number is not null then case when (case sc.kind
        when 'unit' then sc.code = any(m.units)
        when 'town' then m.tiers && array['grid', 'village', 'town']
        else m.tiers && array['grid', 'village'] end) then false end
    when sc.kind <> 'unit' then c.verdict
    when c.measure = 'returned' then r.case_number is not null
    when s.answer_unit = sc.code then c.verdict
    when not s.has_answer and not c.verdict then false end as verdict
  from scopes sc join counted c using (number) join stand s using (number)
  left join missed_of m on m.case_number = sc.number and m.measure = c.measure
  left join returned_by r on r.case_number = sc.number and r.unit_code = sc.code)
select kind as scope_kind, code as scope_code, measure, count(*) filter (where verdict)::int as numerator,
  count(*) filter (where verdict is not null)::int as denominator, count(*)::int as cases
from told group by kind, code, measure order by 1, 2, 3
