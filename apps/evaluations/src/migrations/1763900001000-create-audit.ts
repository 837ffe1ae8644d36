import { auditTables } from '@yiwang/platform/audit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const audit = auditTables('evaluations', 'yiwang_evaluations');

export class CreateAudit1763900001000 implements MigrationInterface {
  name = 'CreateAudit1763900001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of audit.up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of audit.down) await runner.query(statement);
  }
}
