import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts that an office answers with, of the county or of one unit; every wording is kept. */
export class CreateTemplates1764100004000 implements MigrationInterface {
  name = 'CreateTemplates1764100004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table response_template (
        id uuid primary key default gen_random_uuid(),
        county_code text not null check (county_code ~ '^\\d{6}$'),
        unit_code text references unit (code),
        category_code text references category (code),
        name text not null,
        text text not null,
        version int not null default 1,
        changed_by text not null,
        changed_at timestamptz not null,
        retired_at timestamptz
      )`);
    await runner.query(`create unique index response_template_name on response_template
      (county_code, coalesce(unit_code, ''), name) where retired_at is null`);
    await runner.query(`create index response_template_list on response_template (county_code, name, id)`);
    await runner.query(`create index response_template_unit_code on response_template (unit_code)`);
    await runner.query(`create index response_template_category_code on response_template (category_code)`);
    await runner.query(`
      create table response_template_version (
        template_id uuid not null references response_template (id),
        version int not null,
        name text not null,
        text text not null,
        changed_by text not null,
        changed_at timestamptz not null,
        primary key (template_id, version)
      )`);
    await runner.query(`revoke update, delete on response_template_version from yiwang_departments`);
    await runner.query(`revoke delete on response_template from yiwang_departments`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table response_template_version, response_template`);
  }
}
