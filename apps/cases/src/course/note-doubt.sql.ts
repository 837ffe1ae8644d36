/** Looked at again from the beginning, and not before the engine has what was just written. The first reason stays. */
export const ONCE_MORE_IN_DOUBT = `on conflict (case_number) do update
  set noticed_at = now(), tries = 0, next_try_at = now() + interval '15 seconds'`;

/** Puts a case in doubt of which the engine has lost a step that stands: `$1` its number, `$2` its county. */
export const STEP_LOST = `insert into case_doubt (case_number, county_code, reason) values ($1, $2, 'stepLost')
${ONCE_MORE_IN_DOUBT}`;

/**
 * Puts a case in doubt where the tasks that a step opens, or its entries of the clock ledger, do not stand as it says:
 * `$1` is the CaseStep as JSON, with the instant with which it stands, `$2` the reason. What steps change later is not
 * compared, but for deadlines: of these a moved one costs a look for nothing.
 */
export const NOTE_DOUBT = `
with s as (select $1::jsonb as step),
wrong as (
  select 1 from s cross join jsonb_array_elements(step->'openedTasks') t left join task k on k.id = t->>'taskId'
  where (k.case_number, k.kind, k.workflow_id, k.tier, to_jsonb(k.roles), k.area_code, k.unit_code, k.round, k.due_at,
      k.title, k.part_of, k.data, k.opened_at)
    is distinct from (step->>'caseNumber', t->>'kind', t->>'workflowId', t->>'tier', t->'roles', t->>'areaCode',
      t->>'unitCode', (t->>'round')::int, (t->>'dueAt')::timestamptz, t->>'title', t->>'partOf',
      coalesce(t->'data', '{}'), (step->>'at')::timestamptz)
  union all
  select 1 from s cross join jsonb_array_elements(coalesce(step->'clock', '[]')) e
  left join clock_entry c on c.case_number = step->>'caseNumber' and c.seq = (e->>'seq')::int
  where c.entry is distinct from e->'entry'
)
insert into case_doubt (case_number, county_code, reason)
select step->>'caseNumber', step->>'countyCode', $2 from s where exists (select from wrong)
${ONCE_MORE_IN_DOUBT}
returning case_number`;
