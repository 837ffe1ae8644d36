import pg from 'pg';
import type { CpuMeter } from './cpu.js';
import { BATCH } from './intake.js';
import { measure, type Measured, type Window } from './measure.js';

/** A service's pool unless an operator says otherwise. */
const POOL = 10;
const SCHEMA = 'bench_floor';
const TABLE = `${SCHEMA}.case_file`;

export interface InsertFloor {
  single: Measured;
  batch: Measured;
}

/**
 * The same row as a case of the bench, alone: one prepared statement into a copy of the table with its indexes, each row
 * its own transaction; and two hundred at once. No outbox, timeline, audit, checks of other services or GraphQL.
 */
export async function measureInserts(
  { casesDatabase, ownerDatabase }: { casesDatabase: string; ownerDatabase: string },
  meter: CpuMeter,
  windows: { single: Window; batch: Window },
  keys: string,
): Promise<InsertFloor> {
  const owner = new pg.Client({ connectionString: ownerDatabase });
  await owner.connect();
  const pool = new pg.Pool({ connectionString: casesDatabase, max: POOL, application_name: 'yiwang-bench' });
  try {
    await makeTable(owner, new URL(casesDatabase).username);
    const { columns, template } = await templateRow(owner, keys);
    const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
    const [numberAt, keyAt] = [columns.indexOf('number'), columns.indexOf('idempotency_key')];
    let next = 0;
    const row = (): unknown[] => {
      next += 1;
      const values = [...template];
      values[numberAt] = `floor-${next}`;
      values[keyAt] = `floor-${next}`;
      return values;
    };
    const insert = {
      name: 'floor',
      text: `insert into ${TABLE} (${list}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    };
    const single = await measure(windows.single, meter, async () => {
      await pool.query({ ...insert, values: row() });
      return 1;
    });
    const many = {
      name: 'floor-many',
      text: `insert into ${TABLE} (${list}) select ${list} from jsonb_populate_recordset(null::${TABLE}, $1::jsonb)`,
    };
    const batch = await measure(windows.batch, meter, async () => {
      const rows = Array.from({ length: BATCH }, () => Object.fromEntries(row().map((value, i) => [columns[i], textOf(value)])));
      await pool.query({ ...many, values: [JSON.stringify(rows)] });
      return BATCH;
    });
    return { single, batch };
  } finally {
    await pool.end();
    await owner.query(`drop schema if exists ${SCHEMA} cascade`);
    await owner.end();
  }
}

/** In a schema of its own, so that nothing of it can stay behind among the service's tables. */
async function makeTable(owner: pg.Client, role: string): Promise<void> {
  await owner.query(`drop schema if exists ${SCHEMA} cascade`);
  await owner.query(`create schema ${SCHEMA}`);
  await owner.query(`create table ${TABLE} (like cases.case_file including all)`);
  await owner.query(`grant usage on schema ${SCHEMA} to ${pg.escapeIdentifier(role)}`);
  await owner.query(`grant insert on ${TABLE} to ${pg.escapeIdentifier(role)}`);
}

async function templateRow(owner: pg.Client, keys: string): Promise<{ columns: string[]; template: unknown[] }> {
  const { rows } = await owner.query<Record<string, unknown>>(
    'select * from cases.case_file where idempotency_key like $1 limit 1',
    [keys],
  );
  const row = rows[0] ?? {};
  return { columns: Object.keys(row), template: Object.values(row) };
}

const textOf = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);
