import { PERSONAL_DATA_SYSTEM, personalKeyTable } from '@yiwang/platform/personal-data';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEYS = personalKeyTable();
const IS_LIBRARY = `(select scope_system()) = '${PERSONAL_DATA_SYSTEM}'`;

/**
 * Who reported a case, sealed per field. The set-up seals what stands in plain text (`sealExistingReporters`), for SQL
 * knows no keys; the plain columns are not written any more and go in a later migration.
 */
export class PersonalData1764320000000 implements MigrationInterface {
  name = 'PersonalData1764320000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...KEYS.up, ...UP]) await runner.query(statement);
  }

  /** What is sealed is lost: going back is for a schema without data. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...DOWN, ...KEYS.down]) await runner.query(statement);
  }
}

const UP = [
  `alter table case_file
     add reporter_key uuid references personal_key (id),
     add reporter_name_sealed bytea,
     add reporter_phone_sealed bytea,
     add reporter_reference_sealed bytea,
     add reporter_name_index bytea,
     add reporter_phone_index bytea,
     add reporter_erased_at timestamptz`,
  `create index case_file_reporter_key on case_file (reporter_key) where reporter_key is not null`,
  `create index case_file_reporter_name on case_file (reporter_name_index, county_code) where reporter_name_index is not null`,
  `create index case_file_reporter_phone on case_file (reporter_phone_index, county_code) where reporter_phone_index is not null`,
  // What the daily pass looks for: closed cases that still say who reported them.
  `create index case_file_reporter_kept on case_file (county_code, closed_at) where reporter_key is not null and closed_at is not null`,
  `create index case_file_unsealed on case_file (number)
     where reporter_name is not null or reporter_phone is not null or reporter_reference is not null`,
  // The retention pass and erasures see and clear reporters, whoever's case it is.
  `create policy personal_data on case_file using (${IS_LIBRARY}) with check (${IS_LIBRARY})`,
];

const DOWN = [
  `drop policy personal_data on case_file`,
  `drop index case_file_unsealed, case_file_reporter_kept, case_file_reporter_phone, case_file_reporter_name, case_file_reporter_key`,
  `alter table case_file drop reporter_key, drop reporter_name_sealed, drop reporter_phone_sealed,
     drop reporter_reference_sealed, drop reporter_name_index, drop reporter_phone_index, drop reporter_erased_at`,
];
