import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRatings1763900000000 implements MigrationInterface {
  name = 'CreateRatings1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rating (
        id uuid primary key,
        case_number text not null,
        county_code text not null check (county_code ~ '^\\d{6}$'),
        round int not null check (round >= 1),
        rating text not null check (rating in ('satisfied', 'mostlySatisfied', 'dissatisfied')),
        comment text not null default '' check (length(comment) <= 1000),
        rated_by_kind text not null check (rated_by_kind in ('resident', 'person', 'client')),
        rated_by_subject text check (rated_by_kind = 'resident' or rated_by_subject is not null),
        idempotency_key text not null check (length(idempotency_key) between 1 and 128),
        state text not null default 'pending' check (state in ('pending', 'confirmed', 'refused')),
        outcome_stage text check ((state = 'confirmed') = (outcome_stage is not null)),
        outcome_round int check ((outcome_stage is null) = (outcome_round is null)),
        refusal_code text check ((state = 'refused') = (refusal_code is not null)),
        refusal_details jsonb,
        attempts int not null default 0,
        next_attempt_at timestamptz not null,
        created_at timestamptz not null default now(),
        decided_at timestamptz check ((state = 'pending') = (decided_at is null)),
        constraint rating_key unique (case_number, idempotency_key)
      )`);
    await runner.query(`create index rating_pending on rating (next_attempt_at) where state = 'pending'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table rating`);
  }
}
