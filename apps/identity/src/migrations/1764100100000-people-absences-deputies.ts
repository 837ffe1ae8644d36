import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People get a home (the county or city that employs them, so that somebody without a position is still a county's own)
 * and a state; beside them who is away and who stands in.
 */
export class PeopleAbsencesDeputies1764100100000 implements MigrationInterface {
  name = 'PeopleAbsencesDeputies1764100100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person
        add column home_code text check (home_code ~ '^(\\d{4}|\\d{6})$'),
        add column state text not null default 'active' check (state in ('active', 'suspended')),
        add column suspended_at timestamptz,
        add column suspended_reason text,
        add constraint person_suspended check ((state = 'suspended') = (suspended_at is not null))`);
    await runner.query(`
      update person p set home_code = (
        select left(o.area_code, 6) from position o where o.person_id = p.id order by o.valid_from, o.id limit 1)`);
    await runner.query(`create index person_home on person (home_code, name, id)`);
    await runner.query(`create index person_words on person using gin ((name || ' ' || username) gin_trgm_ops)`);
    await runner.query(`create index position_at on position (role, area_code text_pattern_ops)`);
    await runner.query(`create index position_begins on position (valid_from)`);
    await runner.query(`create index position_ends on position (valid_to) where valid_to is not null`);
    await runner.query(`
      create table absence (
        id uuid primary key,
        person_id uuid not null references person (id),
        valid_from timestamptz not null,
        valid_to timestamptz not null,
        reason text not null check (reason <> ''),
        recorded_by uuid,
        recorded_at timestamptz not null default now(),
        check (valid_to >= valid_from),
        constraint absence_once exclude using gist (person_id with =, tstzrange(valid_from, valid_to) with &&)
      )`);
    await runner.query(`create index absence_bounds on absence (valid_from, valid_to)`);
    await runner.query(`
      create table deputy (
        id uuid primary key,
        person_id uuid not null references person (id),
        deputy_id uuid not null references person (id),
        valid_from timestamptz not null,
        valid_to timestamptz not null,
        recorded_by uuid,
        recorded_at timestamptz not null default now(),
        check (valid_to >= valid_from),
        check (person_id <> deputy_id),
        constraint deputy_one_at_a_time exclude using gist (person_id with =, tstzrange(valid_from, valid_to) with &&)
      )`);
    await runner.query(`create index deputy_of on deputy (deputy_id, valid_to)`);
    await runner.query(`create index deputy_bounds on deputy (valid_from, valid_to)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table deputy, absence`);
    await runner.query(`drop index person_home, person_words, position_at, position_begins, position_ends`);
    await runner.query(`
      alter table person drop column home_code, drop column state, drop column suspended_at,
        drop column suspended_reason`);
  }
}
