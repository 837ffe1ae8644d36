import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases, their tasks and timeline, what waits to be started, and the policies a case begins with. */
export class CreateCases1763900000000 implements MigrationInterface {
  name = 'CreateCases1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table timeline_entry, case_step, task, start_outbox, case_file, case_policy`);
    await runner.query(`drop function ensure_timeline_months(int)`);
    await runner.query(`drop sequence case_number`);
  }
}

const oneOf = (...values: string[]): string => `in (${values.map((value) => `'${value}'`).join(', ')})`;

const STAGES = oneOf(
  'received', 'accepted', 'dispatched', 'handling', 'verifying', 'evaluating', 'closed',
  'notAccepted', 'withdrawn', 'suspended', 'referred',
);

const UP = [
  // A process takes a hundred numbers at a time; numbers are unique and rising, not without gaps.
  `create sequence case_number as bigint increment by 100`,

  `create table case_policy (
     county_code text not null default '',
     version int not null,
     response_limit_hours int not null check (response_limit_hours > 0),
     resolution_limit_days int not null check (resolution_limit_days > 0),
     rating_window_days int not null check (rating_window_days > 0),
     max_rounds int not null check (max_rounds between 1 and 9),
     in_force_from timestamptz not null,
     primary key (county_code, version)
   )`,
  // The limits of the field: 24 hours to respond, 5 days to resolve, 7 days to rate, three rounds.
  `insert into case_policy values ('', 1, 24, 5, 7, 3, '2000-01-01T00:00:00Z')`,

  `create table case_file (
     number text primary key,
     county_code text not null,
     area_code text not null,
     stage text not null check (stage ${STAGES}),
     path text check (path ${oneOf('villageDirect', 'cadreLed', 'villageTownJoint', 'countyCoordinated')}),
     round int not null default 1,
     kind text not null check (kind ${oneOf('complaint', 'report', 'suggestion', 'consultation', 'request')}),
     channel text not null,
     category_code text,
     title text,
     text text not null,
     place_text text,
     qr_point_code text,
     received_at timestamptz not null,
     reported_at timestamptz,
     policy_version int not null,
     response_due_at timestamptz not null,
     resolution_due_at timestamptz not null,
     first_response_at timestamptz,
     resolved_at timestamptz,
     closed_at timestamptz,
     closed_as text check (closed_as ${oneOf('rated', 'notRated', 'notAccepted', 'withdrawn', 'roundsExhausted', 'imported')}),
     response_overdue boolean not null default false,
     resolution_overdue boolean not null default false,
     handler_subject text,
     rating text check (rating ${oneOf('satisfied', 'mostlySatisfied', 'dissatisfied')}),
     starter text not null,
     starter_kind text not null check (starter_kind ${oneOf('person', 'client', 'anonymous')}),
     client_id text,
     source_reference text,
     idempotency_key text not null,
     content_hash bytea not null,
     signature bytea not null,
     duplicate_of text references case_file (number),
     reporter_subject text,
     reporter_name text,
     reporter_phone text,
     reporter_reference text,
     on_behalf boolean not null default false,
     constraint case_file_once unique (starter, idempotency_key)
   )`,
  `create index case_file_received on case_file (county_code, received_at desc, number desc)`,
  `create index case_file_area on case_file (area_code text_pattern_ops, received_at desc)`,
  `create index case_file_signature on case_file (signature, county_code)`,
  `create index case_file_starter on case_file (starter, received_at desc)`,
  `create index case_file_duplicate on case_file (duplicate_of) where duplicate_of is not null`,
  `create index case_file_reporter on case_file (reporter_subject) where reporter_subject is not null`,

  `create table start_outbox (
     case_number text primary key references case_file (number),
     input jsonb not null,
     -- 0: somebody waits for it; 1: part of a batch.
     urgency int not null default 0,
     enqueued_at timestamptz not null default now(),
     attempts int not null default 0,
     next_attempt_at timestamptz not null default now(),
     last_error text
   )`,
  `create index start_outbox_next on start_outbox (urgency, next_attempt_at, case_number)`,

  // Makes each step of a workflow count once, however often its activity is tried.
  `create table case_step (
     case_number text not null,
     step_id text not null,
     primary key (case_number, step_id)
   )`,

  `create table task (
     id text primary key,
     case_number text not null references case_file (number),
     county_code text not null,
     kind text not null check (kind ${oneOf('handle', 'desk', 'townDesk')}),
     state text not null check (state ${oneOf('open', 'accepted', 'completed', 'handedUp', 'cancelled')}),
     workflow_id text not null,
     roles text[] not null,
     area_code text not null,
     excluded_subjects text[] not null default '{}',
     round int not null,
     due_at timestamptz not null,
     holder_subject text,
     version int not null default 1,
     opened_at timestamptz not null,
     closed_at timestamptz
   )`,
  `create index task_case on task (case_number)`,
  `create index task_open_by_area on task (area_code text_pattern_ops, due_at) where state in ('open', 'accepted')`,
  `create index task_holder on task (holder_subject, due_at) where holder_subject is not null`,

  // The timeline is also the change feed. A reader sees a transaction's entries only once nothing older can still
  // commit, so a cursor over (xid, seq) never skips one.
  `create table timeline_entry (
     seq bigint generated always as identity,
     recorded_at timestamptz not null default now(),
     xid xid8 not null default pg_current_xact_id(),
     case_number text not null,
     county_code text not null,
     type text not null,
     at timestamptz not null,
     actor_kind text not null check (actor_kind ${oneOf('person', 'client', 'resident', 'system')}),
     actor_subject text,
     actor_role text,
     text text,
     task_id text,
     data jsonb not null default '{}',
     primary key (seq, recorded_at)
   ) partition by range (recorded_at)`,
  `create index timeline_entry_case on timeline_entry (case_number, seq)`,
  `create index timeline_entry_feed on timeline_entry (xid, seq)`,
  `create table timeline_entry_default partition of timeline_entry default`,
  `create function ensure_timeline_months(ahead int) returns void
     language plpgsql security definer set search_path = cases, pg_temp as $$
   declare
     first_day timestamp;
     partition_name text;
   begin
     perform pg_advisory_xact_lock(hashtext('timeline_months'));
     for i in 0..least(greatest(ahead, 0), 24) loop
       first_day := date_trunc('month', now() at time zone 'Asia/Shanghai') + make_interval(months => i);
       partition_name := 'timeline_entry_' || to_char(first_day, 'YYYY_MM');
       continue when to_regclass(partition_name) is not null;
       begin
         execute format('create table %I partition of timeline_entry for values from (%L) to (%L)', partition_name,
           first_day at time zone 'Asia/Shanghai', (first_day + interval '1 month') at time zone 'Asia/Shanghai');
         execute format('revoke update, delete, truncate on %I from yiwang_cases', partition_name);
       exception when check_violation then
         null; -- entries of that month are in the default partition already and may stay there
       end;
     end loop;
   end $$`,
  `select ensure_timeline_months(3)`,
  `revoke update, delete, truncate on timeline_entry, timeline_entry_default, case_step from yiwang_cases`,
];
