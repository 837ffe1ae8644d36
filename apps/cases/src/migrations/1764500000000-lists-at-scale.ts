import { protectRows } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASE_UNITS } from './lists-at-scale/case-units.sql.js';
import { INDEXES } from './lists-at-scale/indexes.sql.js';
import { MAILBOX_ADDRESSES } from './lists-at-scale/mailbox-addresses.sql.js';

const OF_UNIT = `unit_code = any((select scope_units())::text[]) and county_code like any((select scope_homes())::text[])`;
/** Filled by triggers alone, which run as the owner. */
const READ_ONLY = { writes: 'false' };

const STEPS = [
  INDEXES,
  CASE_UNITS,
  protectRows('case_unit', { sees: OF_UNIT, ...READ_ONLY }),
  MAILBOX_ADDRESSES,
  protectRows('mailbox_address', { sees: 'key = any((select scope_addresses())::text[])', ...READ_ONLY }),
];

/** What lets the first page of every list be read in its order, whatever part of a million cases the reader reaches. */
export class ListsAtScale1764500000000 implements MigrationInterface {
  name = 'ListsAtScale1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { up } of STEPS) for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { down } of STEPS.toReversed()) for (const statement of down) await runner.query(statement);
  }
}
