import type { Ddl } from '@yiwang/platform/audit';

const OPEN = `state in ('open', 'accepted')`;
const FREE = `${OPEN} and holder_subject is null`;
const PART = (length: number, row = ''): string =>
  `case when length(${row}area_code) >= ${length} then left(${row}area_code, ${length}) end`;
const NEWEST = 'received_at desc, number desc';

/**
 * Equality on plain columns is leak-proof, so it finds rows before row-level security looks at them, and in the order of
 * the list. An expression such as left(area_code, 9) would not be.
 */
export const INDEXES: Ddl = {
  up: [
    // Generated first, which fills them in one pass; TypeORM keeps a table of its own for columns that stay so.
    `alter table case_file
       add town_code text generated always as (${PART(9)}) stored,
       add village_code text generated always as (${PART(12)}) stored`,
    `alter table case_file alter town_code drop expression, alter village_code drop expression`,
    `create function keep_parts_of_area() returns trigger language plpgsql as $$
     begin
       new.town_code := ${PART(9, 'new.')};
       new.village_code := ${PART(12, 'new.')};
       return new;
     end $$`,
    `create trigger parts_of_area before insert or update of area_code on case_file
       for each row execute function keep_parts_of_area()`,
    `create index case_file_town on case_file (town_code, ${NEWEST}) where town_code is not null`,
    `create index case_file_village on case_file (village_code, ${NEWEST}) where village_code is not null`,
    // Of a county's cases nine of ten are closed, and a stage such as suspended is rare among the others.
    `create index case_file_stage on case_file (county_code, stage, ${NEWEST}) where stage <> 'closed'`,
    `create index case_file_overdue on case_file (county_code, ${NEWEST}) where response_overdue or resolution_overdue`,
    `create index case_file_unit on case_file (unit_code, ${NEWEST}) where unit_code is not null`,
    `create index case_file_source on case_file (source_reference) where source_reference is not null`,
    // Most of what somebody held is done: an index over all of it begins with years of that.
    `drop index task_holder`,
    `create index task_held on task (holder_subject, due_at, id) where ${OPEN}`,
    `create index task_free_in_unit on task (unit_code, due_at, id) where ${FREE} and unit_code is not null`,
    `create index task_free_for_grids on task (area_code, due_at, id) where ${FREE} and roles @> '{gridMember}'`,
    `create index task_free_above_towns on task (county_code, due_at, id)
       where ${FREE} and unit_code is null and not (roles <@ '{gridMember,villageSecretary,villagePolice,stationedCadre,serviceTeam,townCentre}')`,
  ],
  down: [
    'drop index task_free_above_towns, task_free_for_grids, task_free_in_unit, task_held',
    'create index task_holder on task (holder_subject, due_at) where holder_subject is not null',
    'drop index case_file_source, case_file_unit, case_file_overdue, case_file_stage, case_file_village, case_file_town',
    'drop trigger parts_of_area on case_file',
    'drop function keep_parts_of_area()',
    'alter table case_file drop village_code, drop town_code',
  ],
};
