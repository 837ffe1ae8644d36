import { setTimeout as pause } from 'node:timers/promises';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  type Client,
} from '@temporalio/client';
import { TypedSearchAttributes, defineSearchAttributeKey } from '@temporalio/common';
import { WORKFLOWS, type CaseLifecycleInput } from '@yiwang/contracts/case-flow';
import { RELAY_PAUSE_LOCK, TASK_QUEUES, lifecycleWorkflowId } from '@yiwang/contracts/engine';
import type { Logger } from '@yiwang/platform/logging';
import { DataSource } from 'typeorm';

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
 * `$2` names the lock that pauses them: relays share it for the moment of taking, an operator has it alone.
 */
const TAKE = `
update start_outbox set attempts = attempts + 1, next_attempt_at = now() + interval '30 seconds'
where case_number in (
  select case_number from start_outbox
  where (select pg_try_advisory_xact_lock_shared(hashtext($2))) and next_attempt_at <= now()
  order by next_attempt_at, case_number limit $1 for update skip locked)
returning case_number, input`;

const RETRY = `
update start_outbox set last_error = $2,
  next_attempt_at = now() + least(interval '1 second' * power(2, least(attempts, 5)), interval '30 seconds')
where case_number = any($1)`;

/**
 * Starts the workflow of every case that intake wrote down. A row goes only when its workflow stands, and a workflow
 * that stands already counts as started: a crash between the two repeats the start, and the number as workflow id makes
 * the repetition harmless.
 */
export class Relay {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
    private readonly logger: Logger,
    private readonly options: RelayOptions = RELAY_DEFAULTS,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const relayed = await this.relayOnce().catch((error: unknown) => {
        this.logger.warn({ err: error }, 'the relay could not look at its outbox');
        return 0;
      });
      if (relayed === 0) await pause(this.options.idleMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  /** Starts one batch. @returns how many workflows stand now that did not before. */
  async relayOnce(): Promise<number> {
    // TypeORM answers an UPDATE with its rows and their count.
    const [waiting] = await this.dataSource.query<[Waiting[], number]>(TAKE, [this.options.batch, RELAY_PAUSE_LOCK]);
    if (waiting.length === 0) return 0;
    const started: string[] = [];
    const queue = [...waiting];
    let reason: string | null = null;
    const starter = async (): Promise<void> => {
      for (let next = queue.shift(); next && reason === null; next = queue.shift()) {
        try {
          await this.startOne(next.input);
          started.push(next.case_number);
        } catch (error) {
          reason = error instanceof Error ? error.message : String(error);
        }
      }
    };
    await Promise.all(Array.from({ length: this.options.concurrency }, starter));
    const failed = waiting.map((row) => row.case_number).filter((number) => !started.includes(number));
    await this.settle(started, failed, reason);
    return started.length;
  }

  private async startOne(input: CaseLifecycleInput): Promise<void> {
    try {
      await this.client.workflow.start(WORKFLOWS.caseLifecycle, {
        workflowId: lifecycleWorkflowId(input.caseNumber),
        taskQueue: TASK_QUEUES.cases,
        args: [input],
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
        typedSearchAttributes: new TypedSearchAttributes([
          { key: defineSearchAttributeKey('yiwangCounty', 'KEYWORD'), value: input.countyCode },
          { key: defineSearchAttributeKey('yiwangArea', 'KEYWORD'), value: input.areaCode },
          { key: defineSearchAttributeKey('yiwangRound', 'INT'), value: 1 },
          { key: defineSearchAttributeKey('yiwangOverdue', 'BOOL'), value: false },
        ]),
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  private async settle(started: string[], failed: string[], reason: string | null): Promise<void> {
    if (started.length > 0) {
      await this.dataSource.query('delete from start_outbox where case_number = any($1)', [started]);
    }
    if (failed.length === 0) return;
    this.logger.warn({ failed: failed.length, reason }, 'workflows could not be started; they will be tried again');
    await this.dataSource.query(RETRY, [failed, (reason ?? '').slice(0, 500)]);
  }
}
