import { closedAudit, searchableAudit } from '@yiwang/platform/audit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const closed = closedAudit();
const searchable = searchableAudit();

/** The audit is closed to everybody but its linker, then opened to the administrators of each county. */
export class SearchAudit1764700000000 implements MigrationInterface {
  name = 'SearchAudit1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...closed.up, ...searchable.up]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...searchable.down, ...closed.down]) await runner.query(statement);
  }
}
