import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateHouseholdsAndQrPoints1763900001000 implements MigrationInterface {
  name = 'CreateHouseholdsAndQrPoints1763900001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table household (
        area_code text primary key references area (code),
        count int not null check (count >= 0)
      )`);
    await runner.query(`create index household_area_code_prefix on household (area_code text_pattern_ops)`);
    await runner.query(`
      create table qr_point (
        code text primary key,
        area_code text not null references area (code) check (length(area_code) = 15),
        label text not null,
        latitude double precision check (latitude between -90 and 90),
        longitude double precision check (longitude between -180 and 180),
        check ((latitude is null) = (longitude is null))
      )`);
    await runner.query(`create index qr_point_area_code on qr_point (area_code)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table qr_point`);
    await runner.query(`drop table household`);
  }
}
