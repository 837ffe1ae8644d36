export const ACCOUNTABILITY_COLUMNS = `id, county_code as "countyCode", month, scope_kind as "scopeKind", scope_code as "scopeCode",
  kind, count_id as "countId", shortfalls, months_running as "monthsRunning", state, attempts, due_at as "dueAt", provisional,
  overdue, opened_at as "openedAt"`;

/** How many months running, up to and with this one, the same scope fell short: the month before is looked at. */
export const RUNNING_BEFORE = `
select scope_kind as kind, scope_code as code, months_running as running from accountability where county_code = $1 and month = $2`;

export const OPEN = `
insert into accountability (id, county_code, month, scope_kind, scope_code, kind, count_id, shortfalls, months_running, input, opened_at)
select (a->>'id')::uuid, a->>'countyCode', a->>'month', a->'scope'->>'kind', a->'scope'->>'code', a->>'kind', $2, a->'shortfalls',
  (a->>'monthsRunning')::int, a - 'monthsRunning', $3
from jsonb_array_elements($1::jsonb) a
on conflict (county_code, month, scope_kind, scope_code) do nothing
returning id`;

/** Whoever takes one has it for half a minute; a start that is repeated starts nothing twice. */
export const CLAIM = `
update accountability set next_start_at = now() + interval '30 seconds'
where id in (select id from accountability where state = 'opening' and next_start_at <= now() order by next_start_at limit 20
  for update skip locked)
returning input`;

/** One step by its id, once: the row moves on and the timeline grows. */
export const APPLY = `
with fresh as (
  insert into accountability_event (accountability_id, step_id, type, at, actor_kind, actor_subject, actor_role, text, due_at)
  select ($1::jsonb->>'id')::uuid, $1::jsonb->>'stepId', $1::jsonb->>'event', ($1::jsonb->>'at')::timestamptz,
    $1::jsonb->'actor'->>'kind', $1::jsonb->'actor'->>'subject', $1::jsonb->'actor'->>'role', $1::jsonb->>'text',
    ($1::jsonb->>'dueAt')::timestamptz
  on conflict do nothing returning accountability_id)
update accountability a set state = $1::jsonb->>'state', attempts = ($1::jsonb->>'attempts')::int,
  due_at = ($1::jsonb->>'dueAt')::timestamptz, provisional = ($1::jsonb->>'provisional')::boolean,
  overdue = $1::jsonb->>'event' in ('rectificationOverdue', 'acceptanceOverdue')
from fresh where a.id = fresh.accountability_id returning a.id`;
