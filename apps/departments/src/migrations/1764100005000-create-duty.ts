import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is on duty: a row for every day of a month on which the county works, by its working calendar when the month was
 * made. A day without a unit is a gap that shows.
 */
export class CreateDuty1764100005000 implements MigrationInterface {
  name = 'CreateDuty1764100005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table duty_month (
        county_code text not null check (county_code ~ '^\\d{6}$'),
        month text not null check (month ~ '^\\d{4}-\\d\\d$'),
        units text[] not null,
        from_time text not null,
        until_time text not null,
        calendar_version int not null,
        made_by text not null,
        made_at timestamptz not null,
        primary key (county_code, month)
      )`);
    await runner.query(`
      create table duty_shift (
        id uuid primary key default gen_random_uuid(),
        county_code text not null check (county_code ~ '^\\d{6}$'),
        date date not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > starts_at),
        unit_code text references unit (code),
        origin text not null check (origin in ('turn', 'swap', 'assigned', 'closed')),
        provisional boolean not null,
        unique (county_code, date)
      )`);
    await runner.query(`create index duty_shift_ends_at on duty_shift (county_code, ends_at)`);
    await runner.query(`create index duty_shift_unit_code on duty_shift (unit_code, date)`);
    await runner.query(`
      create table duty_swap (
        id uuid primary key default gen_random_uuid(),
        county_code text not null check (county_code ~ '^\\d{6}$'),
        shift_id uuid not null references duty_shift (id),
        with_shift_id uuid not null references duty_shift (id) check (with_shift_id <> shift_id),
        asking_unit text not null references unit (code),
        asked_unit text not null references unit (code),
        state text not null check (state in ('asked', 'agreed', 'refused', 'withdrawn', 'lapsed')),
        reason text not null,
        asked_by text not null,
        asked_at timestamptz not null,
        answered_by text,
        answered_at timestamptz,
        check ((state = 'asked') = (answered_at is null))
      )`);
    await runner.query(`create unique index duty_swap_open on duty_swap (shift_id) where state = 'asked'`);
    await runner.query(`create index duty_swap_list on duty_swap (county_code, asked_at, id)`);
    await runner.query(`create index duty_swap_shift_id on duty_swap (shift_id)`);
    await runner.query(`create index duty_swap_with_shift_id on duty_swap (with_shift_id)`);
    await runner.query(`create index duty_swap_asking_unit on duty_swap (asking_unit)`);
    await runner.query(`create index duty_swap_asked_unit on duty_swap (asked_unit)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table duty_swap, duty_shift, duty_month`);
  }
}
