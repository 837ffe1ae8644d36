import { protectRows } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom each table lets through already, and what is kept of a case that is mended. */
const SYSTEMS = {
  case_file: ['intake', 'steps'],
  task: ['steps'],
  timeline_entry: ['intake', 'steps'],
  case_step: ['steps'],
  clock_entry: ['steps'],
  case_mark: ['steps'],
  case_record: ['steps'],
  notification: ['intake', 'steps', 'sender'],
  audit_entry: ['steps', 'audit'],
};

const letThrough = (table: string, names: readonly string[]): string => {
  const isOne = `(select scope_system()) = any('{${names.join(',')}}'::text[])`;
  return `alter policy system on ${table} using (${isOne}) with check (${isOne})`;
};
const readBy = (...names: string[]): string =>
  `alter policy system_reads on start_outbox using ((select scope_system()) = any('{${names.join(',')}}'::text[]))`;

const DOUBTS = protectRows('case_doubt', { sees: 'false', systems: ['steps', 'mending'], readers: ['projection'] });

const UP = [
  // As with case_step, no foreign key. Fifteen seconds: longer than the engine waits for a workflow task, so that
  // what is on its way has come.
  `create table case_doubt (
     case_number text primary key,
     county_code text not null,
     reason text not null check (reason in ('overwritten', 'recordedBefore', 'placeTaken')),
     noticed_at timestamptz not null default now(),
     tries int not null default 0,
     next_try_at timestamptz not null default now() + interval '15 seconds'
   )`,
  `create index case_doubt_next on case_doubt (next_try_at)`,
  ...DOUBTS.up,
  ...Object.entries(SYSTEMS).map(([table, names]) => letThrough(table, [...names, 'mending'])),
  readBy('projection', 'mending'),

  // Ledger, marks, steps and timeline stay closed to the service's own changes. What is in doubt may be taken out of
  // them, one case at a time, by whoever mends it or by the owner.
  `create function may_mend(wanted text) returns void
     language plpgsql security definer set search_path = cases, pg_temp as $$
   begin
     if pg_has_role(session_user, current_user, 'usage') then return; end if;
     if scope_system() is distinct from 'mending' or not exists (select from case_doubt where case_number = wanted) then
       raise exception 'case % is not in doubt', wanted using errcode = 'insufficient_privilege';
     end if;
   end $$`,
  // Alone: two that mend side by side would wait for each other's steps.
  `create function mend_lock(wanted text) returns void
     language plpgsql security definer set search_path = cases, pg_temp as $$
   begin
     perform may_mend(wanted);
     lock table case_step in share row exclusive mode;
   end $$`,
  `create function mend_remove(wanted text, what text, keys text[]) returns setof timestamptz
     language plpgsql security definer set search_path = cases, pg_temp as $$
   begin
     perform may_mend(wanted);
     case what
       when 'case_step' then
         return query delete from case_step c where c.case_number = wanted and c.step_id = any(keys) returning c.at;
       when 'clock_entry' then delete from clock_entry c where c.case_number = wanted and c.seq = any(keys::int[]);
       when 'case_mark' then delete from case_mark c where c.case_number = wanted and c.key = any(keys);
       when 'case_record' then delete from case_record c where c.case_number = wanted and c.kind || '/' || c.id = any(keys);
       when 'task' then delete from task c where c.case_number = wanted and c.id = any(keys);
       when 'timeline_entry' then delete from timeline_entry c where c.case_number = wanted and c.seq = any(keys::bigint[]);
     end case;
   end $$`,
];

const DOWN = [
  'drop function mend_remove(text, text, text[]), mend_lock(text), may_mend(text)',
  readBy('projection'),
  ...Object.entries(SYSTEMS).map(([table, names]) => letThrough(table, names)),
  'drop table case_doubt',
];

/** Cases of which PostgreSQL may say something else than their workflows, and the way to mend them (decision 36). */
export class CaseDoubts1764510000000 implements MigrationInterface {
  name = 'CaseDoubts1764510000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
