import type { Ddl } from '@yiwang/platform/audit';

const POSITIONS = `as p (role text, area text, unit text)`;
const DEFINER = `stable parallel safe security definer set search_path = cases, pg_temp`;

/** Whether something with these columns is put to position `p`; the same as mayHold of the domain. */
export const putToPosition = (row: { roles: string; unit: string; area: string }): string => `
  ${row.roles} and (${row.unit} is null or ${row.unit} = p.unit)
  and (${row.area} like p.area || '%' or (p.role = 'gridMember' and p.area like ${row.area} || '%'))`;

export const somePosition = (condition: string, positions = '(select scope_positions())'): string =>
  `exists (select from jsonb_to_recordset(${positions}) ${POSITIONS} where ${condition})`;

/** By what a case says whom it is about, and which of it may be the caller. Each has an index. */
const ABOUT = [
  ['subject', '= me'],
  ['unitCode', '= any(units)'],
  ['areaCode', '= any(areas)'],
] as const;

const textsOf = (name: string, texts: string, where: string): string =>
  `create function ${name}() returns text[] language sql stable parallel safe
     return array(select distinct ${texts} from jsonb_to_recordset(scope_positions()) ${POSITIONS} where ${where})`;

/** In the order in which they are made. */
const FUNCTIONS = {
  // Villages of a grid member's grids: what is reported for the whole village is theirs too.
  'scope_villages()': textsOf('scope_villages', 'left(p.area, 12)', `p.role = 'gridMember' and length(p.area) >= 12`),
  // The areas above a grid member's grids, whose tasks and messages go to them as well.
  'scope_above_grids()': textsOf('scope_above_grids', 'left(p.area, part)', `p.role = 'gridMember'`).replace(
    `${POSITIONS} where`,
    `${POSITIONS} cross join unnest(array[4, 6, 9, 12, 15]) part where`,
  ),
  // Areas that the caller administrates, with everything below, as patterns for LIKE.
  'scope_administered()': textsOf('scope_administered', `p.area || '%'`, `p.role = 'administrator'`),

  // Cases that are about the caller. For rules alone: nobody else is to ask.
  'scope_concerning()': `
    create function scope_concerning() returns text[] language plpgsql ${DEFINER} as $$
    declare
      me text := scope_subject();
      positions jsonb := scope_positions();
      units text[] := scope_units();
      areas text[] := scope_areas();
    begin
      if me is null then return '{}'; end if;
      return array(${ABOUT.map(
        ([key, which]) => `
        select c.number from case_file c
        where c.about_whom is not null and c.about_whom->>'${key}' ${which} and is_concerned(c.about_whom, me, positions)`,
      ).join(' union ')});
    end $$`,

  // All of it at once, so that rules ask PostgreSQL for it once a statement and pass it on for each row.
  'scope_parts()': `
    create function scope_parts() returns scope_parts language sql stable parallel safe
      return row(scope_subject(), scope_below_reading(), scope_villages(), scope_units(), scope_homes(), scope_granted(),
        scope_concerning(), scope_positions())::scope_parts`,

  // Whether the caller reads a case for a task's sake: they hold or held it, it is or was put to their unit, or is open
  // to one of their positions.
  'case_has_task_for(text, scope_parts)': `
    create function case_has_task_for(wanted text, caller scope_parts) returns boolean language plpgsql ${DEFINER} as $$
    begin
      return exists (select from task t where t.case_number = wanted and (
        t.holder_subject = caller.subject
        or (t.unit_code = any(caller.units) and t.county_code like any(caller.homes))
        or (t.state in ('open', 'accepted') and (t.subjects is null or caller.subject = any(t.subjects))
          and ${somePosition(putToPosition({ roles: 'p.role = any(t.roles)', unit: 't.unit_code', area: 't.area_code' }), 'caller.positions')})));
    end $$`,

  // The same as CaseAccess: by area, the village of a grid member's grids, the caller's own, a task's sake; never by whom
  // the case is about. Whoever has shown the pickup code is its resident, whoever they are otherwise.
  'case_is_seen(text, scope_parts)': `
    create function case_is_seen(wanted text, caller scope_parts) returns boolean language plpgsql ${DEFINER} cost 2000 as $$
    declare
      area text;
      is_own boolean;
    begin
      if wanted = any(caller.granted) then return true; end if;
      if wanted = any(caller.concerning) then return false; end if;
      select c.area_code, c.starter = caller.subject or c.reporter_subject = caller.subject into area, is_own
        from case_file c where c.number = wanted;
      return found and (coalesce(is_own, false) or area like any(caller.reading) or area = any(caller.villages)
        or case_has_task_for(wanted, caller));
    end $$`,

  'case_is_held(text, text)': `
    create function case_is_held(wanted text, subject text) returns boolean language sql ${DEFINER}
      return exists (select from task t where t.case_number = wanted and t.holder_subject = subject
        and t.state in ('open', 'accepted'))`,
};

/**
 * What rules ask of cases and tasks. Functions of the owner, because the rules of the two would run in a circle, and
 * because PostgreSQL would plan the whole of it again for every table of every statement.
 */
export const ASKED_OF_CASES: Ddl = {
  up: [
    ...ABOUT.map(([key]) => `create index case_file_about_${key.toLowerCase()} on case_file ((about_whom->>'${key}')) where about_whom is not null`),
    `create type scope_parts as (subject text, reading text[], villages text[], units text[], homes text[], granted text[],
       concerning text[], positions jsonb)`,
    ...Object.values(FUNCTIONS),
  ],
  down: [
    ...Object.keys(FUNCTIONS).toReversed().map((name) => `drop function ${name}`),
    'drop type scope_parts',
    ...ABOUT.map(([key]) => `drop index case_file_about_${key.toLowerCase()}`),
  ],
};
