import { protectRows } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASE_TEXTS } from './search-texts/case-texts.sql.js';
import { FIND_TEXTS } from './search-texts/find-texts.sql.js';

const STEPS = [CASE_TEXTS, protectRows('case_text', { sees: 'false' }), FIND_TEXTS];

/** Cases are found by a part of what was said in them (decision 38). */
export class SearchTexts1764810000000 implements MigrationInterface {
  name = 'SearchTexts1764810000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { up } of STEPS) for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { down } of STEPS.toReversed()) for (const statement of down) await runner.query(statement);
  }
}
