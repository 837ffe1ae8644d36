/** Everything of a task as its entity names it. */
export const TASK_COLUMNS = `
  t.id, t.case_number as "caseNumber", t.county_code as "countyCode", t.kind, t.state, t.tier,
  t.workflow_id as "workflowId", t.roles, t.area_code as "areaCode", t.unit_code as "unitCode", t.subjects,
  t.excluded_subjects as "excludedSubjects", t.excluded_units as "excludedUnits", t.round, t.due_at as "dueAt",
  t.holder_subject as "holderSubject", t.version, t.opened_at as "openedAt", t.closed_at as "closedAt", t.title,
  t.part_of as "partOf", t.result, t.data`;

/**
 * Open tasks of a person: `$1` subject; `$2`, `$3` and `$4` their positions' roles, areas and units, side by side, and
 * `$14` for whom they hold them who is away; `$5` the same as `is_concerned` takes them; `$6` whether held ones, `$7`
 * whether free ones count; filters; then a keyset cursor. A grid member also sees a task that is addressed to the whole
 * village. The same as mayHold of the domain.
 */
const FIRST_OF = (branch: string): string => `
(select t.id, t.due_at from task t join case_file c on c.number = t.case_number
where t.state in ('open', 'accepted') and ${branch}
  and (($6 and t.holder_subject = $1)
    or ($7 and not ($1 = any(t.excluded_subjects)) and exists (
      select from unnest($2::text[], $3::text[], $4::text[], $14::text[]) p(role, area, unit, acting_for)
      where p.role = any(t.roles)
        and (t.holder_subject is null or t.holder_subject = p.acting_for)
        and (t.subjects is null or $1 = any(t.subjects) or p.acting_for = any(t.subjects))
        and (p.acting_for is null or not (p.acting_for = any(t.excluded_subjects)))
        and (t.unit_code is null or t.unit_code = p.unit)
        and (p.unit is null or not (p.unit = any(t.excluded_units)))
        and (t.area_code like p.area || '%' or (p.role = 'gridMember' and p.area like t.area_code || '%')))))
  and (c.about_whom is null or not is_concerned(c.about_whom, $1, $5::jsonb))
  and ($8::text is null or c.stage = $8)
  and ($9::text is null or c.path = $9)
  and ($10::text is null or t.kind = $10)
  and ($11::timestamptz is null or t.due_at < $11)
  and ($12::text is null or (t.due_at >= (select due_at from task where id = $12)
    and (t.due_at, t.id) > (select due_at, id from task where id = $12)))
order by t.due_at, t.id
limit $13)`;

/** Due first, from `taskBranches`: an OR of them would be answered by reading all of them. */
export const myTasks = (branches: readonly string[]): string => `
select ${TASK_COLUMNS}
from task t where t.id = any(array(
  select id from (${branches.map(FIRST_OF).join(' union ')}) found order by due_at, id limit $13))
order by t.due_at, t.id`;

/** One task (`$1`) and whom its case is about. */
export const TASK_WITH_CONCERNED = `
select ${TASK_COLUMNS}, c.about_whom as "aboutWhom"
from task t join case_file c on c.number = t.case_number where t.id = $1`;

/** Tasks of cases (`$1`) that are still to be done. */
export const OPEN_TASKS_OF = `
select ${TASK_COLUMNS}
from task t where t.case_number = any($1) and t.state in ('open', 'accepted') order by t.due_at, t.id`;

/** Open parts of the case that a task (`$1`) leads. */
export const PARTS_BESIDE = `
select part.id from task lead join task part on part.case_number = lead.case_number
where lead.id = $1 and lead.kind = 'lead' and part.kind = 'contribute' and part.state in ('open', 'accepted')`;
