import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Also name and roles as Keycloak was told them last, so that what others changed there is known for theirs. */
export class WhatKeycloakWasTold1764100800000 implements MigrationInterface {
  name = 'WhatKeycloakWasTold1764100800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table keycloak_account add column name text, add column roles text[]`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table keycloak_account drop column name, drop column roles`);
  }
}
