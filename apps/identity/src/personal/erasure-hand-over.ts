import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { ERASURE_WORKFLOW, erasureWorkflowId, type ErasureInput } from '@yiwang/contracts/erasure';
import type { connectEngine } from '@yiwang/platform/engine';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { PERSONAL_REQUESTS } from './residents-concerned.js';

const REST_MS = 30_000;
const BATCH = 20;

/** Longest waiting first, and not all at once where the engine is away. */
const WAITING = `
select id as "erasureId", resident_id as "residentId", county_code as "countyCode", subject,
  array(select encode(i, 'hex') from unnest(phone_indexes) i) as "phoneIndexes"
from personal_request where handed_over_at is null order by asked_at limit ${BATCH}`;

/** Whom to forget is forgotten here as well. */
const HANDED_OVER = `
update personal_request set handed_over_at = now(), subject = null, phone_indexes = '{}' where id = $1`;

/**
 * Begins the workflow of every erasure that was asked for. A row waits for the engine however long it is away; begun
 * twice after a crash, the workflow is the same one or finds nothing more.
 */
@Injectable()
export class ErasureHandOver implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('ErasureHandOver');
  private loop = this.newLoop();

  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: ReturnType<typeof connectEngine>,
  ) {}

  onApplicationBootstrap(): void {
    if (this.dataSource.isInitialized) this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    await this.engine.connection.close();
  }

  /** An erasure was asked for: it need not wait for the next look. */
  wake(): void {
    void this.once().catch((error: unknown) => this.complain(error));
  }

  /** @returns how many were handed over. */
  once(): Promise<number> {
    return asSystem(PERSONAL_REQUESTS, async () => {
      const waiting = await this.dataSource.query<ErasureInput[]>(WAITING);
      for (const input of waiting) {
        await this.engine.workflow.start(ERASURE_WORKFLOW, {
          args: [input],
          taskQueue: TASK_QUEUES.cases,
          workflowId: erasureWorkflowId(input.erasureId),
          workflowIdConflictPolicy: 'USE_EXISTING',
        });
        await this.dataSource.query(HANDED_OVER, [input.erasureId]);
      }
      return waiting.length;
    });
  }

  private newLoop(): BackgroundLoop {
    return new BackgroundLoop(() => this.once(), { restMs: REST_MS, onFailure: (error) => this.complain(error) });
  }

  private complain(error: unknown): void {
    this.logger.warn(`an erasure could not be handed over yet: ${error instanceof Error ? error.message : String(error)}`);
  }
}
