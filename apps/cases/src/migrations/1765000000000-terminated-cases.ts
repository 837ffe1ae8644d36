import type { MigrationInterface, QueryRunner } from 'typeorm';

const closedAs = (...values: string[]): string => `check (closed_as in (${values.map((value) => `'${value}'`).join(', ')}))`;
const BEFORE = ['rated', 'notRated', 'notAccepted', 'withdrawn', 'roundsExhausted', 'imported'];

/** A case may be ended from outside, as the last resort. */
export class TerminatedCases1765000000000 implements MigrationInterface {
  name = 'TerminatedCases1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table case_file drop constraint case_file_closed_as_check');
    await runner.query(`alter table case_file add constraint case_file_closed_as_check ${closedAs(...BEFORE, 'terminated')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update case_file set closed_as = 'withdrawn' where closed_as = 'terminated'`);
    await runner.query('alter table case_file drop constraint case_file_closed_as_check');
    await runner.query(`alter table case_file add constraint case_file_closed_as_check ${closedAs(...BEFORE)}`);
  }
}
