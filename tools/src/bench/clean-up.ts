import { Connection } from '@temporalio/client';
import pg from 'pg';
import { TEMPORAL_NAMESPACE } from '../infrastructure/temporal-setup.js';

const WAITING = `
create temp table bench_case on commit drop as
select number from case_file c join start_outbox o on o.case_number = c.number
where c.idempotency_key like $1 and o.attempts = 0`;
const WITH_WORKFLOW = `
create temp table bench_case on commit drop as
select number from case_file c where c.idempotency_key like $1 and c.stage <> 'closed'
  and not exists (select from start_outbox o where o.case_number = c.number)`;

/** What hangs on a case, in an order in which it can go. */
const FORGET = [
  'delete from start_outbox using bench_case b where case_number = b.number',
  `delete from notification_delivery d using notification n, bench_case b
   where d.notification_id = n.id and n.case_number = b.number`,
  ...['case_doubt', 'notification', 'case_record', 'case_mark', 'clock_entry', 'case_step', 'timeline_entry', 'task'].map(
    (table) => `delete from ${table} using bench_case b where case_number = b.number`,
  ),
];

/**
 * Removes the bench's own cases that no workflow was started for, as the owner of the tables: the relay would need many
 * minutes for them. Only while the relay is paused. What the audit says of them stays, as it must.
 */
export const removeWaiting = (ownerDatabase: string, keys: string): Promise<number> =>
  asOwner(ownerDatabase, (client) => forget(client, WAITING, keys));

const WORKFLOWS_OF = `
select c.number as id from case_file c where c.idempotency_key like $1 and c.stage <> 'closed'
union all
select distinct t.workflow_id from case_file c join task t on t.case_number = c.number
where c.idempotency_key like $1 and c.stage <> 'closed' and t.workflow_id <> c.number`;
const DELETED_AT_ONCE = 24;

/** Removes open cases with their workflows, whatever they are at: lifecycles first, so that none hears of its path's end. */
export const removeWithWorkflows = (ownerDatabase: string, temporal: string, keys: string): Promise<number> =>
  asOwner(ownerDatabase, async (client) => {
    const { rows } = await client.query<{ id: string }>(WORKFLOWS_OF, [keys]);
    await deleteWorkflows(temporal, rows.map(({ id }) => id));
    return forget(client, WITH_WORKFLOW, keys);
  });

async function deleteWorkflows(address: string, ids: string[]): Promise<void> {
  const connection = await Connection.connect({ address });
  const waiting = [...ids];
  const deleteSome = async (): Promise<void> => {
    for (let workflowId = waiting.shift(); workflowId !== undefined; workflowId = waiting.shift()) {
      const which = { namespace: TEMPORAL_NAMESPACE, workflowExecution: { workflowId } };
      // One that has gone already is no loss.
      await connection.workflowService.deleteWorkflowExecution(which).catch(() => undefined);
    }
  };
  try {
    await Promise.all(Array.from({ length: DELETED_AT_ONCE }, deleteSome));
  } finally {
    await connection.close();
  }
}

async function forget(client: pg.Client, choose: string, keys: string): Promise<number> {
  await client.query('begin');
  await client.query(choose, [keys]);
  await client.query('analyze bench_case');
  for (const statement of FORGET) await client.query(statement);
  const { rowCount } = await client.query('delete from case_file c using bench_case b where c.number = b.number');
  await client.query('commit');
  return rowCount ?? 0;
}

async function asOwner<T>(ownerDatabase: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerDatabase, options: '-c search_path=cases,public' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
