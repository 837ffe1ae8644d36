import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { connectEngine } from '@yiwang/platform/engine';
import type { RunningWorker } from '@yiwang/platform/engine/worker';
import type { Logger } from '@yiwang/platform/logging';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { NotificationSender, createNotificationAdapter } from '@yiwang/platform/notification';
import { asSystem } from '@yiwang/platform/row-scope';
import { BusinessClock } from '@yiwang/platform/time';
import type { NativeConnection } from '@temporalio/worker';
import { DataSource } from 'typeorm';
import type { GridsConfig } from '../config.js';
import { Files } from '../files.js';
import { PatrolPlanning } from './planning.js';
import { PatrolSchedules } from './schedules.js';

/** The name under which what has no caller reaches rows. */
export const PATROLS = 'patrols';
const LOOK_MS = 5_000;
const HOUR_MS = 3_600_000;
/** How long an upload may wait for its round. */
const UNUSED_HOURS = 48;
/** Two activities a day and county: few at a time, so that the process stays small. */
const LIMITS = { maxConcurrentActivityTaskExecutions: 4, maxConcurrentActivityTaskPolls: 1 } as const;

/** What runs beside the graph: the activities of patrols, their schedules, notices, and the removal of unused files. */
@Injectable()
export class PatrolEngine implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly loops: BackgroundLoop[] = [];
  private sender: NotificationSender | undefined;
  private client: ReturnType<typeof connectEngine> | undefined;
  private running: Promise<void> = Promise.resolve();
  private worker: RunningWorker | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
    private readonly files: Files,
    private readonly config: GridsConfig,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.dataSource.isInitialized || this.config.GRIDS_WORKER === 'off') return;
    asSystem(PATROLS, () => this.start());
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.worker?.stop().catch(() => undefined);
    await Promise.all([this.running, this.sender?.stop(), ...this.loops.map((loop) => loop.stop())]);
    await this.client?.connection.close();
  }

  private start(): void {
    const { config, dataSource, logger } = this;
    const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, PAYLOAD_KEYS: codecKeys } = config;
    this.client = connectEngine({ address, namespace, codecKeys });
    const schedules = new PatrolSchedules(dataSource, this.client, this.clock);
    this.loop('the schedules of patrols could not be kept', LOOK_MS, () => schedules.keep());
    this.loop('unused files could not be removed', HOUR_MS, () => this.removeUnused());
    const adapter = createNotificationAdapter(config, dataSource.manager, 'grids');
    this.sender = new NotificationSender(dataSource, { schema: 'grids', adapter, log: logger });
    this.sender.start();
    this.running = this.work().catch((error: unknown) => {
      if (!this.stopping.signal.aborted) logger.error({ err: error }, 'the worker of patrols failed');
    });
  }

  private loop(failure: string, restMs: number, round: () => Promise<number>): void {
    const onFailure = (error: unknown): void => this.logger.warn({ err: error }, failure);
    const loop = new BackgroundLoop(round, { restMs, onFailure });
    loop.start();
    this.loops.push(loop);
  }

  private async work(): Promise<void> {
    const { config, dataSource, logger } = this;
    // Loads the native core, which a copy without a worker has no use for.
    const { connectWorker, runWorker } = await import('@yiwang/platform/engine/worker');
    const connection: NativeConnection = await connectWorker({
      ...{ address: config.TEMPORAL_ADDRESS, log: logger, signal: this.stopping.signal },
    });
    try {
      this.worker = await runWorker({
        ...{ connection, namespace: config.TEMPORAL_NAMESPACE, taskQueue: TASK_QUEUES.grids },
        codecKeys: config.PAYLOAD_KEYS,
        activities: activitiesOf(new PatrolPlanning(dataSource)),
        limits: LIMITS,
      });
      if (this.stopping.signal.aborted) await this.worker.stop();
      await this.worker.finished;
    } finally {
      await connection.close();
    }
  }

  /** The record goes first: a file without one is only wasted room. */
  private async removeUnused(): Promise<number> {
    const keys = await this.files.records.removeUnused(this.dataSource, UNUSED_HOURS);
    for (const key of keys) await this.files.storage.delete(key);
    return 0;
  }
}

/** The native core calls from outside any scope. */
export const activitiesOf = ({ activities }: PatrolPlanning): PatrolPlanning['activities'] => ({
  planPatrolDay: (day) => asSystem(PATROLS, () => activities.planPatrolDay(day)),
  closePatrolSlot: (slot) => asSystem(PATROLS, () => activities.closePatrolSlot(slot)),
});
