import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEWEST = 'received_at desc, number desc';

const UP = [
  // What is open among ten years' closed ones, of a town as case_file_open has it of a county.
  `create index case_file_open_town on case_file (town_code, number) where closed_at is null and town_code is not null`,
  `create index case_file_last_round on case_file (county_code, ${NEWEST}) where round > 1 and closed_at is null`,
  // What was finished lately: the pace of whoever finished it.
  `create index case_file_answered on case_file (county_code, resolved_at) where resolved_at is not null`,
  `create index task_completed on task (county_code, closed_at) where state = 'completed'`,
  // Few of a county's open tasks are decided by somebody above.
  `create index task_deciding on task (kind, county_code) where state in ('open', 'accepted') and kind in ('arbitrate', 'approve')`,
  `create index case_record_returned on case_record (at) where kind = 'return'`,
];

/** What the leader's screen and early warnings count by. */
export class Overview1764920000000 implements MigrationInterface {
  name = 'Overview1764920000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index case_record_returned, task_deciding, task_completed, case_file_answered, case_file_last_round, case_file_open_town');
  }
}
