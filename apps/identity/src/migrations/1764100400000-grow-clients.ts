import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What outside systems may do, and how much of it they have done by day. */
export class GrowClients1764100400000 implements MigrationInterface {
  name = 'GrowClients1764100400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table client
        add column state text not null default 'active' check (state in ('active', 'disabled')),
        add column categories text[],
        add column per_day int check (per_day > 0),
        add column per_minute int check (per_minute > 0),
        add column key_rotated_at timestamptz`);
    await runner.query(`
      create table client_usage (
        subject uuid not null references client (subject),
        day date not null,
        started int not null default 0,
        refused int not null default 0,
        primary key (subject, day)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table client_usage`);
    await runner.query(`
      alter table client drop column state, drop column categories, drop column per_day, drop column per_minute,
        drop column key_rotated_at`);
  }
}
