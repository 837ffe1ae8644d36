import { Context } from '@temporalio/activity';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import type { Logger } from '@yiwang/platform/logging';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';

interface Attempt {
  case_number: string;
  part: string;
  since: string;
  attempts: number;
  failure: string;
  next_try_at: string;
}

/** A single failure mends itself and is not told. */
const TOLD_FROM = 2;
const FLUSH_MS = 1_000;
/** As the workflows retry their steps. */
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [200, 30_000];
/** A step that was not tried again for so long after it should have been is no longer tried: its workflow was ended, or another worker has it. */
const FORGOTTEN = `interval '2 minutes'`;

const KEEP = `
insert into engine_trouble (case_number, kind, part, since, attempts, failure, next_try_at)
select case_number, 'step', part, since, attempts, failure, next_try_at
from jsonb_to_recordset($1::jsonb) as x (case_number text, part text, since timestamptz, attempts int, failure text, next_try_at timestamptz)
on conflict (case_number, kind, part) do update set attempts = excluded.attempts, failure = excluded.failure,
  next_try_at = excluded.next_try_at, seen_at = now(), since = least(engine_trouble.since, excluded.since)`;
const SETTLE = `
delete from engine_trouble t using jsonb_to_recordset($1::jsonb) as x (case_number text, part text)
where t.case_number = x.case_number and t.kind = 'step' and t.part = x.part`;
const FORGET = `delete from engine_trouble where kind = 'step' and next_try_at < now() - ${FORGOTTEN}`;
const ALIVE = `
insert into machine_part (part, seen_at) values ($1, now()) on conflict (part) do update set seen_at = now()`;

/**
 * What fails in this worker, written down for those who supervise: each step that is being tried again, with how often and
 * why, and that the worker is there at all. Kept in memory until PostgreSQL takes it: often it is PostgreSQL that fails.
 */
export class StepAttempts {
  private readonly failing = new Map<string, Attempt>();
  private readonly fresh = new Set<string>();
  private readonly settled = new Map<string, Pick<Attempt, 'case_number' | 'part'>>();
  private readonly loop = new BackgroundLoop(() => this.flush(), {
    restMs: FLUSH_MS,
    onFailure: (error) => this.logger.debug({ err: error }, 'failing steps could not be written down'),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Pick<Logger, 'debug'>,
    private readonly worker: string,
  ) {}

  readonly interceptor = (context: Context): { inbound: ActivityInboundCallsInterceptor } => ({
    inbound: { execute: (input, next) => this.watch(context, input, next) },
  });

  start(): void {
    this.loop.start();
  }

  /** Its row stays, and grows old as after a crash: that there is no worker is told by that. */
  stop(): Promise<void> {
    return this.loop.stop();
  }

  private async watch({ info }: Context, input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>): Promise<unknown> {
    const workflowId = info.workflowExecution?.workflowId ?? '';
    const [caseNumber = ''] = workflowId.split('/');
    const key = `${workflowId} ${info.activityType}`;
    try {
      const answer = await next(input);
      if (this.failing.delete(key)) this.settled.set(key, { case_number: caseNumber, part: info.activityType });
      this.fresh.delete(key);
      return answer;
    } catch (error) {
      if (info.attempt >= TOLD_FROM) this.note(key, caseNumber, info.activityType, info.attempt, error);
      throw error;
    }
  }

  private note(key: string, caseNumber: string, part: string, attempts: number, error: unknown): void {
    const now = Date.now();
    const rest = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
    const since = this.failing.get(key)?.since ?? new Date(now).toISOString();
    this.failing.set(key, { case_number: caseNumber, part, since, attempts, failure: kindOf(error), next_try_at: new Date(now + rest).toISOString() });
    this.fresh.add(key);
    this.settled.delete(key);
  }

  async flush(): Promise<number> {
    const settled = [...this.settled];
    const fresh = [...this.fresh];
    await asSystem('steps', async () => {
      await this.dataSource.query(ALIVE, [`worker:${this.worker}`]);
      if (settled.length > 0) await this.dataSource.query(SETTLE, [JSON.stringify(settled.map(([, one]) => one))]);
      if (fresh.length > 0) await this.dataSource.query(KEEP, [JSON.stringify(fresh.flatMap((key) => this.failing.get(key) ?? []))]);
      await this.dataSource.query(FORGET);
    });
    for (const [key] of settled) this.settled.delete(key);
    for (const key of fresh) this.fresh.delete(key);
    return 0;
  }
}

/** The kind of a failure, never its message: that may quote what was to be written. */
function kindOf(error: unknown): string {
  const { driverError, code, name } = error as { driverError?: { code?: string; constraint?: string }; code?: string; name?: string };
  const of = [driverError?.code ?? code ?? name ?? 'Error', driverError?.constraint].filter((part) => part !== undefined);
  return of.join(' ').slice(0, 200);
}
