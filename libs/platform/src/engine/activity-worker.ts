import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { EngineConfig } from '../config/index.js';
import type { Logger } from '../logging/index.js';

export interface ActivityWorkerSettings {
  engine: EngineConfig;
  taskQueue: string;
  activities: object;
  logger: Logger;
  /** False for a copy of the service without a worker. */
  isOn: boolean;
}

/** Few and rare activities, in a process that has other things to do. */
const LIMITS = { maxConcurrentActivityTaskExecutions: 4, maxConcurrentActivityTaskPolls: 1 } as const;

/**
 * A worker with activities only, inside a service. It comes up while Temporal is away and waits for it; should it fail
 * for good, the log says so.
 */
export class ActivityWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private working: Promise<void> = Promise.resolve();

  constructor(private readonly settings: ActivityWorkerSettings) {}

  onApplicationBootstrap(): void {
    const { isOn, logger, taskQueue } = this.settings;
    if (!isOn) return;
    this.working = this.work().catch((error: unknown) => {
      if (!this.stopping.signal.aborted) logger.error({ err: error, taskQueue }, 'the worker of activities failed');
    });
  }

  /** Before the database is let go: what runs may still have to write. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.working;
  }

  private async work(): Promise<void> {
    const { engine, taskQueue, activities, logger } = this.settings;
    const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, PAYLOAD_KEYS: codecKeys } = engine;
    // Loads the native core, which a copy without a worker has no use for.
    const { connectWorker, runWorker } = await import('./worker/index.js');
    const { signal } = this.stopping;
    const connection = await connectWorker({ address, log: logger, signal });
    try {
      const running = await runWorker({ connection, namespace, taskQueue, codecKeys, activities, limits: LIMITS });
      const stop = (): void => void running.stop().catch(() => undefined);
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      await running.finished;
    } finally {
      await connection.close();
    }
  }
}
