import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import type { RoutingActivities } from '@yiwang/contracts/routing';
import type { AskerErasureActivities, ErasureInput, ForgottenAsker } from '@yiwang/contracts/erasure';
import { recordAudit } from '@yiwang/platform/audit';
import { connectWorker, runWorker, type RunningWorker } from '@yiwang/platform/engine/worker';
import type { Logger } from '@yiwang/platform/logging';
import type { PersonalData } from '@yiwang/platform/personal-data';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';
import type { DepartmentsConfig } from '../config.js';
import type { Arbitrations } from '../routing/arbitrations.js';
import { CONSULTATIONS_SYSTEM } from './consultation-access.js';

/** Each consultation has a key of its own, so that one without an account can be forgotten too. */
export const consultationSubject = (id: string): string => `consultation:${id}`;

const ASKED_BY = `select id from consultation where asked_by = $1`;

/** Makes consultations forget whom to call back; question and answers stay. */
export class AskerErasure implements AskerErasureActivities {
  constructor(
    private readonly dataSource: DataSource,
    private readonly personal: PersonalData,
  ) {}

  /** Repeating it finds nothing more. */
  async forgetAsker({ erasureId, residentId, countyCode, subject }: ErasureInput): Promise<ForgottenAsker> {
    if (subject === null) return { consultations: 0 };
    return asSystem(CONSULTATIONS_SYSTEM, () =>
      this.dataSource.transaction(async (manager) => {
        const asked = await manager.query<{ id: string }[]>(ASKED_BY, [subject]);
        const keys = await this.personal.keys.destroy(manager, asked.map(({ id }) => consultationSubject(id)));
        if (keys.length > 0) {
          await recordAudit(manager, {
            operation: 'forgetAsker',
            caller: { kind: 'system' },
            target: { type: 'resident', id: residentId, countyCode },
            details: { erasure: erasureId, keys: keys.join(' ') },
          });
        }
        return { consultations: keys.length };
      }),
    );
  }
}

const LIMITS = { maxConcurrentActivityTaskExecutions: 2, maxConcurrentActivityTaskPolls: 1 } as const;

/** A worker with this activity and that of routing only, inside the service. It comes up while Temporal is away and waits for it. */
export class ErasureWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private starting: Promise<RunningWorker | null> = Promise.resolve(null);

  constructor(
    private readonly dataSource: DataSource,
    private readonly erasure: AskerErasure,
    private readonly arbitrations: Arbitrations,
    private readonly config: Pick<DepartmentsConfig, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'PAYLOAD_KEYS' | 'ACTIVITY_WORKER'>,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.ACTIVITY_WORKER !== 'on' || !this.dataSource.isInitialized) return;
    this.starting = this.start().catch((error: unknown) => {
      if (!this.stopping.signal.aborted) this.logger.error({ err: error }, 'the worker of erasures could not start');
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
    const activities: AskerErasureActivities & RoutingActivities = {
      forgetAsker: (input) => this.erasure.forgetAsker(input),
      recordArbitration: (decided) => this.arbitrations.recordArbitration(decided),
    };
    const running = await runWorker({ connection, namespace, taskQueue: TASK_QUEUES.departments, codecKeys, activities, limits: LIMITS });
    return { ...running, stop: () => running.stop().finally(() => connection.close()) };
  }
}
