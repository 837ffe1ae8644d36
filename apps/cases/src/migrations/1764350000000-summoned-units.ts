import type { MigrationInterface, QueryRunner } from 'typeorm';

const UNITS_OF = `jsonb_path_query_array(data, '$.participants[*] ? (@.kind == "unit").unitCode')`;

const SUMMONS = `
create function case_summons(wanted text, caller scope_parts) returns boolean
  language sql stable parallel safe security definer set search_path = cases, pg_temp return exists (
    select from case_record r join case_file c on c.number = r.case_number
    where r.case_number = wanted and r.kind = 'meeting' and ${UNITS_OF} ?| caller.units
    and c.county_code like any(caller.homes))`;

/** As the rules by scope made it, with one more way of being concerned with a case. */
const seen = (also: string): string => `
create or replace function case_is_seen(wanted text, caller scope_parts) returns boolean
  language plpgsql stable parallel safe security definer cost 2000 set search_path = cases, pg_temp as $$
declare
  area text;
  is_own boolean;
begin
  if wanted = any(caller.granted) then return true; end if;
  if wanted = any(caller.concerning) then return false; end if;
  select c.area_code, c.starter = caller.subject or c.reporter_subject = caller.subject into area, is_own
    from case_file c where c.number = wanted;
  return found and (coalesce(is_own, false) or area like any(caller.reading) or area = any(caller.villages)
    or case_has_task_for(wanted, caller)${also});
end $$`;

/** Whoever is whistled for reads what it is about: the people of a summoned unit see the case, as those of a task's unit do. */
export class SummonedUnits1764350000000 implements MigrationInterface {
  name = 'SummonedUnits1764350000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index case_record_summoned on case_record using gin ((${UNITS_OF})) where kind = 'meeting'`);
    await runner.query(SUMMONS);
    await runner.query(seen('\n    or case_summons(wanted, caller)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(seen(''));
    await runner.query('drop function case_summons(text, scope_parts)');
    await runner.query('drop index case_record_summoned');
  }
}
