import type { MigrationInterface, QueryRunner } from 'typeorm';

const AREA_CODE = `check (area_code ~ '^(\\d{4}|\\d{6}|\\d{9}|\\d{12}|\\d{15})$')`;

export class CreatePeopleAndPositions1763900000000 implements MigrationInterface {
  name = 'CreatePeopleAndPositions1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid primary key,
        username text not null unique,
        name text not null check (name <> ''),
        phone text
      )`);
    await runner.query(`create index person_name on person (name, id)`);
    await runner.query(`
      create table client (
        subject uuid primary key,
        client_id text not null unique,
        name text not null
      )`);
    await runner.query(`
      create table resident (
        id uuid primary key,
        subject uuid unique,
        name text not null,
        phone text,
        area_code text not null ${AREA_CODE}
      )`);
    await runner.query(`create index resident_area_code on resident (area_code text_pattern_ops)`);
    await runner.query(`
      create table position (
        id uuid primary key,
        person_id uuid references person (id),
        client_subject uuid references client (subject),
        role text not null check (role in ('gridMember', 'villageSecretary', 'villagePolice', 'stationedCadre',
          'serviceTeam', 'townCentre', 'departmentHandler', 'countyCentre', 'cityCentre', 'supervisor', 'leader',
          'administrator', 'externalSystem')),
        area_code text not null ${AREA_CODE},
        unit_code text,
        valid_from timestamptz not null,
        valid_to timestamptz,
        check (num_nonnulls(person_id, client_subject) = 1),
        check (valid_to >= valid_from),
        constraint position_held_once exclude using gist (
          coalesce(person_id, client_subject) with =, role with =, area_code with =, coalesce(unit_code, '') with =,
          tstzrange(valid_from, valid_to) with &&
        )
      )`);
    await runner.query(`create index position_person_id on position (person_id)`);
    await runner.query(`create index position_client_subject on position (client_subject)`);
    await runner.query(`create index position_area_code on position (area_code text_pattern_ops)`);
    await runner.query(`create index position_unit_code on position (unit_code)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table position, resident, client, person`);
  }
}
