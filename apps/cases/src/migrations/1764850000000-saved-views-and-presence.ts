import { protectRows } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit's people, or those of one area who belong to none: with whom a view is shared. */
const OFFICES = `
create function scope_offices() returns text[] language sql stable parallel safe
  return array(select distinct case when p.unit is null then p.area else left(p.area, 6) || '/' || p.unit end
    from jsonb_to_recordset(scope_positions()) as p (area text, unit text))`;

const IS_OWN = 'owner_subject = (select scope_subject())';
const VIEWS = protectRows('saved_view', {
  sees: `${IS_OWN} or shared_with && (select scope_offices())`,
  writes: IS_OWN,
});

const IS_ME = 'subject = (select scope_subject())';
const SEES_CASE = 'case_is_seen(case_number, (select scope_parts()))';
const PRESENCE = protectRows('case_presence', {
  sees: SEES_CASE,
  writes: `${IS_ME} and ${SEES_CASE}`,
  systems: ['housekeeping'],
});

const UP = [
  OFFICES,
  `create table saved_view (
     id uuid primary key default gen_random_uuid(),
     owner_subject text not null,
     page text not null,
     name text not null,
     query text not null check (length(query) <= 1000),
     shared_with text[] not null default '{}',
     saved_at timestamptz not null,
     constraint saved_view_once unique (owner_subject, page, name)
   )`,
  `create index saved_view_shared on saved_view using gin (shared_with) where shared_with <> '{}'`,
  ...VIEWS.up,
  // Who is on a case now is worth nothing after a crash.
  `create unlogged table case_presence (
     case_number text not null,
     subject text not null,
     seen_at timestamptz not null default now(),
     primary key (case_number, subject)
   )`,
  `create index case_presence_old on case_presence (seen_at)`,
  ...PRESENCE.up,
];

const DOWN = [...PRESENCE.down, 'drop table case_presence', ...VIEWS.down, 'drop table saved_view', 'drop function scope_offices()'];

/** Searches that somebody keeps for themselves or their office, and who is on a case at the same time. */
export class SavedViewsAndPresence1764850000000 implements MigrationInterface {
  name = 'SavedViewsAndPresence1764850000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
