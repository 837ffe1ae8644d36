import { personalKeyTable } from '@yiwang/platform/personal-data';
import { SCOPE_FUNCTIONS } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const keys = personalKeyTable();

/** Questions that residents ask the unit on duty, and what was said. Who asked is sealed. */
export class CreateConsultations1764100006000 implements MigrationInterface {
  name = 'CreateConsultations1764100006000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...SCOPE_FUNCTIONS.up, ...keys.up]) await runner.query(statement);
    await runner.query(`
      create table consultation_day (
        county_code text not null,
        date date not null,
        last int not null,
        primary key (county_code, date)
      )`);
    await runner.query(`
      create table consultation (
        id uuid primary key,
        number text not null unique,
        starter text not null,
        idempotency_key text not null,
        content_hash bytea not null,
        county_code text not null check (county_code ~ '^\\d{6}$'),
        area_code text not null check (area_code like county_code || '%'),
        category_code text references category (code),
        question text not null,
        asked_by text,
        contact_name bytea,
        contact_phone bytea,
        unit_code text not null references unit (code),
        answer_from timestamptz,
        state text not null check (state in ('waiting', 'answered', 'case')),
        is_open boolean not null default true,
        asked_at timestamptz not null,
        waiting_since timestamptz not null,
        answered_at timestamptz,
        case_number text unique,
        version int not null default 1,
        unique (starter, idempotency_key),
        check ((state = 'case') = (case_number is not null))
      )`);
    await runner.query(`create index consultation_open on consultation (county_code, answered_at, id) where is_open and answered_at is not null`);
    await runner.query(`create index consultation_desk on consultation (county_code, state, waiting_since, id)`);
    await runner.query(`create index consultation_unit_desk on consultation (unit_code, state, waiting_since, id)`);
    await runner.query(`create index consultation_asked_by on consultation (asked_by, asked_at) where asked_by is not null`);
    await runner.query(`create index consultation_category_code on consultation (category_code)`);
    await runner.query(`
      create table consultation_entry (
        id uuid primary key default gen_random_uuid(),
        consultation_id uuid not null references consultation (id),
        seq int not null,
        kind text not null check (kind in ('followUp', 'answer', 'handOver', 'case')),
        text text,
        unit_code text references unit (code),
        by_subject text,
        at timestamptz not null,
        unique (consultation_id, seq)
      )`);
    await runner.query(`create index consultation_entry_unit_code on consultation_entry (unit_code)`);
    await runner.query(`revoke delete on consultation from yiwang_departments`);
    await runner.query(`revoke update, delete on consultation_entry from yiwang_departments`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table consultation_entry, consultation, consultation_day`);
    for (const statement of [...keys.down, ...SCOPE_FUNCTIONS.down]) await runner.query(statement);
  }
}
