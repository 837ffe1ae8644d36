import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units stand in a line, close by a date and are found by part of their name. */
export class GrowUnits1764100001000 implements MigrationInterface {
  name = 'GrowUnits1764100001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table unit
        add column parent_code text references unit (code),
        add column closed_on date,
        add column closed_reason text,
        add column version int not null default 1,
        add check (parent_code <> code),
        add check ((closed_on is null) = (closed_reason is null))`);
    await runner.query(`create index unit_parent_code on unit (parent_code)`);
    await runner.query(`create index unit_name on unit (name, code)`);
    await runner.query(`create index unit_name_parts on unit using gin (name public.gin_trgm_ops)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index unit_name_parts`);
    await runner.query(`drop index unit_name`);
    await runner.query(`
      alter table unit drop column parent_code, drop column closed_on, drop column closed_reason, drop column version`);
  }
}
