import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAreas1763900000000 implements MigrationInterface {
  name = 'CreateAreas1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table area (
        code text primary key check (code ~ '^(\\d{4}|\\d{6}|\\d{9}|\\d{12}|\\d{15})$'),
        parent_code text references area (code),
        name text not null,
        aliases text[] not null default '{}'
      )`);
    await runner.query(`create index area_parent_code on area (parent_code)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table area`);
  }
}
