import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counties bring category trees and powers of their own. What a later version no longer has is closed, never removed:
 * running cases keep their category. A county's branch may belong to none of the 23 domains.
 */
export class CountyCatalogues1764100002000 implements MigrationInterface {
  name = 'CountyCatalogues1764100002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table category
        drop constraint category_parent_code_domain_code_fkey,
        alter column domain_code drop not null,
        add column county_code text check (county_code ~ '^\\d{6}$'),
        add column since_version int not null default 1,
        add column closed_on date,
        add foreign key (parent_code) references category (code)`);
    await runner.query(`create index category_county_code on category (county_code, code)`);
    await runner.query(`create unique index category_place on category
      (coalesce(county_code, ''), coalesce(parent_code, ''), zh) where closed_on is null`);
    await runner.query(`create index category_zh_parts on category using gin (zh public.gin_trgm_ops)`);
    await runner.query(`
      alter table power
        drop constraint power_pkey,
        add primary key (county_code, code),
        add column since_version int not null default 1,
        add column closed_on date`);
    await runner.query(`create index power_name_parts on power using gin (name public.gin_trgm_ops)`);
    await runner.query(`create index power_county_domain on power (county_code, domain_code, code)`);
    await runner.query(`
      create table catalogue_import (
        id uuid primary key default gen_random_uuid(),
        county_code text not null check (county_code ~ '^\\d{6}$'),
        kind text not null check (kind in ('categories', 'powers')),
        version int not null check (version > 0),
        file_name text not null,
        file_hash text not null,
        rows int not null,
        added int not null,
        changed int not null,
        closed int not null,
        refused int not null,
        imported_by text not null,
        imported_at timestamptz not null,
        unique (county_code, kind, version)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table catalogue_import`);
    await runner.query(`drop index power_county_domain`);
    await runner.query(`drop index power_name_parts`);
    await runner.query(`
      alter table power drop constraint power_pkey, add primary key (code), drop column since_version, drop column closed_on`);
    await runner.query(`drop index category_zh_parts`);
    await runner.query(`drop index category_place`);
    await runner.query(`delete from category where county_code is not null`);
    await runner.query(`
      alter table category
        drop constraint category_parent_code_fkey,
        drop column county_code, drop column since_version, drop column closed_on,
        alter column domain_code set not null,
        add foreign key (parent_code, domain_code) references category (code, domain_code)`);
  }
}
