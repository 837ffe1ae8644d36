import { protectRows, type RowRules } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const isSelf = (column: string): string => `${column}::text = (select scope_subject())`;
const IS_ADMINISTRATOR = `'administrator' = any((select scope_roles())::text[])`;
/** The caller's counties with all below, and the cities above them. */
const atHome = (column: string): string =>
  `(${column} like any((select scope_homes())::text[])
    or ${column} = any((select array(select distinct left(area, 4) from unnest(scope_areas()) area))::text[]))`;
const below = (column: string): string => `${column} like any((select scope_below_areas())::text[])`;

/** Whoever is seen: their rows in other tables are asked about under the same policies. */
const isSeen = (column: string): string => `exists (select from person seen where seen.id = ${column})`;
const ownOrAdministered = `(${isSelf('person_id')} or ${IS_ADMINISTRATOR}) and ${isSeen('person_id')}`;

const EVERYWHERE = ['keycloak', 'positions'];

const RULES: Record<string, RowRules> = {
  position: {
    sees: `${isSelf('person_id')} or ${isSelf('client_subject')} or ${atHome('area_code')}`,
    writes: `${IS_ADMINISTRATOR} and ${below('area_code')}`,
    systems: EVERYWHERE,
    readers: ['proxies'],
  },
  person: {
    sees: `${isSelf('id')} or ${atHome('home_code')}
      or exists (select from position held where held.person_id = person.id and ${atHome('held.area_code')})`,
    writes: `${isSelf('id')} or ${IS_ADMINISTRATOR} and (${atHome('home_code')}
      or exists (select from position held where held.person_id = person.id and ${below('held.area_code')}))`,
    systems: EVERYWHERE,
    readers: ['proxies'],
  },
  absence: { sees: isSeen('person_id'), writes: ownOrAdministered, systems: EVERYWHERE },
  deputy: { sees: `${isSeen('person_id')} or ${isSelf('deputy_id')}`, writes: ownOrAdministered, systems: EVERYWHERE },
  client: {
    sees: `${isSelf('subject')} or ${atHome('home_code')}
      or exists (select from position held where held.client_subject = client.subject and ${atHome('held.area_code')})`,
    writes: `${IS_ADMINISTRATOR} and ${atHome('home_code')}`,
    systems: EVERYWHERE,
  },
  client_usage: {
    sees: `${isSelf('subject')} or exists (select from client seen where seen.subject = client_usage.subject)`,
    writes: isSelf('subject'),
  },
  resident: {
    sees: `${isSelf('subject')} or area_code like any((select scope_homes())::text[])`,
    writes: `${isSelf('subject')} or ${below('area_code')}`,
  },
  proxy: {
    sees: `${isSelf('person_id')} or area_code like any((select scope_homes())::text[])
      or exists (select from resident own where own.id = resident_id and ${isSelf('own.subject')})`,
  },
  phone_code: { sees: 'false', systems: ['phoneCodes'] },
  keycloak_request: { sees: 'false', systems: ['keycloak'] },
  keycloak_account: { sees: 'false', systems: ['keycloak'] },
  keycloak_cursor: { sees: 'false', systems: ['keycloak'] },
  ...Object.fromEntries(
    ['notification', 'notification_delivery', 'mailbox'].map((table) => [table, { sees: 'false', systems: ['sender'] }]),
  ),
};

/** PostgreSQL decides a second time who sees and writes which rows (decision 30); clients get a home to be seen by. */
export class RowsByScope1764100500000 implements MigrationInterface {
  name = 'RowsByScope1764100500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table client add column home_code text check (home_code ~ '^(\\d{4}|\\d{6})$')`);
    await runner.query(`
      update client c set home_code = (
        select left(o.area_code, 6) from position o where o.client_subject = c.subject order by o.valid_from, o.id limit 1)`);
    for (const { up } of steps()) for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { down } of steps().toReversed()) for (const statement of down) await runner.query(statement);
    await runner.query(`alter table client drop column home_code`);
  }
}

const steps = () => Object.entries(RULES).map(([table, rules]) => protectRows(table, rules));
