import { setTimeout as pause } from 'node:timers/promises';
import { RELAY_PAUSE_LOCK } from '@yiwang/contracts/engine';
import pg from 'pg';
import { StartProblem } from '../infrastructure/problem.js';

const PATIENCE_MS = 20_000;

/** Taken by the relay and not settled yet. */
const UNDER_WAY = `select count(*)::int as n from start_outbox where attempts > 0 and next_attempt_at > now() and last_error is null`;

const HAVE_NO_TASK = `
select count(*)::int as n from case_file c
where c.idempotency_key like $1 and c.stage = 'received'
  and not exists (select from start_outbox o where o.case_number = c.number)
  and not exists (select from task t where t.case_number = c.number)`;

/** Stops and resumes the relay as an operator would, and looks at what waits for it. */
export class RelaySwitch {
  private constructor(private readonly client: pg.Client) {}

  static async connect(casesDatabase: string): Promise<RelaySwitch> {
    const client = new pg.Client({ connectionString: casesDatabase, application_name: 'yiwang-bench' });
    await client.connect();
    return new RelaySwitch(client);
  }

  /** Ends with this connection, so that a bench that is killed stops nobody's cases. */
  async pause(): Promise<void> {
    await this.client.query(`set lock_timeout = ${PATIENCE_MS}`);
    await this.client.query('select pg_advisory_lock(hashtext($1))', [RELAY_PAUSE_LOCK]).catch(() => {
      throw new StartProblem('Somebody else has paused the relay: let them finish, then run the bench again');
    });
    await this.until(async () => (await this.number(UNDER_WAY)) === 0);
  }

  async resume(): Promise<void> {
    await this.client.query('select pg_advisory_unlock(hashtext($1))', [RELAY_PAUSE_LOCK]);
  }

  /** Cases that wait for their workflow. */
  waiting(): Promise<number> {
    return this.number('select count(*)::int as n from start_outbox');
  }

  /** Cases whose workflow stands and has not opened a task yet. */
  withoutTask(keys: string): Promise<number> {
    return this.number(HAVE_NO_TASK, [keys]);
  }

  /** Where a follower of the change feed begins who wants only news. */
  async cursor(): Promise<string> {
    const { rows } = await this.client.query<{ xid: string; seq: string }>(
      'select xid::text, seq::text from timeline_entry order by xid desc, seq desc limit 1',
    );
    return rows[0] ? `${rows[0].xid}:${rows[0].seq}` : '0:0';
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async number(sql: string, values: unknown[] = []): Promise<number> {
    return (await this.client.query<{ n: number }>(sql, values)).rows[0]?.n ?? 0;
  }

  private async until(isSo: () => Promise<boolean>): Promise<void> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (!(await isSo()) && Date.now() < giveUpAt) await pause(100);
  }
}
