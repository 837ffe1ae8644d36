import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a step was recorded, for a workflow that runs it again because the engine never heard of the first time. Steps
 * from before have none.
 */
export class StepInstants1764330000000 implements MigrationInterface {
  name = 'StepInstants1764330000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table case_step add column at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table case_step drop column at');
  }
}
