import { planOnce } from '@yiwang/platform/database';

/** A field that may be set to nothing: left out it stays as it is. */
const nullable = (column: string, field: string, type = 'text'): string =>
  `${column} = case when patch ? '${field}' then (patch->>'${field}')::${type} else c.${column} end`;
const kept = (column: string, field: string, type = 'text'): string =>
  `${column} = coalesce((patch->>'${field}')::${type}, c.${column})`;

const MOVE_CASE = `
  update case_file c set
    ${kept('stage', 'stage')},
    ${nullable('path', 'path')},
    ${kept('round', 'round', 'int')},
    ${kept('area_code', 'areaCode')},
    ${kept('case_class', 'caseClass')},
    ${kept('tier', 'tier')},
    ${nullable('unit_code', 'unitCode')},
    ${kept('resolution_due_at', 'resolutionDueAt', 'timestamptz')},
    first_due_at = case when step->'clock' @> '[{"entry": {"kind": "start", "clock": "resolution"}}]'
      then coalesce((patch->>'resolutionDueAt')::timestamptz, c.first_due_at) else c.first_due_at end,
    ${nullable('tier_due_at', 'tierDueAt', 'timestamptz')},
    ${kept('provisional', 'provisional', 'boolean')},
    ${nullable('paused', 'paused')},
    ${nullable('review_at', 'reviewAt', 'timestamptz')},
    ${kept('card', 'card')},
    ${nullable('merged_into', 'mergedInto')},
    first_response_at = coalesce(c.first_response_at, (patch->>'firstResponseAt')::timestamptz),
    ${nullable('resolved_at', 'resolvedAt', 'timestamptz')},
    ${nullable('closed_at', 'closedAt', 'timestamptz')},
    ${nullable('closed_as', 'closedAs')},
    ${kept('response_overdue', 'responseOverdue', 'boolean')},
    ${kept('resolution_overdue', 'resolutionOverdue', 'boolean')},
    ${kept('handler_subject', 'handlerSubject')},
    ${kept('rating', 'rating')}
  from live where c.number = live.step->>'caseNumber' and patch <> '{}'::jsonb
  returning c.number`;

const OPEN_TASKS = `
  insert into task (id, case_number, county_code, kind, state, workflow_id, tier, roles, area_code, unit_code, subjects,
    excluded_subjects, excluded_units, round, due_at, opened_at, title, part_of, data)
  select t->>'taskId', step->>'caseNumber', step->>'countyCode', t->>'kind', 'open', t->>'workflowId', t->>'tier',
    array(select jsonb_array_elements_text(t->'roles')), t->>'areaCode', t->>'unitCode',
    case when t ? 'subjects' then array(select jsonb_array_elements_text(t->'subjects')) end,
    array(select jsonb_array_elements_text(t->'excludedSubjects')),
    array(select jsonb_array_elements_text(t->'excludedUnits')),
    (t->>'round')::int, (t->>'dueAt')::timestamptz, (step->>'at')::timestamptz, t->>'title', t->>'partOf',
    coalesce(t->'data', '{}')
  from live, jsonb_array_elements(step->'openedTasks') t
  returning id`;

/**
 * All that happens to one task comes together first: a statement changes a row once. A deadline that moves leaves the
 * version alone, so that nobody who was about to decide gets a conflict by it. The case is named beside the task, so
 * that its few tasks are found by their index; by the task alone the planner, who expects a hundred, reads the table.
 */
const CHANGE_TASKS = `
  update task set
    state = coalesce(t.state, task.state),
    result = coalesce(t.result, task.result),
    version = task.version + (t.state is not null)::int,
    due_at = coalesce(t.due_at, task.due_at),
    holder_subject = case when t.state is null or t.state = 'cancelled' then task.holder_subject
      else coalesce(task.holder_subject, live.step->'actor'->>'subject') end,
    closed_at = case when t.state is null or t.state = 'accepted' then task.closed_at
      else (live.step->>'at')::timestamptz end
  from live cross join (
    select id, max(state) as state, max(result) as result, max(due_at) as due_at from (
      select t->>'taskId' as id, t->>'state' as state, t->>'result' as result, null::timestamptz as due_at
      from live, jsonb_array_elements(step->'changedTasks') t
      union all
      select step->'partDueAt'->>'taskId', null, null, (step->'partDueAt'->>'dueAt')::timestamptz
      from live where step ? 'partDueAt'
      union all
      select task.id, case when cancels then 'cancelled' end, null,
        case when not cancels then (step->>'leadDueAt')::timestamptz end
      from live join task on task.case_number = step->>'caseNumber'
      cross join lateral (select coalesce(step->>'cancelOpenTasks' = 'true'
        or (step->>'cancelOpenTasks' = 'path' and task.workflow_id <> task.case_number), false) as cancels) c
      where (step ? 'cancelOpenTasks' or step ? 'leadDueAt') and task.state in ('open', 'accepted')
        and (cancels or (step ? 'leadDueAt' and task.kind in ('handle', 'lead', 'coordinate')))
        and not step->'changedTasks' @> jsonb_build_array(jsonb_build_object('taskId', task.id))
    ) each group by id
  ) t
  where task.id = t.id and task.case_number = live.step->>'caseNumber'
  returning task.id`;

