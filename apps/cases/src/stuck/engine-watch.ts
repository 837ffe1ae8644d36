import type { Client } from '@temporalio/client';
import { WORKFLOWS } from '@yiwang/contracts/case-flow';
import { isEngineAway } from '@yiwang/platform/engine';
import type { Logger } from '@yiwang/platform/logging';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';

const REST_MS = 5_000;
const ASK_LIMIT_MS = 4_000;
/** More at once says that the worker or its build is ill, not so many cases. */
const MOST = 1_000;
/** How far back ended workflows are looked for; each round begins where the one before looked, and a little earlier. */
const OVERLAP_MS = 120_000;

const ANSWERS = `
insert into machine_part (part, seen_at, away_since) values ('engine', now(), null)
on conflict (part) do update set seen_at = now(), away_since = null`;
const SILENT = `
insert into machine_part (part, seen_at, away_since) values ('engine', now(), now())
on conflict (part) do update set away_since = coalesce(machine_part.away_since, machine_part.seen_at)`;

const KEEP = `
insert into engine_trouble (case_number, kind, part, since, attempts, failure, next_try_at)
select case_number, $2, part, since, attempts, failure, null
from jsonb_to_recordset($1::jsonb) as x (case_number text, part text, since timestamptz, attempts int, failure text)
where exists (select from case_file c where c.number = x.case_number and c.closed_at is null)
on conflict (case_number, kind, part) do update set attempts = excluded.attempts, failure = excluded.failure, seen_at = now()`;
const ONLY = `delete from engine_trouble where kind = $1 and not (case_number || ' ' || part = any($2))`;
const LOST = `select case_number as number from engine_trouble where kind = 'lost'`;

interface Trouble {
  case_number: string;
  part: string;
  since: Date;
  attempts: number;
  failure: string;
}

/**
 * Asks the engine what it knows and our tables do not: whether it answers, which workflow tasks fail (it lists them up to a
 * minute late), and which lifecycles ended although their cases did not. Copies of the service may do it side by side.
 */
export class EngineWatch {
  private lookedAt = Date.now() - 7 * 86_400_000;
  private readonly loop = new BackgroundLoop(() => this.round(), {
    restMs: REST_MS,
    onFailure: (error) => this.logger.warn({ err: error }, 'the engine could not be watched'),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  round(): Promise<number> {
    return asSystem('watch', async () => {
      try {
        const [failing, ended] = await this.client.withDeadline(Date.now() + ASK_LIMIT_MS, () => Promise.all([this.failingTasks(), this.ended()]));
        await this.dataSource.query(ANSWERS);
        await this.keep('workflowTask', failing);
        await this.keep('lost', ended);
      } catch (error) {
        if (!isEngineAway(error)) throw error;
        await this.dataSource.query(SILENT);
      }
      return 0;
    });
  }

  private async keep(kind: 'workflowTask' | 'lost', troubles: readonly Trouble[]): Promise<void> {
    if (troubles.length > 0) await this.dataSource.query(KEEP, [JSON.stringify(troubles), kind]);
    await this.dataSource.query(ONLY, [kind, troubles.map((one) => `${one.case_number} ${one.part}`)]);
  }

  private async failingTasks(): Promise<Trouble[]> {
    const found: Trouble[] = [];
    const query = `TemporalReportedProblems IS NOT NULL AND ExecutionStatus = 'Running' AND TaskQueue = 'cases'`;
    for await (const { workflowId, searchAttributes } of this.client.workflow.list({ query, pageSize: 200 })) {
      const { raw } = await this.client.workflow.getHandle(workflowId).describe();
      const pending = raw.pendingWorkflowTask;
      const since = pending?.originalScheduledTime?.seconds;
      found.push({
        ...{ case_number: workflowId.split('/')[0] as string, part: workflowId },
        since: since ? new Date(Number(since) * 1_000) : new Date(),
        attempts: pending?.attempt ?? 0,
        failure: causeOf(searchAttributes['TemporalReportedProblems']),
      });
      if (found.length >= MOST) break;
    }
    return found;
  }

  /** Lifecycles that were ended from outside or failed, and whose cases nobody carries any more; those known before too. */
  private async ended(): Promise<Trouble[]> {
    const begunAt = Date.now();
    const since = new Date(this.lookedAt - OVERLAP_MS).toISOString();
    const query = `WorkflowType = '${WORKFLOWS.caseLifecycle}' AND ExecutionStatus IN ('Terminated', 'Failed', 'TimedOut') AND CloseTime > '${since}'`;
    const known = await this.dataSource.query<{ number: string }[]>(LOST);
    const numbers = new Set(known.map(({ number }) => number));
    for await (const { workflowId } of this.client.workflow.list({ query, pageSize: 200 })) {
      numbers.add(workflowId);
      if (numbers.size >= MOST) break;
    }
    const troubles: Trouble[] = [];
    for (const number of numbers) {
      const { status, closeTime } = await this.client.workflow.getHandle(number).describe();
      const as = ENDED[status.name];
      if (as) troubles.push({ case_number: number, part: number, since: closeTime ?? new Date(), attempts: 0, failure: as });
    }
    this.lookedAt = begunAt;
    return troubles;
  }
}

const ENDED: Partial<Record<string, string>> = { TERMINATED: 'terminated', FAILED: 'failed', TIMED_OUT: 'timedOut' };

/** As in `cause=WorkflowTaskFailedCauseNonDeterministicError`: the cause alone. */
function causeOf(problems: unknown): string {
  const cause = (Array.isArray(problems) ? problems : []).map(String).find((one) => one.startsWith('cause='));
  return cause?.replace(/^cause=(WorkflowTaskFailedCause)?/, '') ?? 'unknown';
}
