import { planOnce } from '@yiwang/platform/database';

/**
 * One step of a workflow, written at once: `$1` is the CaseStep as JSON. Everything hangs on the row in `case_step`: where
 * the step was recorded before, nothing else happens either. The audit entry of a person's decision stands in the same
 * transaction as what it did.
 */
export const APPLY_STEP = planOnce(`
with s as (select $1::jsonb as step),
fresh as (
  insert into case_step (case_number, step_id)
  select step->>'caseNumber', step->>'stepId' from s
  on conflict do nothing
  returning case_number
),
live as (select s.step, s.step->'patch' as patch from s join fresh on true),
moved as (
  update case_file c set
    stage = coalesce(patch->>'stage', c.stage),
    path = case when patch ? 'path' then patch->>'path' else c.path end,
    round = coalesce((patch->>'round')::int, c.round),
    area_code = coalesce(patch->>'areaCode', c.area_code),
    resolution_due_at = coalesce((patch->>'resolutionDueAt')::timestamptz, c.resolution_due_at),
    first_response_at = coalesce(c.first_response_at, (patch->>'firstResponseAt')::timestamptz),
    resolved_at = case when patch ? 'resolvedAt' then (patch->>'resolvedAt')::timestamptz else c.resolved_at end,
    closed_at = coalesce((patch->>'closedAt')::timestamptz, c.closed_at),
    closed_as = coalesce(patch->>'closedAs', c.closed_as),
    response_overdue = coalesce((patch->>'responseOverdue')::boolean, c.response_overdue),
    resolution_overdue = coalesce((patch->>'resolutionOverdue')::boolean, c.resolution_overdue),
    handler_subject = coalesce((patch->>'handlerSubject'), c.handler_subject),
    rating = coalesce(patch->>'rating', c.rating)
  from live where c.number = live.step->>'caseNumber' and patch <> '{}'::jsonb
  returning c.number
),
opened as (
  insert into task (id, case_number, county_code, kind, state, workflow_id, roles, area_code, excluded_subjects,
    round, due_at, opened_at)
  select t->>'taskId', step->>'caseNumber', step->>'countyCode', t->>'kind', 'open', t->>'workflowId',
    array(select jsonb_array_elements_text(t->'roles')), t->>'areaCode',
    array(select jsonb_array_elements_text(t->'excludedSubjects')),
    (t->>'round')::int, (t->>'dueAt')::timestamptz, (step->>'at')::timestamptz
  from live, jsonb_array_elements(step->'openedTasks') t
  returning id
),
changed as (
  update task set
    state = t.state,
    version = task.version + 1,
    holder_subject = case when t.state = 'cancelled' then task.holder_subject
      else coalesce(task.holder_subject, t.step->'actor'->>'subject') end,
    closed_at = case when t.state = 'accepted' then task.closed_at else (t.step->>'at')::timestamptz end
  from (
    select step, t->>'taskId' as id, t->>'state' as state from live, jsonb_array_elements(step->'changedTasks') t
    union all
    select step, task.id, 'cancelled' from live join task on task.case_number = step->>'caseNumber'
    where (step->>'cancelOpenTasks')::boolean and task.state in ('open', 'accepted')
      and not step->'changedTasks' @> jsonb_build_array(jsonb_build_object('taskId', task.id))
  ) t
  where task.id = t.id
  returning task.id
),
told as (
  insert into timeline_entry (case_number, county_code, type, at, actor_kind, actor_subject, actor_role, text, task_id, data)
  select step->>'caseNumber', step->>'countyCode', e->>'type', (step->>'at')::timestamptz, step->'actor'->>'kind',
    (step->'actor'->>'subject'), step->'actor'->>'role', e->>'text', e->>'taskId', coalesce(e->'data', '{}')
  from live, jsonb_array_elements(step->'timeline') with ordinality x(e, n) order by n
  returning seq
),
noticed as (
  insert into notification (dedupe_key, type, recipient, case_number, data)
  select step->>'stepId' || '/' || n, notice->>'type', notice->'to', step->>'caseNumber', notice->'data'
  from live, jsonb_array_elements(step->'notices') with ordinality o(notice, n)
  on conflict (dedupe_key) do nothing
  returning id
),
audited as (
  insert into audit_entry (operation, outcome, actor_kind, actor_subject, positions, target_type, target_id, county_code,
    idempotency_key)
  select step->'cause'->>'operation', 'done', step->'actor'->>'kind', step->'actor'->>'subject',
    case when step->'actor' ? 'positionId' then array[step->'actor'->>'positionId'] else '{}' end,
    'case', step->>'caseNumber', step->>'countyCode', step->'cause'->>'updateId'
  from live where step ? 'cause'
  returning id
)
select (select count(*) from fresh)::int as fresh, (select count(*) from told)::int as told`);
