import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who answers for a category in an area: rules with validity, of which two for the same are never in force at once, and
 * what was decided in single cases. Neither is ever overwritten.
 */
export class CreateRouting1764100003000 implements MigrationInterface {
  name = 'CreateRouting1764100003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table routing_rule (
        id uuid primary key default gen_random_uuid(),
        county_code text not null check (county_code ~ '^\\d{6}$'),
        category_code text references category (code),
        area_code text not null check (area_code like county_code || '%'),
        power_code text,
        unit_code text not null references unit (code),
        valid_from date not null,
        valid_until date check (valid_until >= valid_from),
        reason text not null,
        made_by text not null,
        made_at timestamptz not null,
        ended_by text,
        ended_at timestamptz,
        ended_reason text,
        foreign key (county_code, power_code) references power (county_code, code),
        constraint routing_rule_one_at_a_time exclude using gist (
          area_code with =, (coalesce(category_code, '')) with =, (coalesce(power_code, '')) with =,
          daterange(valid_from, valid_until) with &&)
      )`);
    await runner.query(`create index routing_rule_county_code on routing_rule (county_code, made_at, id)`);
    await runner.query(`create index routing_rule_category_code on routing_rule (category_code)`);
    await runner.query(`create index routing_rule_unit_code on routing_rule (unit_code)`);
    await runner.query(`create index routing_rule_power_code on routing_rule (county_code, power_code)`);
    await runner.query(`
      create table routing_decision (
        id uuid primary key default gen_random_uuid(),
        idempotency_key text not null unique,
        county_code text not null check (county_code ~ '^\\d{6}$'),
        category_code text references category (code),
        area_code text not null check (area_code like county_code || '%'),
        kind text not null check (kind in ('arbitration', 'dispatch', 'correction')),
        case_number text,
        from_unit_code text references unit (code),
        unit_code text not null references unit (code),
        power_code text,
        legal_ground text,
        note text,
        decided_by text not null,
        decided_at timestamptz not null,
        foreign key (county_code, power_code) references power (county_code, code)
      )`);
    await runner.query(`create index routing_decision_county_code on routing_decision (county_code, decided_at, id)`);
    await runner.query(`create index routing_decision_category_code on routing_decision (category_code, decided_at)`);
    await runner.query(`create index routing_decision_unit_code on routing_decision (unit_code)`);
    await runner.query(`create index routing_decision_from_unit_code on routing_decision (from_unit_code)`);
    await runner.query(`create index routing_decision_power_code on routing_decision (county_code, power_code)`);
    await runner.query(`revoke update, delete on routing_decision from yiwang_departments`);
    await runner.query(`revoke delete on routing_rule from yiwang_departments`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table routing_decision, routing_rule`);
  }
}
