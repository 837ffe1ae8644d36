import pg from 'pg';

const WAITING = `
create temp table bench_case on commit drop as
select number from case_file c join start_outbox o on o.case_number = c.number
where c.idempotency_key like $1 and o.attempts = 0`;

/**
 * Removes the bench's own cases that no workflow was started for, as the owner of the tables: the relay would need many
 * minutes for them. Only while the relay is paused. What the audit says of them stays, as it must.
 */
export async function removeWaiting(ownerDatabase: string, keys: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerDatabase, options: '-c search_path=cases,public' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(WAITING, [keys]);
    await client.query('analyze bench_case');
    await client.query('delete from start_outbox using bench_case b where case_number = b.number');
    await client.query('delete from timeline_entry using bench_case b where case_number = b.number');
    const { rowCount } = await client.query('delete from case_file c using bench_case b where c.number = b.number');
    await client.query('commit');
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
