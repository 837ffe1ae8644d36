import pg from 'pg';
import { TABLES } from './fill.js';
import { COUNTY } from './places.js';

const OF_COUNTY = `county_code = '${COUNTY}'`;
const GRID = `grid_code like '${COUNTY}%'`;
const PERSON = `person_id in (select id from identity.person where home_code = '${COUNTY}')`;

/** What hangs on something goes before it; the audit of the few who signed in stays, as it must. */
const FORGET = [
  `delete from evaluations.accountability where ${OF_COUNTY}`,
  `delete from evaluations.counted_case c using evaluations.figure_count f where f.id = c.count_id and f.${OF_COUNTY}`,
  ...['figure', 'figure_count', 'call_back', 'call_back_sample', 'rating', 'case_fact'].map((table) => `delete from evaluations.${table} where ${OF_COUNTY}`),
  `delete from cases.mailbox where case_number like '${COUNTY}-%'`,
  ...['case_reason', 'timeline_entry', 'task', 'case_file'].map((table) => `delete from cases.${table} where ${OF_COUNTY}`),
  `delete from grids.patrol_finding where ${GRID}`,
  `delete from grids.patrol_round where ${OF_COUNTY}`,
  `delete from grids.duty where ${GRID}`,
  `delete from grids.qr_point where area_code like '${COUNTY}%'`,
  `delete from grids.household where ${GRID}`,
  `delete from grids.household_count where ${GRID}`,
  `delete from grids.boundary where area_code like '${COUNTY}%'`,
  ...[15, 12, 9, 6].map((length) => `delete from grids.area where code like '${COUNTY}%' and length(code) = ${length}`),
  `delete from departments.consultation_entry e using departments.consultation c where c.id = e.consultation_id and c.${OF_COUNTY}`,
  ...['consultation', 'response_template', 'routing_decision', 'routing_rule', 'power'].map((table) => `delete from departments.${table} where ${OF_COUNTY}`),
  ...[3, 2, 1].map((level) => `delete from departments.category where ${OF_COUNTY} and level = ${level}`),
  `delete from departments.unit_domain where unit_code like '${COUNTY}-%'`,
  `delete from departments.unit where code like '${COUNTY}-%' and parent_code is not null`,
  `delete from departments.unit where code like '${COUNTY}-%'`,
  ...['keycloak_request', 'keycloak_account', 'position'].map((table) => `delete from identity.${table} where ${PERSON}`),
  `delete from identity.person where home_code = '${COUNTY}'`,
  `update identity.keycloak_cursor set at = now() where name = 'sweep'`,
];

/** Removes the whole county, table after table; may be run again where it was interrupted. */
export async function removeCounty(ownerDatabase: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerDatabase, application_name: 'yiwang-bench' });
  await client.connect();
  try {
    for (const statement of FORGET) await client.query(statement);
    for (const [schema, tables] of Object.entries(TABLES)) for (const table of tables) await client.query(`vacuum analyze ${schema}.${table}`);
  } finally {
    await client.end();
  }
}
