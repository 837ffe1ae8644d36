import { planOnce } from '@yiwang/platform/database';
import { ONCE_MORE_IN_DOUBT } from './note-doubt.sql.js';

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

const TASK_COLUMNS = [
  ...['id', 'case_number', 'county_code', 'kind', 'state', 'workflow_id', 'tier', 'roles', 'area_code', 'unit_code'],
  ...['subjects', 'excluded_subjects', 'excluded_units', 'round', 'due_at', 'opened_at', 'title', 'part_of', 'data'],
];

const openTasks = (onConflict = ''): string => `
  insert into task as standing (${TASK_COLUMNS.join(', ')})
  select t->>'taskId', step->>'caseNumber', step->>'countyCode', t->>'kind', 'open', t->>'workflowId', t->>'tier',
    array(select jsonb_array_elements_text(t->'roles')), t->>'areaCode', t->>'unitCode',
    case when t ? 'subjects' then array(select jsonb_array_elements_text(t->'subjects')) end,
    array(select jsonb_array_elements_text(t->'excludedSubjects')),
    array(select jsonb_array_elements_text(t->'excludedUnits')),
    (t->>'round')::int, (t->>'dueAt')::timestamptz, (step->>'at')::timestamptz, t->>'title', t->>'partOf',
    coalesce(t->'data', '{}')
  from live, jsonb_array_elements(step->'openedTasks') t
  ${onConflict}
  returning id`;

/** Whoever has the standing task before them and decides on it gets a conflict: it is another one now. */
const OVER_STANDING_TASKS = `on conflict (id) do update set
  ${TASK_COLUMNS.slice(1).map((column) => `${column} = excluded.${column}`).join(', ')},
  holder_subject = null, result = null, closed_at = null, version = standing.version + 1`;

/** Asked of the task as it stands when it is written, which may be after another workflow has cancelled it. */
const IS_TOO_LATE = `(t.state is not distinct from 'accepted' and task.state not in ('open', 'accepted'))`;

/**
 * All that happens to one task comes together first: a statement changes a row once. A deadline that moves leaves the
 * version alone, so that nobody who was about to decide gets a conflict by it. The case is named beside the task, so
 * that its few tasks are found by their index; by the task alone the planner, who expects a hundred, reads the table.
 * An acceptance that is written after the lifecycle cancelled the task opens it no more; its deadline moves all the same.
 */
const changeTasks = (also = ''): string => `
  update task set
    state = case when ${IS_TOO_LATE} then task.state else coalesce(t.state, task.state) end,
    result = case when ${IS_TOO_LATE} then task.result else coalesce(t.result, task.result) end,
    version = task.version + (t.state is not null and not ${IS_TOO_LATE})::int,
    due_at = coalesce(t.due_at, task.due_at),
    holder_subject = case when t.state is null or t.state = 'cancelled' or ${IS_TOO_LATE} then task.holder_subject
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
    and (t.due_at is not null or not ${IS_TOO_LATE})${also}
  returning task.id`;

const NOT_OPENED_HERE = `
    and not live.step->'openedTasks' @> jsonb_build_array(jsonb_build_object('taskId', task.id))`;

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

const applyStep = (opens: string, changes: string, andThen = ''): string => `
with s as (select $1::jsonb as step),
fresh as (
  insert into case_step (case_number, step_id, at, follows)
  select step->>'caseNumber', step->>'stepId', (step->>'at')::timestamptz, step->>'follows' from s
  on conflict do nothing
  returning case_number
),
live as materialized (
  select s.step, s.step->'patch' as patch from s join fresh on true left join lateral (
    select c.number from case_file c where c.number = s.step->>'caseNumber' for no key update) locked on true
),
moved as (${MOVE_CASE}),
opened as (${opens}),
changed as (${changes}),
told as (${TELL}),
clocked as (${KEEP_CLOCKS}),
marked as (${COUNT_MARKS}),
kept as (${KEEP_RECORDS}),
noticed as (${NOTIFY}),
audited as (${AUDIT})${andThen}
select (select count(*) from fresh)::int as fresh, (select count(*) from told)::int as told,
  (select count(*) from clocked)::int as clocked,
  exists (select from s join case_step c on c.case_number = s.step->>'caseNumber' and c.follows = s.step->>'follows'
    where c.step_id <> s.step->>'stepId') as forked,
  (select c.at from s join case_step c on c.case_number = s.step->>'caseNumber' and c.step_id = s.step->>'stepId'
    where not exists (select from fresh)) as at`;

/**
 * One step of a workflow, written at once: `$1` is the CaseStep as JSON. Everything hangs on the row in `case_step`: where
 * the step was recorded before, nothing else happens either, and its instant is answered as `at`. The audit entry of a
 * person's decision stands in the same transaction as what it did. The case is locked before its tasks, as people do who
 * write on both.
 */
export const APPLY_STEP = planOnce(applyStep(openTasks(), changeTasks()));

/**
 * The same over tasks that an earlier step left behind, which the engine lost: its number was given out anew, and the
 * workflow is the truth. The case is put in doubt by it. No row is changed twice by one statement.
 */
export const APPLY_STEP_OVER = planOnce(
  applyStep(openTasks(OVER_STANDING_TASKS), changeTasks(NOT_OPENED_HERE), `,
doubted as (
  insert into case_doubt (case_number, county_code, reason)
  select step->>'caseNumber', step->>'countyCode', 'overwritten' from live
  ${ONCE_MORE_IN_DOUBT}
)`),
);
