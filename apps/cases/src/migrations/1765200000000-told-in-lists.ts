import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists mark their rows with is a few entries among the many of a case: they are found without reading the others. */
const TOLD = `create index timeline_entry_told on timeline_entry (case_number)
  where type in ('urged', 'residentUrged', 'returned', 'verificationFailed', 'referralReturned', 'retracted')`;

export class ToldInLists1765200000000 implements MigrationInterface {
  name = 'ToldInLists1765200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TOLD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index timeline_entry_told');
  }
}
