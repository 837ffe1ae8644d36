import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import type { Logger } from '@yiwang/platform/logging';
import type { DataSource } from 'typeorm';
import type { BusinessTime } from '../business-time.js';
import { EngineWatch } from './engine-watch.js';
import { ReasonKeeper } from './reason-keeper.js';

interface Watched {
  source: DataSource;
  client: Client;
  time: BusinessTime;
  logger: Logger;
}

/** Looks why cases stand for as long as the service runs: here and not in the worker, which may be what is missing. */
export class Watching implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loops: readonly (EngineWatch | ReasonKeeper)[];

  constructor(isOn: boolean, { source, client, time, logger }: Watched) {
    this.loops = isOn ? [new EngineWatch(source, client, logger), new ReasonKeeper(source, time, logger)] : [];
  }

  onApplicationBootstrap(): void {
    for (const loop of this.loops) loop.start();
  }

  /** Before engine and database are let go: a round may be under way. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }
}
