import { searchableAudit } from '@yiwang/platform/audit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const audit = searchableAudit();

/** Administrators look through the audit of their county. */
export class SearchAudit1764700000000 implements MigrationInterface {
  name = 'SearchAudit1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of audit.up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of audit.down) await runner.query(statement);
  }
}
