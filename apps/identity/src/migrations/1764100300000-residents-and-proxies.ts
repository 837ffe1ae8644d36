import { notificationTables } from '@yiwang/platform/notification';
import { personalKeyTable } from '@yiwang/platform/personal-data';
import { SCOPE_FUNCTIONS } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SHARED = [SCOPE_FUNCTIONS, personalKeyTable(), notificationTables('identity')];

/**
 * Telephone numbers and residents' names are sealed per field; the set-up seals what stands in plain (SQL knows no keys)
 * and the plain columns go with a later migration. Beside them codes sent to telephones, and who may file for whom.
 */
export class ResidentsAndProxies1764100300000 implements MigrationInterface {
  name = 'ResidentsAndProxies1764100300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { up } of SHARED) for (const step of up) await runner.query(step);
    await runner.query(`alter table person add column phone_sealed bytea`);
    await runner.query(`
      alter table resident alter column name drop not null,
        add column name_sealed bytea, add column phone_sealed bytea, add column phone_index bytea,
        add column phone_verified_at timestamptz`);
    await runner.query(`create index resident_phone on resident (phone_index)`);
    await runner.query(`
      create table phone_code (
        id uuid primary key,
        phone_index bytea not null,
        code_hash bytea not null,
        tries int not null default 0,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz,
        proof_hash bytea unique,
        proof_expires_at timestamptz
      )`);
    await runner.query(`create index phone_code_phone on phone_code (phone_index, expires_at)`);
    await runner.query(`create index phone_code_age on phone_code (created_at)`);
    await runner.query(`
      create table rate_limit (key varchar(255) primary key, points int not null default 0, expire bigint)`);
    await runner.query(`
      create table proxy (
        id uuid primary key,
        resident_id uuid not null references resident (id),
        person_id uuid not null references person (id),
        area_code text not null,
        means text not null check (means in ('spoken', 'written', 'phone', 'online')),
        consented_at timestamptz not null,
        recorded_by uuid not null,
        valid_to timestamptz not null,
        note text,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        check (valid_to > consented_at),
        constraint proxy_once exclude using gist (
          resident_id with =, person_id with =, tstzrange(consented_at, coalesce(withdrawn_at, valid_to)) with &&)
      )`);
    await runner.query(`create index proxy_person on proxy (person_id, valid_to)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table proxy, rate_limit, phone_code`);
    await runner.query(`
      alter table resident drop column name_sealed, drop column phone_sealed, drop column phone_index,
        drop column phone_verified_at`);
    await runner.query(`alter table person drop column phone_sealed`);
    for (const { down } of SHARED.toReversed()) for (const step of down) await runner.query(step);
  }
}
