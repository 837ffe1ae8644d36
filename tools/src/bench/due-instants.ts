import pg from 'pg';
import { quantilesOf } from './measure.js';

/**
 * Lets the response limits of cases that wait for their workflow end where the bench wants them, one after the other:
 * each carries a policy of its own version whose limit is so many minutes. Nobody else's policy is touched.
 */
const SET_DUE = `
with one as (
  select o.case_number, (o.input->>'receivedAt')::timestamptz as received,
    $2::timestamptz + (row_number() over (order by o.case_number) - 1) * $3 * interval '1 millisecond' as due
  from start_outbox o join case_file c on c.number = o.case_number where c.idempotency_key like $1)
update start_outbox o set input = jsonb_set(o.input, '{policy,changes}', jsonb_build_object('response',
  jsonb_build_object('unit', 'minutes', 'amount', extract(epoch from one.due - one.received) / 60)))
from one where o.case_number = one.case_number`;

export async function setDue(ownerDatabase: string, keys: string, first: Date, everyMs: number): Promise<void> {
  await withCases(ownerDatabase, (client) => client.query(SET_DUE, [keys, first, everyMs]));
}

/** From the deadline until the mark and what it says on the timeline are written, in milliseconds. */
const LAGS = `
select extract(epoch from t.recorded_at - m.due_at)::float * 1000 as ms
from case_file c
join case_mark m on m.case_number = c.number and m.mark = 'responseOverdue'
join timeline_entry t on t.case_number = c.number and t.type = 'responseOverdue'
where c.idempotency_key like $1 order by ms`;

export interface Rung {
  count: number;
  /** Marks that stand twice on a timeline. */
  doubled: number;
  /** How late they rang, in milliseconds. */
  p50: number;
  p99: number;
  last: number;
}

export function lagsOf(ownerDatabase: string, keys: string): Promise<Rung> {
  return withCases(ownerDatabase, async (client) => {
    const lags = (await client.query<{ ms: number }>(LAGS, [keys])).rows.map(({ ms }) => ms);
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from case_mark m join case_file c on c.number = m.case_number
       where c.idempotency_key like $1 and m.mark = 'responseOverdue'`,
      [keys],
    );
    const count = rows[0]?.n ?? 0;
    const { p50, p99 } = quantilesOf(lags);
    return { count, doubled: lags.length - count, p50, p99, last: lags.at(-1) ?? 0 };
  });
}

async function withCases<T>(ownerDatabase: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerDatabase, options: '-c search_path=cases,public' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
