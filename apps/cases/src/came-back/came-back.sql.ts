/** As the index `timeline_entry_told` has it, which is why it stands here word for word. */
const TOLD = `('urged', 'residentUrged', 'returned', 'verificationFailed', 'referralReturned', 'retracted')`;
const OPEN = `t.state in ('open', 'accepted')`;
/** Tasks of whoever has the whole case, and not a part of it that a unit gave back. */
const LEADING = `t.kind in ('desk', 'townDesk', 'handle', 'lead', 'coordinate', 'arbitrate') and coalesce(t.data->>'part', '') = ''`;
const ADDRESSEE = '(t.round, t.roles, t.area_code, t.unit_code, t.subjects)';

/**
 * Of cases (`$1`: numbers) what was urged and what came back, as it concerns whoever has them now; a row each, and none of most
 * cases. An urging counts since the case came to its present addressee, in this round: a verification that failed gives it to
 * the same one again. What came back is told of the open task that it came back to (`taskId`):
 * 1. the task that the very step opened, of which both have the instant;
 * 2. whose part was returned and has not been given to anybody since;
 * 3. what the county had still, or else has first, when the city gave the case back.
 * What was retracted counts no more. Moving up stands under the type of an urging, and is none.
 */
export const CAME_BACK = `
with said as materialized (
  select e.case_number, e.type, e.at, e.task_id, e.data, e.xid::text || ':' || e.seq as cursor
  from timeline_entry e where e.case_number = any($1) and e.type in ${TOLD}
), told as materialized (
  select s.* from said s
  where s.type <> 'retracted' and (s.type <> 'urged' or s.data->>'act' is distinct from 'escalate') and not exists (
    select from said r where r.type = 'retracted' and r.case_number = s.case_number and r.data->>'cursor' = s.cursor)
), led as (
  select case_number, max(opened_at) filter (where is_anew) as since from (
    select t.case_number, t.opened_at,
      row${ADDRESSEE} is distinct from lag(row${ADDRESSEE}) over (partition by t.case_number order by t.opened_at, t.id) as is_anew
    from task t where t.case_number = any(array(select case_number from told where type in ('urged', 'residentUrged'))) and ${LEADING}
  ) t group by case_number
)
select told.case_number as "caseNumber", told.type, told.at, null as "taskId"
from told left join led on led.case_number = told.case_number
where told.type in ('urged', 'residentUrged') and told.at >= coalesce(led.since, told.at)
union all
select told.case_number, told.type, told.at, t.id
from told join task t on t.case_number = told.case_number and t.opened_at = told.at
where told.type in ('returned', 'verificationFailed') and t.kind in ('handle', 'lead', 'coordinate', 'arbitrate') and ${OPEN}
union all
select told.case_number, told.type, told.at, t.id
from told join task part on part.id = told.task_id join task t on t.id = part.part_of
where told.type = 'returned' and part.kind = 'contribute' and ${OPEN} and not exists (
  select from task n where n.case_number = told.case_number and n.opened_at >= told.at and t.id in (n.part_of, n.data->>'part'))
union all
select told.case_number, told.type, told.at, t.id
from told join task t on t.case_number = told.case_number
where told.type = 'referralReturned' and ${OPEN} and ${LEADING} and not exists (
  select from task n where n.case_number = told.case_number and n.kind in ('desk', 'handle', 'lead', 'coordinate', 'arbitrate')
  and n.opened_at < t.opened_at and t.opened_at > told.at and (n.closed_at is null or n.closed_at >= told.at))`;
