import type { OnApplicationShutdown } from '@nestjs/common';
import type { Client } from '@temporalio/client';

/** Ends the connection to the engine with the service. */
export class EngineConnection implements OnApplicationShutdown {
  constructor(readonly client: Client) {}

  async onApplicationShutdown(): Promise<void> {
    await this.client.connection.close();
  }
}
