import pg from 'pg';
import { addCases, type FillCases } from './fill-cases.js';
import { DEPARTMENT_ROWS } from './fill-departments.js';
import { EVALUATIONS } from './fill-evaluations.js';
import { MESSAGES } from './fill-messages.js';
import { PEOPLE } from './fill-people.js';
import { PLACES } from './fill-places.js';
import { REASONS_OF_OPEN } from './fill-reasons.js';

export const TABLES = {
  cases: ['case_file', 'case_text', 'case_unit', 'task', 'timeline_entry', 'mailbox', 'mailbox_address', 'case_reason'],
  identity: ['person', 'position'],
  departments: ['unit', 'unit_domain', 'category', 'power', 'routing_rule', 'routing_decision', 'response_template', 'consultation', 'consultation_entry'],
  grids: ['area', 'boundary', 'household', 'household_count', 'qr_point', 'duty', 'patrol_round', 'patrol_finding'],
  evaluations: ['case_fact', 'rating', 'call_back', 'figure_count', 'figure', 'counted_case', 'accountability', 'call_back_sample'],
};

/**
 * Everything of the county but its areas and households, which `npm run county` has put in before: one transaction, so that
 * nothing stays of half of it; then what autovacuum would do in its own time, in the midst of the measuring.
 */
export async function fillCounty(ownerDatabase: string, options: FillCases): Promise<void> {
  const client = new pg.Client({ connectionString: ownerDatabase, application_name: 'yiwang-bench' });
  await client.connect();
  try {
    await client.query('begin');
    await addCases(client, options);
    // What follows joins them, and would be planned for tables without any of it.
    await client.query('analyze cases.case_file, cases.task');
    for (const statement of [...PEOPLE, ...DEPARTMENT_ROWS, ...PLACES, ...MESSAGES, ...EVALUATIONS, ...REASONS_OF_OPEN]) await client.query(statement);
    await client.query('commit');
    await tidy(client);
  } finally {
    await client.end();
  }
}

/** A transaction that is open when its connection ends is rolled back. */
export async function tidy(client: pg.Client): Promise<void> {
  for (const [schema, tables] of Object.entries(TABLES))
    for (const table of tables) await client.query(`vacuum analyze ${schema}.${table}`);
}
