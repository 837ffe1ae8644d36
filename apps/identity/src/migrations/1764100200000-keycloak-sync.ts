import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What Keycloak has still to be told, what it was told last, and how far its events were read. */
export class KeycloakSync1764100200000 implements MigrationInterface {
  name = 'KeycloakSync1764100200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table keycloak_request (
        person_id uuid primary key references person (id),
        version int not null default 1,
        end_sessions boolean not null default false,
        attempts int not null default 0,
        next_attempt_at timestamptz not null default now(),
        last_error text,
        requested_at timestamptz not null default now()
      )`);
    await runner.query(`create index keycloak_request_due on keycloak_request (next_attempt_at)`);
    await runner.query(`
      create table keycloak_account (
        person_id uuid primary key references person (id),
        enabled boolean not null,
        synced_at timestamptz not null default now()
      )`);
    await runner.query(`
      create table keycloak_cursor (
        name text primary key check (name in ('doors', 'changes', 'signIns', 'sweep')),
        at timestamptz not null,
        seen text[] not null default '{}'
      )`);
    await runner.query(`
      insert into keycloak_cursor (name, at)
      values ('doors', now()), ('changes', now()), ('signIns', now()), ('sweep', '-infinity')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table keycloak_cursor, keycloak_account, keycloak_request`);
  }
}
