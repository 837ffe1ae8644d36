import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { interventionWorkflowId } from '@yiwang/contracts/interventions';
import type { Logger } from '@yiwang/platform/logging';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { enqueue } from '@yiwang/platform/notification';
import { asSystem } from '@yiwang/platform/row-scope';
import type { BusinessClock } from '@yiwang/platform/time';
import type { DataSource, EntityManager } from 'typeorm';
import { bulkInputs, handOver } from './hand-over.js';
import { secondPersonNotice } from './second-person-notice.js';

const REST_MS = 60_000;
const ASK_LIMIT_MS = 4_000;
/** Whoever has just started one is handing it over themselves. */
const GRACE_MS = 30_000;
const A_ROUND = 50;

/** Reads only: the lock's transaction stays open while the engine is asked, and gets no number that readers of the feed wait for. */
const MINE = `select pg_try_advisory_xact_lock(hashtext('interventions left behind')) as mine`;
const STANDING = `
select i.id, i.state, i.kind, i.area_code as "areaCode", i.by_subject as "bySubject", i.approval_until as "approvalUntil",
  (select count(*)::int from intervention_case c where c.intervention_id = i.id and c.outcome = 'waiting') as cases
from intervention i where i.state in ('waiting', 'running') and i.created_at < $1 order by i.created_at, i.id limit $2 offset $3`;

type Standing = Parameters<typeof secondPersonNotice>[0] & { state: 'waiting' | 'running' };

/**
 * Interventions that were written down but never reached the engine, as after a crash between the two: handed to it
 * again, and the second person told. The workflow id and the notice's key make a repetition harmless; of several workers
 * one looks.
 */
export class LeftBehind {
  private readonly loop = new BackgroundLoop(() => this.round(), {
    restMs: REST_MS,
    onFailure: (error) => this.logger.warn({ err: error }, 'interventions left behind could not be looked for'),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
    private readonly logger: Pick<Logger, 'warn'>,
    private readonly clock: Pick<BusinessClock, 'now' | 'mapped'>,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** @returns always nothing to do at once: there is a rest between rounds. */
  async round(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - GRACE_MS);
    const waiting: Standing[] = [];
    await asSystem('interventions', () =>
      this.dataSource.transaction(async (manager) => {
        const [lock] = await manager.query<{ mine: boolean }[]>(MINE);
        if (lock?.mine !== true) return;
        for (let seen = 0, found = A_ROUND; found === A_ROUND; seen += found) {
          const standing = await manager.query<Standing[]>(STANDING, [before, A_ROUND, seen]);
          found = standing.length;
          await this.handOverLost(manager, standing);
          waiting.push(...standing.filter(({ state }) => state === 'waiting'));
        }
      }),
    );
    await asSystem('steps', async () => {
      for (const one of waiting) await enqueue(this.dataSource, 'cases', secondPersonNotice(one));
    });
    return 0;
  }

  private async handOverLost(manager: EntityManager, standing: readonly Standing[]): Promise<void> {
    const lost: string[] = [];
    for (const { id } of standing) if (!(await this.isKnown(id))) lost.push(id);
    for (const input of await bulkInputs(manager, lost, this.clock.mapped)) {
      await handOver(this.client, input);
      this.logger.warn({ intervention: input.id }, 'an intervention had not reached the engine; it was handed over again');
    }
  }

  private async isKnown(id: string): Promise<boolean> {
    try {
      await this.client.withDeadline(Date.now() + ASK_LIMIT_MS, () => this.client.workflow.getHandle(interventionWorkflowId(id)).describe());
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }
}
