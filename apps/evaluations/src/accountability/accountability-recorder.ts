import type { AccountabilityActivities, AccountabilityStep } from '@yiwang/contracts/accountability';
import { recordAudit } from '@yiwang/platform/audit';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';
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
