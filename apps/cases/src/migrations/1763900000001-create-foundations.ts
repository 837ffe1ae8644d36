import { auditTables } from '@yiwang/platform/audit';
import { notificationTables } from '@yiwang/platform/notification';
import { attachmentTables } from '@yiwang/platform/storage';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [auditTables('cases', 'yiwang_cases'), notificationTables('cases'), attachmentTables('cases')];

/** What every service that writes and tells people needs: audit, notices, attachments. */
export class CreateFoundations1763900000001 implements MigrationInterface {
  name = 'CreateFoundations1763900000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const { up } of TABLES) for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { down } of TABLES) for (const statement of down) await runner.query(statement);
  }
}
