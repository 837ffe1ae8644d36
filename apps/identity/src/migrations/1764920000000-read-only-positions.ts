import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody may see what a supervisor, leader or administrator sees, and change nothing. */
export class ReadOnlyPositions1764920000000 implements MigrationInterface {
  name = 'ReadOnlyPositions1764920000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table position add column read_only boolean not null default false,
      add constraint position_read_only check (not read_only or role in ('supervisor', 'leader', 'administrator'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table position drop column read_only');
  }
}
