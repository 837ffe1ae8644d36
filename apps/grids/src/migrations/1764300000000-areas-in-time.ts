import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Areas begin and end, and what followed a grid is written down; boundaries lie beside them, each with its time. */
export class AreasInTime1764300000000 implements MigrationInterface {
  name = 'AreasInTime1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table area
        add valid_from date not null default '2000-01-01',
        add valid_to date,
        add check (valid_to is null or valid_to > valid_from)`);
    await runner.query(`
      create table succession (
        old_code text not null references area (code),
        new_code text not null references area (code),
        kind text not null check (kind in ('split', 'merge')),
        on_date date not null,
        recorded_at timestamptz not null default now(),
        recorded_by text,
        primary key (old_code, new_code),
        check (old_code <> new_code)
      )`);
    await runner.query(`create index succession_new_code on succession (new_code)`);
    await runner.query(`
      create table boundary (
        area_code text collate "C" not null references area (code),
        valid_from date not null,
        valid_to date,
        geometry jsonb not null,
        bbox box not null,
        area_m2 double precision not null check (area_m2 > 0),
        primary key (area_code, valid_from),
        check (valid_to is null or valid_to > valid_from)
      )`);
    await runner.query(`create index boundary_bbox on boundary using gist (bbox)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table boundary`);
    await runner.query(`drop table succession`);
    await runner.query(`alter table area drop valid_to, drop valid_from`);
  }
}
