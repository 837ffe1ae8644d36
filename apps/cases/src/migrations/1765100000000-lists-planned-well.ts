import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEWEST = 'received_at desc, number desc';

const UP = [
  // A condition on an expression is taken to hold for one row in two hundred of all; of the few cases about somebody it never does.
  `create statistics case_file_about on (about_whom->>'subject'), (about_whom->>'unitCode'), (about_whom->>'areaCode') from case_file`,
  // Few cases ever had a card, and not many are late; a town's are few among those of its county.
  `create index case_file_carded on case_file (county_code, card, ${NEWEST}) where card <> 'none'`,
  `create index case_file_carded_town on case_file (town_code, card, ${NEWEST}) where card <> 'none' and town_code is not null`,
  `create index case_file_overdue_town on case_file (town_code, ${NEWEST}) where (response_overdue or resolution_overdue) and town_code is not null`,
  'analyze case_file',
];

/** Whom a case is about is asked with every list, so that nobody reads what is about them. */
export class ListsPlannedWell1765100000000 implements MigrationInterface {
  name = 'ListsPlannedWell1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index case_file_overdue_town, case_file_carded_town, case_file_carded');
    await runner.query('drop statistics case_file_about');
  }
}
