import type { MigrationInterface, QueryRunner } from 'typeorm';

const FINISHED = `state in ('completed', 'handedUp', 'returned')`;

/** What a person, a unit or an office finished is read newest first, whatever else they ever held. */
export class FinishedTasks1764840000000 implements MigrationInterface {
  name = 'FinishedTasks1764840000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index task_done_by on task (holder_subject, closed_at desc, id desc) where ${FINISHED}`);
    await runner.query(`create index task_done_in_unit on task (unit_code, closed_at desc, id desc) where ${FINISHED} and unit_code is not null`);
    await runner.query(`create index task_done_in_area on task (area_code, closed_at desc, id desc) where ${FINISHED} and unit_code is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index task_done_in_area, task_done_in_unit, task_done_by');
  }
}
