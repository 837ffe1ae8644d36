import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLinker } from '../audit/index.js';

/** Chains the service's audit while it runs; of several copies one does the work. */
export class AuditLink implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly linker: AuditLinker;

  constructor(
    private readonly dataSource: DataSource,
    schema: string,
  ) {
    const log = new Logger('AuditLinker');
    this.linker = new AuditLinker(dataSource, {
      schema,
      log: {
        // Nest's own messages are details; the head of a finished day is to be kept outside, so it must reach the log.
        info: (fields, message) => log.warn(`${message} ${JSON.stringify(fields)}`),
        error: (fields, message) => log.error(`${message} ${JSON.stringify(fields)}`),
      },
    });
  }

  onApplicationBootstrap(): void {
    if (this.dataSource.isInitialized) this.linker.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.linker.stop();
  }
}
