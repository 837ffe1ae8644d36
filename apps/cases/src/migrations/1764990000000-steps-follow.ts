import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step names the one that its run wrote before: where two follow one, the engine has lost the other. */
export class StepsFollow1764990000000 implements MigrationInterface {
  name = 'StepsFollow1764990000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table case_step add column follows text');
    await runner.query('alter table case_doubt drop constraint case_doubt_reason_check');
    await runner.query(`alter table case_doubt add constraint case_doubt_reason_check
      check (reason in ('overwritten', 'recordedBefore', 'placeTaken', 'stepLost'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from case_doubt where reason = 'stepLost'`);
    await runner.query('alter table case_doubt drop constraint case_doubt_reason_check');
    await runner.query(`alter table case_doubt add constraint case_doubt_reason_check
      check (reason in ('overwritten', 'recordedBefore', 'placeTaken'))`);
    await runner.query('alter table case_step drop column follows');
  }
}
