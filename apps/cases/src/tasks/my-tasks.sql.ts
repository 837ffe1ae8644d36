/**
 * Open tasks of a person: `$1` subject; `$2` and `$3` their positions' roles and areas, side by side; `$4` whether held
 * ones, `$5` whether free ones count; filters; then a keyset cursor. A grid member also sees a task that is addressed
 * to the whole village.
 */
export const MY_TASKS = `
select t.id, t.case_number as "caseNumber", t.county_code as "countyCode", t.kind, t.state, t.workflow_id as "workflowId",
  t.roles, t.area_code as "areaCode", t.excluded_subjects as "excludedSubjects", t.round, t.due_at as "dueAt",
  t.holder_subject as "holderSubject", t.version, t.opened_at as "openedAt",
  t.closed_at as "closedAt"
from task t join case_file c on c.number = t.case_number
where t.state in ('open', 'accepted')
  and (($4 and t.holder_subject = $1)
    or ($5 and t.holder_subject is null and not ($1 = any(t.excluded_subjects)) and exists (
      select from unnest($2::text[], $3::text[]) p(role, area)
      where p.role = any(t.roles)
        and (t.area_code like p.area || '%' or (p.role = 'gridMember' and p.area like t.area_code || '%')))))
  and ($6::text is null or c.stage = $6)
  and ($7::text is null or c.path = $7)
  and ($8::text is null or t.kind = $8)
  and ($9::timestamptz is null or t.due_at < $9)
  and ($10::text is null or (t.due_at, t.id) > (select due_at, id from task where id = $10))
order by t.due_at, t.id
limit $11`;
