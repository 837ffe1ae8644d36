import type { Ddl } from '@yiwang/platform/audit';

/** The caller's positions as rows. */
const POSITIONS = `jsonb_to_recordset((select scope_positions())) as p (role text, area text, unit text)`;

/** Whether something with these columns is put to position `p`; the same as mayHold of the domain. */
export const putToPosition = (row: { roles: string; unit: string; area: string }): string => `
  ${row.roles} and (${row.unit} is null or ${row.unit} = p.unit)
  and (${row.area} like p.area || '%' or (p.role = 'gridMember' and p.area like ${row.area} || '%'))`;

export const somePosition = (condition: string): string => `exists (select from ${POSITIONS} where ${condition})`;

/**
 * What rules on `case_file` ask of tasks, whose own rules ask `case_file`: views read as their owner, so the two do not
 * run in a circle, and the planner looks into a view as it cannot into a function. Each shows no more than its reader is
 * concerned with, for the service's role may read it too.
 */
export const SCOPE_VIEWS: Ddl = {
  up: [
    // Villages of a grid member's grids: what is reported for the whole village is theirs too.
    `create function scope_villages() returns text[] language sql stable parallel safe
       return array(select distinct left(p.area, 12) from jsonb_to_recordset(scope_positions()) as p (role text, area text)
         where p.role = 'gridMember' and length(p.area) >= 12)`,
    // Areas that the caller administrates, with everything below, as patterns for LIKE.
    `create function scope_administered() returns text[] language sql stable parallel safe
       return array(select p.area || '%' from jsonb_to_recordset(scope_positions()) as p (role text, area text)
         where p.role = 'administrator')`,

    // Cases that the caller reads for a task's sake: they hold or held it, it is or was put to their unit, or is open to
    // one of their positions.
    `create view scope_task as
       select case_number, state in ('open', 'accepted') as is_held
       from task where holder_subject = (select scope_subject())
       union all
       select case_number, false from task
       where unit_code = any((select scope_units())::text[]) and county_code like any((select scope_homes())::text[])
       union all
       select t.case_number, false from ${POSITIONS} join task t
         on t.state in ('open', 'accepted') and (t.subjects is null or (select scope_subject()) = any(t.subjects))
         and ${putToPosition({ roles: 'p.role = any(t.roles)', unit: 't.unit_code', area: 't.area_code' })}`,
    `revoke insert, update, delete, truncate on scope_task from yiwang_cases`,

    // A view would tell the accused which cases are about them; a function answers for one at a time.
    `create index case_file_about on case_file (number) where about_whom is not null`,
    `create function is_about_caller(case_number text) returns boolean
       language sql stable security definer set search_path = cases, pg_temp return exists (
         select from case_file c where c.number = is_about_caller.case_number and c.about_whom is not null
         and is_concerned(c.about_whom, scope_subject(), scope_positions()))`,
  ],
  down: [
    'drop function is_about_caller(text)',
    'drop index case_file_about',
    'drop view scope_task',
    'drop function scope_administered(), scope_villages()',
  ],
};
