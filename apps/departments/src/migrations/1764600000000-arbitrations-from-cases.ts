import type { MigrationInterface, QueryRunner } from 'typeorm';

const IS_SYSTEM = `(select scope_system()) = 'arbitrations'`;

/** What the county arbitrates in a case is recorded by the engine's activity, for no caller. */
export class ArbitrationsFromCases1764600000000 implements MigrationInterface {
  name = 'ArbitrationsFromCases1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create policy system on routing_decision using (${IS_SYSTEM}) with check (${IS_SYSTEM})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop policy system on routing_decision`);
  }
}
