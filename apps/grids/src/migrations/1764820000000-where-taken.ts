import { attachmentTakenColumns } from '@yiwang/platform/storage';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = attachmentTakenColumns('grids');

/** Pictures lose what their device wrote into them; when and where they were taken is said beside them, by consent. */
export class WhereTaken1764820000000 implements MigrationInterface {
  name = 'WhereTaken1764820000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of columns.up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of columns.down) await runner.query(sql);
  }
}
