import type { Ddl } from '@yiwang/platform/audit';

const UNITS_OF = `jsonb_path_query_array(data, '$.participants[*] ? (@.kind == "unit").unitCode')`;
const OWNER = `language plpgsql security definer set search_path = cases, pg_temp`;

const keeping = (name: string, units: string): string => `
  create function ${name}() returns trigger ${OWNER} as $$
  begin
    insert into case_unit (case_number, unit_code, county_code, received_at)
      select c.number, unit, c.county_code, c.received_at from case_file c, ${units} where c.number = new.case_number
      on conflict do nothing;
    return null;
  end $$`;
const IN_MEETING = (data: string): string => `jsonb_array_elements_text(${UNITS_OF.replace('(data', `(${data}`)}) unit`;

/**
 * Which units read a case, in the order of the list: those of which a task was put to the unit, or a meeting summoned it.
 * By tasks alone a department's first page would be found by reading all of its cases.
 */
export const CASE_UNITS: Ddl = {
  up: [
    `create table case_unit (
       case_number text not null,
       unit_code text not null,
       county_code text not null,
       received_at timestamptz not null,
       primary key (case_number, unit_code)
     )`,
    `create index case_unit_newest on case_unit (unit_code, received_at desc, case_number desc)`,
    `revoke insert, update, delete, truncate on case_unit from yiwang_cases`,
    `insert into case_unit
       select c.number, t.unit_code, c.county_code, c.received_at from task t join case_file c on c.number = t.case_number
         where t.unit_code is not null
       union
       select c.number, unit, c.county_code, c.received_at from case_record r join case_file c on c.number = r.case_number
         cross join lateral ${IN_MEETING('r.data')} where r.kind = 'meeting'`,
    keeping('keep_unit_of_task', '(values (new.unit_code)) u (unit)'),
    keeping('keep_units_of_meeting', IN_MEETING('new.data')),
    `create trigger task_of_unit after insert or update of unit_code on task
       for each row when (new.unit_code is not null) execute function keep_unit_of_task()`,
    `create trigger meeting_of_units after insert or update of data on case_record
       for each row when (new.kind = 'meeting') execute function keep_units_of_meeting()`,
  ],
  down: [
    'drop trigger meeting_of_units on case_record',
    'drop trigger task_of_unit on task',
    'drop function keep_units_of_meeting(), keep_unit_of_task()',
    'drop table case_unit',
  ],
};
