import type { MigrationInterface, QueryRunner } from 'typeorm';

const states = (...names: string[]): string =>
  `alter table notification drop constraint notification_state_check,
     add constraint notification_state_check check (state in (${names.map((name) => `'${name}'`).join(', ')}))`;

/** A notice that somebody gave up on purpose is neither delivered nor refused. */
export class SkippedNotices1764910000000 implements MigrationInterface {
  name = 'SkippedNotices1764910000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(states('waiting', 'delivered', 'refused', 'dead', 'skipped'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update notification set state = 'dead' where state = 'skipped'`);
    await runner.query(states('waiting', 'delivered', 'refused', 'dead'));
  }
}
