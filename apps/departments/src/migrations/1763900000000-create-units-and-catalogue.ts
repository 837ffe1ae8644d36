import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateUnitsAndCatalogue1763900000000 implements MigrationInterface {
  name = 'CreateUnitsAndCatalogue1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table domain (
        code text primary key check (code ~ '^[a-z][A-Za-z]{1,39}$'),
        number smallint not null unique check (number between 1 and 99),
        zh text not null,
        en text not null
      )`);
    await runner.query(`
      create table category (
        code text primary key check (code ~ '^[0-9A-Za-z.-]{1,40}$'),
        parent_code text,
        domain_code text not null references domain (code),
        level smallint not null check (level between 1 and 3),
        zh text not null,
        en text not null,
        unique (code, domain_code),
        foreign key (parent_code, domain_code) references category (code, domain_code),
        check ((parent_code is null) = (level = 1))
      )`);
    await runner.query(`create index category_parent_code on category (parent_code)`);
    await runner.query(`create index category_domain_code on category (domain_code)`);
    await runner.query(`
      create table unit (
        code text primary key check (code ~ '^[0-9A-Za-z.-]{1,40}$'),
        name text not null check (name <> ''),
        kind text not null
          check (kind in ('cityCentre', 'countyCentre', 'townCentre', 'village', 'department', 'organisation')),
        area_code text not null check (area_code ~ '^(\\d{4}|\\d{6}|\\d{9}|\\d{12}|\\d{15})$')
      )`);
    await runner.query(`create index unit_area_code on unit (area_code text_pattern_ops)`);
    await runner.query(`
      create table unit_domain (
        unit_code text references unit (code) on delete cascade,
        domain_code text references domain (code),
        primary key (unit_code, domain_code)
      )`);
    await runner.query(`create index unit_domain_domain_code on unit_domain (domain_code)`);
    await runner.query(`
      create table power (
        code text primary key check (code ~ '^[0-9A-Za-z.-]{1,40}$'),
        domain_code text not null references domain (code),
        name text not null,
        legal_ground text not null,
        level text not null check (level in ('city', 'county', 'town')),
        lead_unit_code text references unit (code),
        county_code text not null check (county_code ~ '^\\d{6}$')
      )`);
    await runner.query(`create index power_domain_code on power (domain_code)`);
    await runner.query(`create index power_lead_unit_code on power (lead_unit_code)`);
    await runner.query(`create index power_county_code on power (county_code)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table power, unit_domain, unit, category, domain`);
  }
}
