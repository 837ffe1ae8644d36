import { protectRows } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BELOW = `area_code like any((select scope_below_reading())::text[])`;
const REASONS = protectRows('case_reason', {
  sees: `(${BELOW} and case_number <> all((select scope_concerning())::text[])) or case_is_seen(case_number, (select scope_parts()))`,
  writes: 'false',
  systems: ['watch'],
});
const TROUBLES = protectRows('engine_trouble', { sees: 'false', systems: ['watch', 'steps'] });
const PARTS = protectRows('machine_part', { sees: 'true', writes: 'false', systems: ['watch', 'steps'] });
const PLACE = protectRows('reason_place', { sees: 'false', systems: ['watch'] });

/** What is looked at to say why a case stands. */
const LOOKED_AT = [
  ...['case_file', 'task', 'timeline_entry', 'case_step', 'case_record', 'case_mark', 'start_outbox', 'case_doubt'],
  ...['notification', 'notification_delivery'],
];
/** Notices that somebody should have had who is to act on the case. */
const UNDELIVERED = `recipient->>'kind' in ('position', 'person')
  and (state in ('refused', 'dead') or (state = 'waiting' and attempts > 1)) and case_number is not null`;
const OLDEST = 'since, case_number';

const UP = [
  // Of open cases alone: a row for each. The parts of the area are those of lists (decision 35).
  `create table case_reason (
     case_number text primary key,
     county_code text not null,
     town_code text,
     village_code text,
     area_code text not null,
     unit_code text,
     about_whom jsonb,
     kind text not null,
     is_machine boolean not null,
     since timestamptz not null,
     owner jsonb not null,
     next_step text not null,
     next_by timestamptz,
     task_id text,
     attempts int,
     failure text,
     also text[] not null default '{}',
     is_troubled boolean not null default false,
     looks_again_at timestamptz,
     found_at timestamptz not null default now()
   )`,
  `create index case_reason_county on case_reason (county_code, ${OLDEST})`,
  `create index case_reason_kind on case_reason (county_code, kind, ${OLDEST})`,
  `create index case_reason_town on case_reason (town_code, ${OLDEST}) where town_code is not null`,
  `create index case_reason_village on case_reason (village_code, ${OLDEST}) where village_code is not null`,
  `create index case_reason_unit on case_reason (unit_code, ${OLDEST}) where unit_code is not null`,
  `create index case_reason_again on case_reason (looks_again_at) where looks_again_at is not null`,
  ...REASONS.up,
  // What the engine and the workers say of one case. Gone when it is over.
  `create table engine_trouble (
     case_number text not null,
     kind text not null check (kind in ('step', 'workflowTask', 'lost')),
     part text not null,
     since timestamptz not null,
     attempts int not null,
     failure text,
     next_try_at timestamptz,
     seen_at timestamptz not null default now(),
     primary key (case_number, kind, part)
   )`,
  ...TROUBLES.up,
  // Which parts of the machine answer; a worker says so every few seconds.
  `create table machine_part (
     part text primary key,
     seen_at timestamptz not null,
     away_since timestamptz
   )`,
  ...PARTS.up,
  `create index notification_undelivered on notification (case_number) where ${UNDELIVERED}`,
  // How far the feed has been looked at.
  `create table reason_place (one boolean primary key default true check (one), xid xid8 not null, seq bigint not null)`,
  ...PLACE.up,
  ...LOOKED_AT.map((table) => `create policy watched on ${table} for select using ((select scope_system()) = 'watch')`),
];

const DOWN = [
  ...LOOKED_AT.map((table) => `drop policy watched on ${table}`),
  'drop index notification_undelivered',
  ...[...PLACE.down, 'drop table reason_place', ...PARTS.down, 'drop table machine_part'],
  ...[...TROUBLES.down, 'drop table engine_trouble', ...REASONS.down, 'drop table case_reason'],
];

/** Why each open case is not moving, and what the engine says of it. */
export class CaseReasons1764900000000 implements MigrationInterface {
  name = 'CaseReasons1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
