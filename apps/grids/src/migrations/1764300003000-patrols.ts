import { notificationTables } from '@yiwang/platform/notification';
import { attachmentTables } from '@yiwang/platform/storage';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const files = attachmentTables('grids');
const notices = notificationTables('grids');

export class Patrols1764300003000 implements MigrationInterface {
  name = 'Patrols1764300003000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...files.up, ...notices.up]) await runner.query(statement);
    await runner.query(`create index mailbox_area on mailbox ((recipient->>'areaCode') collate "C", id)`);
    await runner.query(`
      create table patrol_setting (
        county_code text primary key check (length(county_code) = 6),
        enabled boolean not null,
        on_days_off boolean not null,
        slots jsonb not null,
        grid_kinds text[] not null,
        near_m int not null check (near_m between 0 and 10000),
        picture_required boolean not null,
        version int not null default 1,
        scheduled_version int not null default 0
      )`);
    await runner.query(`
      create table patrol_day (
        county_code text not null,
        day date not null,
        is_working_day boolean not null,
        is_provisional boolean not null,
        slots jsonb not null,
        planned_at timestamptz not null default now(),
        primary key (county_code, day)
      )`);
    await runner.query(`
      create table patrol_round (
        grid_code text collate "C" not null references area (code),
        day date not null,
        slot text not null,
        county_code text not null,
        opens_at timestamptz not null,
        closes_at timestamptz not null,
        state text not null default 'planned' check (state in ('planned', 'done', 'missed', 'late')),
        checked_in_at timestamptz,
        completed_at timestamptz,
        subject text,
        latitude double precision check (latitude between -90 and 90),
        longitude double precision check (longitude between -180 and 180),
        accuracy_m double precision check (accuracy_m >= 0),
        place text check (place in ('inside', 'near', 'outside', 'unknown')),
        distance_m double precision,
        note text,
        primary key (grid_code, day, slot),
        check ((completed_at is not null) = (state in ('done', 'late'))),
        check ((checked_in_at is null) = (subject is null)),
        check (completed_at is null or checked_in_at is not null)
      )`);
    await runner.query(`create index patrol_round_of_day on patrol_round (county_code, day, slot)`);
    await runner.query(`create index patrol_round_subject on patrol_round (subject, day)`);
    await runner.query(`
      create table patrol_finding (
        id uuid primary key,
        grid_code text collate "C" not null,
        day date not null,
        slot text not null,
        subject text not null,
        text text not null,
        category_code text,
        attachment_ids uuid[] not null default '{}',
        case_attachment_ids text[],
        case_number text,
        found_at timestamptz not null,
        foreign key (grid_code, day, slot) references patrol_round (grid_code, day, slot)
      )`);
    await runner.query(`create index patrol_finding_round on patrol_finding (grid_code, day, slot)`);
    await runner.query(`create index patrol_finding_case on patrol_finding (case_number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['patrol_finding', 'patrol_round', 'patrol_day', 'patrol_setting']) {
      await runner.query(`drop table ${table}`);
    }
    for (const statement of [...notices.down, ...files.down]) await runner.query(statement);
  }
}
