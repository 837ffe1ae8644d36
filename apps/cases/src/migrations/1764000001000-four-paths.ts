import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases on four paths: who holds them, their clock ledger, marks and records, and what only staff may read. */
export class FourPaths1764000001000 implements MigrationInterface {
  name = 'FourPaths1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const oneOf = (...values: string[]): string => `in (${values.map((value) => `'${value}'`).join(', ')})`;

const TIER = oneOf('grid', 'village', 'town', 'county', 'city');

const UP = [
  `alter table case_file
     add case_class text check (case_class ${oneOf('simple', 'general', 'major', 'difficult', 'crossCounty')}),
     add mode text check (mode ${oneOf('coordination', 'deliberation', 'collaboration')}),
     add tier text check (tier ${TIER}),
     add unit_code text,
     add tier_due_at timestamptz,
     add first_due_at timestamptz,
     add provisional boolean not null default false,
     add paused text check (paused ${oneOf('waitingForResident', 'suspended')}),
     add review_at timestamptz,
     add card text not null default 'none' check (card ${oneOf('none', 'yellow', 'red')}),
     add merged_into text references case_file (number),
     add about_whom jsonb,
     add masked boolean not null default false,
     add on_behalf_setting text check (on_behalf_setting ${oneOf('speakingRoom', 'houseVisit', 'serviceHall')})`,
  `update case_file set first_due_at = resolution_due_at`,
  `alter table case_file
     alter first_due_at set not null,
     drop constraint case_file_kind_check,
     add constraint case_file_kind_check
       check (kind ${oneOf('complaint', 'report', 'suggestion', 'consultation', 'request', 'dispute')})`,
  `create index case_file_review on case_file (county_code, review_at) where review_at is not null`,
  `create index case_file_paused on case_file (county_code, paused) where paused is not null`,
  `create index case_file_card on case_file (county_code, card) where card <> 'none' and closed_at is null`,
  `create index case_file_merged on case_file (merged_into) where merged_into is not null`,

  // 'townDesk' is what a joint path's lead was called before there were four paths; old rows keep it.
  `alter table task
     drop constraint task_kind_check,
     add constraint task_kind_check check (kind ${oneOf(
       ...['handle', 'desk', 'townDesk', 'lead', 'contribute', 'coordinate', 'arbitrate', 'verify', 'approve', 'order'],
       'cityDesk',
     )}),
     drop constraint task_state_check,
     add constraint task_state_check
       check (state ${oneOf('open', 'accepted', 'completed', 'handedUp', 'returned', 'cancelled')}),
     add tier text check (tier ${TIER}),
     add unit_code text,
     add subjects text[],
     add excluded_units text[] not null default '{}',
     add title text,
     add part_of text,
     add result text,
     add data jsonb not null default '{}'`,
  // By unit: its inbox, and which cases its people may read. A case has few tasks: task_case finds its open ones.
  `create index task_unit on task (unit_code, case_number) where unit_code is not null`,
  `create index task_subjects on task using gin (subjects) where subjects is not null and state in ('open', 'accepted')`,

  // As with case_step, no foreign keys: only steps of a case's own workflow write here, and each would cost a look.
  // The clock ledger only grows. Not partitioned: an entry's place in its case's ledger has to be unique, and a key over
  // partitions would have to hold their month.
  `create table clock_entry (
     case_number text not null,
     seq int not null,
     entry jsonb not null,
     recorded_at timestamptz not null default now(),
     primary key (case_number, seq)
   )`,
  `create table case_mark (
     case_number text not null,
     key text not null,
     mark text not null,
     clock text not null,
     due_at timestamptz not null,
     at timestamptz not null,
     tier text not null check (tier ${TIER}),
     roles text[] not null,
     area_code text not null,
     unit_code text,
     primary key (case_number, key)
   )`,
  `create index case_mark_area on case_mark (area_code text_pattern_ops, at)`,
  `create index case_mark_unit on case_mark (unit_code, at) where unit_code is not null`,
  `create table case_record (
     case_number text not null,
     kind text not null,
     id text not null,
     data jsonb not null,
     at timestamptz not null,
     actor_subject text,
     primary key (case_number, kind, id)
   )`,
  `revoke update, delete, truncate on clock_entry, case_mark from yiwang_cases`,
  `revoke delete, truncate on case_record from yiwang_cases`,

  `alter table timeline_entry add internal boolean not null default false`,

  // Whether a complaint is about somebody; the same as isConcerned of the domain. Positions are [{role, area, unit}].
  `create function is_concerned(about jsonb, subject text, positions jsonb) returns boolean
     language sql immutable parallel safe return
     about is not null and (
       coalesce(about->>'subject' = subject, false)
       or exists (
         select from jsonb_array_elements(positions) p
         where p->>'unit' = about->>'unitCode'
           or (p->>'area' = about->>'areaCode'
             and case when about ? 'role' then p->>'role' = about->>'role'
               else not about ?| array['unitCode', 'subject'] end)))`,
];

const DOWN = [
  'drop function is_concerned(jsonb, text, jsonb)',
  'alter table timeline_entry drop internal',
  'drop table case_record, case_mark, clock_entry',
  `alter table task drop tier, drop unit_code, drop subjects, drop excluded_units, drop title, drop part_of, drop result,
     drop data`,
  `alter table case_file drop case_class, drop mode, drop tier, drop unit_code, drop tier_due_at, drop first_due_at,
     drop provisional, drop paused, drop review_at, drop card, drop merged_into, drop about_whom, drop masked,
     drop on_behalf_setting`,
];
