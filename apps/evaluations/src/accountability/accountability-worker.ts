import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { AccountabilityActivities, AccountabilityStep } from '@yiwang/contracts/accountability';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { recordAudit } from '@yiwang/platform/audit';
import { connectWorker, runWorker, type RunningWorker } from '@yiwang/platform/engine/worker';
import type { Logger } from '@yiwang/platform/logging';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';
import type { EvaluationsConfig } from '../config.js';
import { APPLY } from './accountability.sql.js';

/** Records what accountabilities go through; a step once, with the audit entry of the decision behind it. */
export class AccountabilityRecorder implements AccountabilityActivities {
  constructor(private readonly dataSource: DataSource) {}

  recordAccountability(step: AccountabilityStep): Promise<void> {
    return asSystem('accountability', () =>
      this.dataSource.transaction(async (manager) => {
        const applied: [unknown[], number] = await manager.query(APPLY, [JSON.stringify(step)]);
        const { cause, actor, countyCode, id, event } = step;
        if (applied[1] === 0 || cause === undefined) return;
        await recordAudit(manager, {
          operation: cause.operation,
          caller: actor,
          target: { type: 'accountability', id, countyCode },
          positions: actor.positionId === undefined ? [] : [actor.positionId],
          idempotencyKey: cause.updateId,
          details: { event },
        });
      }),
    );
  }
}

/** Two polls and few activities at once: they are rare, and the process has other things to do. */
const LIMITS = { maxConcurrentActivityTaskExecutions: 4, maxConcurrentActivityTaskPolls: 1 } as const;

/** A worker with activities only, inside the service. It comes up while Temporal is away and waits for it. */
export class AccountabilityWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private starting: Promise<RunningWorker | null> = Promise.resolve(null);

  constructor(
    private readonly recorder: AccountabilityRecorder,
    private readonly config: Pick<EvaluationsConfig, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'PAYLOAD_KEYS' | 'ACTIVITY_WORKER'>,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.ACTIVITY_WORKER !== 'on') return;
    this.starting = this.start().catch((error: unknown) => {
      if (!this.stopping.signal.aborted) this.logger.error({ err: error }, 'the worker of accountabilities could not start');
      return null;
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await (await this.starting)?.stop();
  }

  private async start(): Promise<RunningWorker> {
    const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, PAYLOAD_KEYS: codecKeys } = this.config;
    const connection = await connectWorker({ address, log: this.logger, signal: this.stopping.signal });
    const activities: AccountabilityActivities = { recordAccountability: (step) => this.recorder.recordAccountability(step) };
    const taskQueue = TASK_QUEUES.evaluations;
    const running = await runWorker({ connection, namespace, taskQueue, codecKeys, activities, limits: LIMITS });
    return { ...running, stop: () => running.stop().finally(() => connection.close()) };
  }
}
