import { protectRows } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SYSTEM = 'personalRequests';
const IS_SYSTEM = `(select scope_system()) = '${SYSTEM}'`;
const RULES = protectRows('personal_request', { sees: 'false', systems: [SYSTEM] });

/** What residents, or administrators for them, asked to be given or erased, and why; and what is still to be erased elsewhere. */
export class PersonalRequests1764100600000 implements MigrationInterface {
  name = 'PersonalRequests1764100600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table resident add column erased_at timestamptz`);
    await runner.query(`
      create table personal_request (
        id uuid primary key,
        kind text not null check (kind in ('export', 'erasure')),
        resident_id uuid not null references resident (id),
        county_code text not null,
        asked_by text not null,
        reason text not null,
        asked_at timestamptz not null default now(),
        -- Of an erasure until the engine has it: whom others are to forget.
        subject text,
        phone_indexes bytea[] not null default '{}',
        handed_over_at timestamptz
      )`);
    await runner.query(`create index personal_request_resident on personal_request (resident_id, asked_at)`);
    await runner.query(`create index personal_request_waiting on personal_request (asked_at) where handed_over_at is null`);
    for (const step of RULES.up) await runner.query(step);
    // Whoever is erased is nobody's any more, which no scope but this one may write.
    await runner.query(`create policy personal_requests on resident using (${IS_SYSTEM}) with check (${IS_SYSTEM})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop policy personal_requests on resident`);
    for (const step of RULES.down) await runner.query(step);
    await runner.query(`drop table personal_request`);
    await runner.query(`alter table resident drop column erased_at`);
  }
}
