import { protectRows } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BELOW = `area_code like any((select scope_below_reading())::text[])`;
const INTERVENTIONS = protectRows('intervention', { sees: BELOW, writes: 'false', systems: ['interventions'] });
const OF_CASES = protectRows('intervention_case', {
  sees: `${BELOW} and case_number <> all((select scope_concerning())::text[])`,
  writes: 'false',
  systems: ['interventions'],
});

const UP = [
  // Of the position of whoever steps in: who looks after that area sees it.
  `create table intervention (
     id uuid primary key default gen_random_uuid(),
     area_code text not null,
     county_code text not null,
     kind text not null,
     state text not null check (state in ('waiting', 'running', 'paused', 'done', 'cancelled', 'lapsed', 'notStarted')),
     reason text not null,
     parameters jsonb not null default '{}',
     by_subject text not null,
     by_positions jsonb not null,
     second_person_above int not null,
     approval_until timestamptz,
     approved_by text,
     undo_of uuid references intervention (id),
     idempotency_key text not null,
     content_hash text not null,
     created_at timestamptz not null,
     ended_at timestamptz,
     constraint intervention_once unique (by_subject, idempotency_key),
     constraint intervention_two_persons check (approved_by is null or approved_by <> by_subject)
   )`,
  `create index intervention_latest on intervention (created_at desc, id desc)`,
  `create index intervention_undo on intervention (undo_of) where undo_of is not null`,
  ...INTERVENTIONS.up,
  `create table intervention_case (
     intervention_id uuid not null references intervention (id),
     place int not null,
     case_number text not null,
     area_code text not null,
     mark text not null,
     own jsonb,
     outcome text not null check (outcome in ('waiting', 'done', 'unchanged', 'refused', 'failed', 'left')),
     code text,
     details jsonb not null default '{}',
     before jsonb not null default '{}',
     tries int not null default 0,
     at timestamptz,
     primary key (intervention_id, case_number)
   )`,
  `create unique index intervention_case_place on intervention_case (intervention_id, place)`,
  ...OF_CASES.up,
];

const DOWN = [...OF_CASES.down, 'drop table intervention_case', ...INTERVENTIONS.down, 'drop table intervention'];

/** What supervisors do to many cases at once, with what came of it for each. */
export class Interventions1764980000000 implements MigrationInterface {
  name = 'Interventions1764980000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
