import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { ActivityWorker, connectEngine } from '@yiwang/platform/engine';
import type { Logger } from '@yiwang/platform/logging';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { NotificationSender, createNotificationAdapter } from '@yiwang/platform/notification';
import { asSystem } from '@yiwang/platform/row-scope';
import { BusinessClock } from '@yiwang/platform/time';
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

/** What runs beside the graph: the activities of patrols, their schedules, notices, and the removal of unused files. */
@Injectable()
export class PatrolEngine implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loops: BackgroundLoop[] = [];
  private sender: NotificationSender | undefined;
  private client: ReturnType<typeof connectEngine> | undefined;
  private worker: ActivityWorker | undefined;

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
    await Promise.all([this.worker?.beforeApplicationShutdown(), this.sender?.stop(), ...this.loops.map((loop) => loop.stop())]);
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
    const activities = activitiesOf(new PatrolPlanning(dataSource));
    this.worker = new ActivityWorker({ engine: config, taskQueue: TASK_QUEUES.grids, activities, logger, isOn: true });
    this.worker.onApplicationBootstrap();
  }

  private loop(failure: string, restMs: number, round: () => Promise<number>): void {
    const onFailure = (error: unknown): void => this.logger.warn({ err: error }, failure);
    const loop = new BackgroundLoop(round, { restMs, onFailure });
    loop.start();
    this.loops.push(loop);
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
