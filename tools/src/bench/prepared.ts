import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartProblem } from '../infrastructure/problem.js';
import { graphClient } from './graph-client.js';
import { BATCH, BATCHES_AT_ONCE, START_MANY } from './intake.js';
import type { System } from './system.js';
import type { TrialCases } from './trial-cases.js';

export interface PreparedCase {
  number: string;
  taskId: string;
  /** The workflow that owns the task's decisions. */
  workflowId: string;
}

/** Of each case its first task, the oldest case first. */
const WITH_TASK = `
select distinct on (c.number) c.number, t.id as "taskId", t.workflow_id as "workflowId"
from case_file c join task t on t.case_number = c.number
where c.idempotency_key like $1 and t.state = 'open'
order by c.number, t.opened_at`;
const OPENED = `
select count(*)::int as n from case_file c
where c.idempotency_key like $1 and exists (select from task t where t.case_number = c.number)`;

/** Looking costs something too, the more cases the more. */
const lookMs = (count: number): number => Math.min(5_000, Math.max(500, count / 2));
/** So long nothing may open before it is given up. */
const STANDSTILL_MS = 60_000;

/** Reports cases in batches, past the gateway: they are there to be decided on. */
export async function report(system: System, cases: TrialCases, token: string, count: number): Promise<void> {
  const client = graphClient(system.cases, BATCHES_AT_ONCE);
  try {
    for (let left = count; left > 0; left -= BATCH) {
      const given = Array.from({ length: Math.min(BATCH, left) }, () => cases.one());
      const { startCases } = await client.ask<{ startCases: { accepted: number } }>(START_MANY, { cases: given }, token);
      if (startCases.accepted < given.length) throw new StartProblem('The system refuses cases of the bench');
    }
  } finally {
    client.close();
  }
}

export interface Opened {
  cases: PreparedCase[];
  seconds: number;
}

/** Waits until every case of these keys has its first task. @throws StartProblem where for a minute none gets one. */
export async function untilOpened(system: System, keys: string, count: number): Promise<Opened> {
  const client = new pg.Client({
    connectionString: system.ownerDatabase,
    application_name: 'yiwang-bench',
    options: '-c search_path=cases,public',
  });
  await client.connect();
  const startedAt = performance.now();
  try {
    for (let [known, knownAt] = [0, startedAt]; known < count; await pause(lookMs(count))) {
      const opened = (await client.query<{ n: number }>(OPENED, [keys])).rows[0]?.n ?? 0;
      if (opened > known) [known, knownAt] = [opened, performance.now()];
      else if (performance.now() - knownAt > STANDSTILL_MS)
        throw new StartProblem(`Only ${opened} of ${count} cases were opened, and no more come`);
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    const { rows } = await client.query<PreparedCase>(WITH_TASK, [keys]);
    return { cases: rows, seconds };
  } finally {
    await client.end();
  }
}
