import { SCOPE_FUNCTIONS, protectRows } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ASKED_OF_CASES } from './rows-by-scope/asked-of-cases.sql.js';
import { CLOSED_PARTITIONS, OPEN_PARTITIONS } from './rows-by-scope/partitions.sql.js';
import { ROW_RULES } from './rows-by-scope/row-rules.js';

const STEPS = [
  SCOPE_FUNCTIONS,
  ASKED_OF_CASES,
  ...Object.entries(ROW_RULES).map(([table, rules]) => protectRows(table, rules)),
  { up: CLOSED_PARTITIONS, down: OPEN_PARTITIONS },
];

/** PostgreSQL decides a second time who sees and writes which rows; decision 30 says how. */
export class RowsByScope1764310000000 implements MigrationInterface {
  name = 'RowsByScope1764310000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { up } of STEPS) for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { down } of STEPS.toReversed()) for (const statement of down) await runner.query(statement);
  }
}
