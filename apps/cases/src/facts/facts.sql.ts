import { FACT_EVENTS } from '@yiwang/domain/figures';

const ONLY = FACT_EVENTS.map((type) => `'${type}'`).join(', ');

/** What an entry says of a figure's facts, with the task that was answered, given out or returned. No texts, no people. */
const EVENTS = `
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'type', e.type, 'at', e.at, 'round', e.data->'round', 'rating', e.data->'rating', 'as', e.data->'closedAs',
      'tier', t.tier, 'unitCode', coalesce(t.unit_code, e.data->>'unitCode'), 'areaCode', t.area_code,
      'givenAt', case when e.type = 'answered' then t.closed_at end,
      'withLeading', case when e.data ? 'leadingCase' then true end)) order by e.xid, e.seq)
  from timeline_entry e left join task t on t.id = e.task_id and t.case_number = e.case_number
  where e.case_number = c.number and e.type in (${ONLY})
    and (e.type <> 'taskOpened' or (e.data ? 'unitCode' and e.data->>'kind' in ('handle', 'lead', 'contribute')))`;

/** Missed deadlines with whoever was late; a life that was loaded as history has no marks, only what became of it. */
const MISSED = `
  select jsonb_agg(missed order by missed->>'dueAt', missed->>'clock') from (
    select jsonb_strip_nulls(jsonb_build_object('clock', case m.mark when 'responseOverdue' then 'response' else 'resolution' end,
      'dueAt', m.due_at, 'tier', m.tier, 'areaCode', m.area_code, 'unitCode', m.unit_code)) as missed
    from case_mark m where m.case_number = c.number and m.mark in ('responseOverdue', 'resolutionOverdue')
    union all
    select jsonb_build_object('clock', late.clock, 'dueAt', late.due_at, 'tier', 'county', 'areaCode', c.county_code)
    from (values ('response', c.response_overdue, c.response_due_at), ('resolution', c.resolution_overdue, c.resolution_due_at))
      as late (clock, is_late, due_at)
    where c.closed_as = 'imported' and late.is_late
      and not exists (select from case_mark m where m.case_number = c.number)) x`;

/**
 * Facts of the cases that changed after a cursor, oldest change first: `$1` and `$2` the cursor, `$3` how many entries are
 * looked at. As with the change feed only transactions below the horizon are looked at. The facts are those of this moment,
 * with the newest entry that they hold, so that whoever keeps them can tell older ones from newer ones.
 */
export const CHANGED_FACTS = `
with page as (
  select e.xid, e.seq, e.case_number from timeline_entry e
  where (e.xid, e.seq) > ($1::text::xid8, $2::bigint) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
  order by e.xid, e.seq limit $3),
changed as (select case_number, max((lpad(xid::text, 20, '0') || ':' || lpad(seq::text, 20, '0'))) as at from page group by case_number)
select (select count(*) from page)::int as looked,
  (select xid::text || ':' || seq::text from page order by xid desc, seq desc limit 1) as cursor,
  (select coalesce(jsonb_agg(facts order by changed_at, facts->>'caseNumber'), '[]') from (
    select ch.at as changed_at, jsonb_build_object(
      'newest', newest.cursor, 'caseNumber', c.number, 'countyCode', c.county_code, 'areaCode', c.area_code, 'kind', c.kind,
      'caseClass', c.case_class, 'categoryCode', c.category_code, 'channel', c.channel, 'path', c.path,
      'receivedAt', c.received_at, 'responseDueAt', c.response_due_at, 'firstResponseAt', c.first_response_at,
      'firstDueAt', c.first_due_at, 'dueAt', c.resolution_due_at, 'isCopy', c.duplicate_of is not null,
      'closedAs', c.closed_as, 'closedAt', c.closed_at, 'stage', c.stage, 'round', c.round,
      'events', coalesce((${EVENTS}), '[]'), 'missed', coalesce((${MISSED}), '[]')) as facts
    from changed ch join case_file c on c.number = ch.case_number
    cross join lateral (select xid::text || ':' || seq::text as cursor from timeline_entry e
      where e.case_number = c.number order by xid desc, seq desc limit 1) newest) all_facts) as facts`;