const TELL = `
  insert into timeline_entry (case_number, county_code, type, at, actor_kind, actor_subject, actor_role, text, task_id,
    internal, data)
  select step->>'caseNumber', step->>'countyCode', e->>'type', (step->>'at')::timestamptz, who->>'kind',
    who->>'subject', who->>'role', e->>'text', e->>'taskId',
    coalesce((e->>'internal')::boolean, false), coalesce(e->'data', '{}')
  from live, jsonb_array_elements(step->'timeline') with ordinality x(e, n),
    coalesce(e->'actor', step->'actor') who order by n
  returning seq`;

const KEEP_CLOCKS = `
  insert into clock_entry (case_number, seq, entry)
  select step->>'caseNumber', (e->>'seq')::int, e->'entry' from live, jsonb_array_elements(step->'clock') e
  on conflict do nothing
  returning seq`;

const COUNT_MARKS = `
  insert into case_mark (case_number, key, mark, clock, due_at, at, tier, roles, area_code, unit_code)
  select step->>'caseNumber', m->>'key', m->>'mark', m->>'clock', (m->>'dueAt')::timestamptz, (step->>'at')::timestamptz,
    m->>'tier', array(select jsonb_array_elements_text(m->'roles')), m->>'areaCode', m->>'unitCode'
  from live, jsonb_array_elements(step->'marks') m
  on conflict do nothing
  returning key`;

/** What is known of a record by an earlier step stays where the later one does not say otherwise. */
const KEEP_RECORDS = `
  insert into case_record as r (case_number, kind, id, data, at, actor_subject)
  select distinct on (x->>'kind', x->>'id') step->>'caseNumber', x->>'kind', x->>'id', x->'data',
    (step->>'at')::timestamptz, step->'actor'->>'subject'
  from live, jsonb_array_elements(step->'records') with ordinality y(x, n) order by x->>'kind', x->>'id', n desc
  on conflict (case_number, kind, id) do update
    set data = r.data || excluded.data, at = excluded.at, actor_subject = excluded.actor_subject
  returning id`;

const NOTIFY = `
  insert into notification (dedupe_key, type, recipient, case_number, data)
  select step->>'stepId' || '/' || n, notice->>'type', notice->'to', step->>'caseNumber', notice->'data'
  from live, jsonb_array_elements(step->'notices') with ordinality o(notice, n)
  on conflict (dedupe_key) do nothing
  returning id`;

const AUDIT = `
  insert into audit_entry (operation, outcome, actor_kind, actor_subject, positions, target_type, target_id, county_code,
    idempotency_key)
  select step->'cause'->>'operation', 'done', step->'actor'->>'kind', step->'actor'->>'subject',
    case when step->'actor' ? 'positionId' then array[step->'actor'->>'positionId'] else '{}' end,
    'case', step->>'caseNumber', step->>'countyCode', step->'cause'->>'updateId'
  from live where step ? 'cause'
  returning id`;

/**
 * One step of a workflow, written at once: `$1` is the CaseStep as JSON. Everything hangs on the row in `case_step`: where
 * the step was recorded before, nothing else happens either, and its instant is answered as `at`. The audit entry of a
 * person's decision stands in the same transaction as what it did.
 */
export const APPLY_STEP = planOnce(`
with s as (select $1::jsonb as step),
fresh as (
  insert into case_step (case_number, step_id, at)
  select step->>'caseNumber', step->>'stepId', (step->>'at')::timestamptz from s
  on conflict do nothing
  returning case_number
),
live as (select s.step, s.step->'patch' as patch from s join fresh on true),
moved as (${MOVE_CASE}),
opened as (${OPEN_TASKS}),
changed as (${CHANGE_TASKS}),
told as (${TELL}),
clocked as (${KEEP_CLOCKS}),
marked as (${COUNT_MARKS}),
kept as (${KEEP_RECORDS}),
noticed as (${NOTIFY}),
audited as (${AUDIT})
select (select count(*) from fresh)::int as fresh, (select count(*) from told)::int as told,
  (select c.at from s join case_step c on c.case_number = s.step->>'caseNumber' and c.step_id = s.step->>'stepId'
    where not exists (select from fresh)) as at`);
