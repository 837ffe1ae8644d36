import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNTING = `
  create function count_households() returns trigger language plpgsql security definer as $$
  begin
    if tg_op in ('INSERT', 'UPDATE') then
      insert into household_count as c (grid_code, on_date, households, people)
      select grid_code, on_date, sum(h), sum(p) from (
        select grid_code, valid_from as on_date, 1 as h, people as p from fresh
        union all select grid_code, valid_to, -1, -people from fresh where valid_to is not null
      ) change group by grid_code, on_date order by grid_code, on_date
      on conflict (grid_code, on_date) do update
        set households = c.households + excluded.households, people = c.people + excluded.people;
    end if;
    if tg_op in ('DELETE', 'UPDATE') then
      insert into household_count as c (grid_code, on_date, households, people)
      select grid_code, on_date, sum(h), sum(p) from (
        select grid_code, valid_from as on_date, -1 as h, -people as p from gone
        union all select grid_code, valid_to, 1, people from gone where valid_to is not null
      ) change group by grid_code, on_date order by grid_code, on_date
      on conflict (grid_code, on_date) do update
        set households = c.households + excluded.households, people = c.people + excluded.people;
    end if;
    return null;
  end $$`;

/**
 * Households become rows of their grid; how many there are on a day is derived: `household_count` holds by how much each
 * date changed it, so that a sum up to any date is that date's figure, whatever was moved since.
 */
export class HouseholdsAndDuties1764300001000 implements MigrationInterface {
  name = 'HouseholdsAndDuties1764300001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table household rename to household_before`);
    // Every character three times: the index of three characters then finds words of two and of one, as Chinese has them.
    await runner.query(`
      create function tripled(words text) returns text language sql immutable parallel safe strict
        return regexp_replace(words, '(.)', '\\1\\1\\1', 'g')`);
    await runner.query(`
      create table household (
        id bigint generated always as identity primary key,
        grid_code text collate "C" not null references area (code) check (length(grid_code) = 15),
        building text not null default '',
        door text not null check (door <> ''),
        people int not null default 0 check (people between 0 and 1000),
        search text not null generated always as (tripled(building || door)) stored,
        valid_from date not null default '2000-01-01',
        valid_to date check (valid_to >= valid_from)
      )`);
    await runner.query(`create unique index household_door on household (grid_code, building, door) where valid_to is null`);
    await runner.query(`create index household_grid_code on household (grid_code, id)`);
    await runner.query(`create index household_search on household using gin (search public.gin_trgm_ops)`);
    await runner.query(`
      create table household_count (
        grid_code text collate "C" not null,
        on_date date not null,
        households int not null,
        people int not null,
        primary key (grid_code, on_date)
      )`);
    await runner.query(`revoke insert, update, delete, truncate on household_count from yiwang_grids`);
    await runner.query(COUNTING);
    await runner.query(`alter function count_households() set search_path = grids, pg_temp`);
    for (const [event, tables] of [
      ['insert', 'new table as fresh'],
      ['delete', 'old table as gone'],
      ['update', 'old table as gone new table as fresh'],
    ]) {
      await runner.query(`create trigger household_${event} after ${event} on household referencing ${tables}
        for each statement execute function count_households()`);
    }
    await runner.query(`
      insert into household (grid_code, door)
      select area_code, n || '户' from household_before cross join generate_series(1, count) n where length(area_code) = 15`);
    await runner.query(`drop table household_before`);
    await runner.query(`
      create table duty (
        id uuid primary key default gen_random_uuid(),
        grid_code text collate "C" not null references area (code) check (length(grid_code) = 15),
        subject text not null,
        duty text not null check (duty in ('lead', 'patrol', 'mediation', 'safety', 'environment', 'publicity', 'service')),
        valid_from date not null,
        valid_to date check (valid_to > valid_from),
        exclude using gist (grid_code with =, subject with =, duty with =, daterange(valid_from, valid_to) with &&)
      )`);
    await runner.query(`create index duty_grid_code on duty (grid_code)`);
    await runner.query(`create index duty_subject on duty (subject)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table duty`);
    await runner.query(`alter table household rename to household_rows`);
    await runner.query(`create table household (
        area_code text primary key references area (code),
        count int not null check (count >= 0)
      )`);
    await runner.query(`insert into household (area_code, count)
      select grid_code, count(*) from household_rows where valid_to is null group by grid_code`);
    await runner.query(`create index household_area_code_prefix on household (area_code text_pattern_ops)`);
    await runner.query(`drop table household_rows`);
    await runner.query(`drop table household_count`);
    await runner.query(`drop function count_households(), tripled(text)`);
  }
}
