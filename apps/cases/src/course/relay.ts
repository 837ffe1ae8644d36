import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  type Client,
} from '@temporalio/client';
import { LIFECYCLE_SINCE, WORKFLOWS, type CaseLifecycleInput } from '@yiwang/contracts/case-flow';
import { RELAY_PAUSE_LOCK, TASK_QUEUES, lifecycleWorkflowId } from '@yiwang/contracts/engine';
import { isEngineAway } from '@yiwang/platform/engine';
import type { Logger } from '@yiwang/platform/logging';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { asSystem } from '@yiwang/platform/row-scope';
import { BusinessClock } from '@yiwang/platform/time';
import { DataSource } from 'typeorm';
import { attributesOf } from './lifecycle-attributes.js';
import { summaryOf } from './lifecycle-summary.js';
import { Openings } from './openings.js';

interface Waiting {
  case_number: string;
  input: CaseLifecycleInput;
}

export interface RelayOptions {
  /** How many starts may be under way at once; the engine's CPU is better spent on people's decisions. */
  concurrency: number;
  /** How many rows one transaction holds. */
  batch: number;
  /** How long to wait when nothing is waiting, in milliseconds. */
  idleMs: number;
}

export const RELAY_DEFAULTS: RelayOptions = { concurrency: 8, batch: 64, idleMs: 250 };

/**
 * Leases rows for half a minute, so that no transaction stays open while the engine is asked: it would hold back every
 * reader of the change feed. Relays may run side by side; after a crash the lease runs out and the row is taken again.
 * Chosen once, apart: as a condition on rows the choice may be made anew for every row, each time locking others.
 * `$2` names the lock that pauses them: relays share it for the moment of taking, an operator has it alone.
 */
const TAKE = `
with due as materialized (
  select case_number from start_outbox
  where (select pg_try_advisory_xact_lock_shared(hashtext($2))) and next_attempt_at <= now()
  order by urgency, next_attempt_at, case_number limit $1 for update skip locked)
update start_outbox o set attempts = attempts + 1, next_attempt_at = now() + interval '30 seconds'
from due where o.case_number = due.case_number
returning o.case_number, o.input`;

const RETRY = `
update start_outbox set last_error = left(failed.reason, 500),
  next_attempt_at = now() + least(interval '1 second' * power(2, least(attempts, 5)), interval '30 seconds')
from unnest($1::text[], $2::text[]) failed (number, reason)
where case_number = failed.number`;

/** An engine that takes a call and never answers is away too: the relay must not wait for it for ever. */
const START_LIMIT_MS = 10_000;

/**
 * Starts the workflow of every case that intake wrote down. A row goes only when its workflow stands, and a workflow
 * that stands already counts as started: a crash between the two repeats the start, and the number as workflow id makes
 * the repetition harmless.
 */
export class Relay {
  private readonly loop = new BackgroundLoop(() => this.relayOnce(), {
    restMs: this.options.idleMs,
    onFailure: (error) => this.logger.warn({ err: error }, 'the relay could not look at its outbox'),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
    private readonly logger: Logger,
    private readonly options: RelayOptions = RELAY_DEFAULTS,
    private readonly openings = new Openings(Number.POSITIVE_INFINITY),
    private readonly clock = new BusinessClock(),
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Starts one batch. @returns how many workflows stand now that did not before. */
  async relayOnce(): Promise<number> {
    return asSystem('relay', () => this.startBatch());
  }

  private async startBatch(): Promise<number> {
    const batch = Math.min(this.options.batch, this.openings.room());
    if (batch === 0) return 0;
    // TypeORM answers an UPDATE with its rows and their count.
    const [waiting] = await this.dataSource.query<[Waiting[], number]>(TAKE, [batch, RELAY_PAUSE_LOCK]);
    if (waiting.length === 0) return 0;
    const started: string[] = [];
    const failed = new Map<string, string>();
    const queue = [...waiting];
    let away: string | null = null;
    const starter = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        try {
          if (away !== null) throw new Error(away);
          this.openings.started(next.case_number);
          await this.startOne(next.input);
          started.push(next.case_number);
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          this.openings.opened(next.case_number);
          failed.set(next.case_number, reason);
          // Where the engine is away the rest need not be tried; a case that it refuses holds up no other.
          if (isEngineAway(error)) away = reason;
        }
      }
    };
    await Promise.all(Array.from({ length: this.options.concurrency }, starter));
    await this.settle(started, failed);
    return started.length;
  }

  private async startOne(input: CaseLifecycleInput): Promise<void> {
    try {
      await this.client.withDeadline(Date.now() + START_LIMIT_MS, () =>
        this.client.workflow.start(WORKFLOWS.caseLifecycle, {
          workflowId: lifecycleWorkflowId(input.caseNumber),
          taskQueue: TASK_QUEUES.cases,
          args: [{ ...input, since: LIFECYCLE_SINCE, ...(this.clock.mapped && { time: this.clock.mapped }) }],
          workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
          typedSearchAttributes: attributesOf(input),
          ...summaryOf(input),
        }),
      );
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  private async settle(started: string[], failed: Map<string, string>): Promise<void> {
    if (started.length > 0) {
      await this.dataSource.query('delete from start_outbox where case_number = any($1)', [started]);
    }
    if (failed.size === 0) return;
    const [reason] = failed.values();
    this.logger.warn({ failed: failed.size, reason }, 'workflows could not be started; they will be tried again');
    await this.dataSource.query(RETRY, [[...failed.keys()], [...failed.values()]]);
  }
}
