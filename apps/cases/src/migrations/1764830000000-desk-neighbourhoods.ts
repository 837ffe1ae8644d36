import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A desk looks for the same event among the newest cases around, and at what lies where. Of cases whose town is not known
 * there are few, and all others of the county stand between them; of tasks nine of ten are done.
 */
export class DeskNeighbourhoods1764830000000 implements MigrationInterface {
  name = 'DeskNeighbourhoods1764830000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index case_file_unplaced on case_file (county_code, received_at desc, number desc) where town_code is null');
    await runner.query(`create index task_open_in_county on task (county_code, area_code) where state in ('open', 'accepted')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index task_open_in_county, case_file_unplaced');
  }
}
