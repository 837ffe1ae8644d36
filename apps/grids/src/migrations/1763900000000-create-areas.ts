import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAreas1763900000000 implements MigrationInterface {
  name = 'CreateAreas1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table area (
        code text primary key check (code ~ '^(\\d{4}|\\d{6}|\\d{9}|\\d{12}|\\d{15})$'),
        parent_code text references area (code),
        name text not null,
        aliases text[] not null default '{}',
        grid_kind text check (grid_kind in ('urbanRural', 'school', 'enterprise')),
        check (case length(code)
                 when 4 then parent_code is null
                 when 6 then parent_code is null or parent_code = left(code, 4)
                 else parent_code is not null and parent_code = left(code, length(code) - 3)
               end),
        check (grid_kind is null or length(code) = 15)
      )`);
    await runner.query(`create index area_parent_code on area (parent_code)`);
    await runner.query(`create index area_code_prefix on area (code text_pattern_ops)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table area`);
  }
}
