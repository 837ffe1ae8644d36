import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever asked without an account is found by the number that they proved to be theirs. Filled by `ContactIndexes`. */
export class FindConsultationsByNumber1764800000000 implements MigrationInterface {
  name = 'FindConsultationsByNumber1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table consultation add contact_phone_index bytea`);
    await runner.query(`create index consultation_contact_phone on consultation (contact_phone_index) where contact_phone_index is not null`);
    await runner.query(`create index consultation_unindexed on consultation (id) where contact_phone is not null and contact_phone_index is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index consultation_unindexed, consultation_contact_phone`);
    await runner.query(`alter table consultation drop contact_phone_index`);
  }
}
