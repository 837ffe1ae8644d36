import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A QR point stands for a building or some 30 households, can be replaced by another, and moves with its grid. */
export class QrPointsReplaced1764300002000 implements MigrationInterface {
  name = 'QrPointsReplaced1764300002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table qr_point
        add kind text not null default 'place' check (kind in ('place', 'building', 'households')),
        add building text,
        add households int check (households > 0),
        add replaced_by text references qr_point (code),
        add replaced_at timestamptz,
        add next_area_code text references area (code),
        add moves_on date,
        add check ((next_area_code is null) = (moves_on is null)),
        add check (replaced_by <> code)`);
    await runner.query(`create index qr_point_replaced_by on qr_point (replaced_by)`);
    await runner.query(`create index qr_point_next_area_code on qr_point (next_area_code)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table qr_point drop moves_on, drop next_area_code, drop replaced_at, drop replaced_by, drop households,
        drop building, drop kind`);
  }
}
