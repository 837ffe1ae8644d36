import type { ArbitratedRouting, RoutingActivities } from '@yiwang/contracts/routing';
import { recordAudit } from '@yiwang/platform/audit';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';

/** Names of `asSystem` that the policy of routing decisions lets through. */
export const ARBITRATIONS_SYSTEM = 'arbitrations';

/** A category or unit that is known no more is left out; without the unit that was decided for there is no decision. */
const RECORD = `
insert into routing_decision (idempotency_key, county_code, area_code, category_code, kind, case_number, from_unit_code,
  unit_code, legal_ground, decided_by, decided_at)
select $1, $2, $3, (select code from category where code = $4), 'arbitration', $5, (select code from unit where code = $6),
  code, $8, $9, $10
from unit where code = $7 and (area_code like $2 || '%' or $2 like area_code || '%')
on conflict (idempotency_key) do nothing returning id`;
const KNOWN = `select id from routing_decision where idempotency_key = $1`;

/** Takes in what the county arbitrated in cases, from the engine: told twice it is recorded once. */
export class Arbitrations implements RoutingActivities {
  constructor(private readonly dataSource: DataSource) {}

  recordArbitration(decided: ArbitratedRouting): Promise<boolean> {
    const { key, caseNumber, countyCode, areaCode, categoryCode, unitCode, fromUnitCode, legalGround } = decided;
    return asSystem(ARBITRATIONS_SYSTEM, () =>
      this.dataSource.transaction(async (manager) => {
        const idempotencyKey = `arbitration-${key}`;
        const [recorded] = await manager.query<{ id: string }[]>(RECORD, [
          ...[idempotencyKey, countyCode, areaCode, categoryCode, caseNumber, fromUnitCode, unitCode],
          ...[legalGround, decided.decidedBy, decided.decidedAt],
        ]);
        if (!recorded) return (await manager.query<object[]>(KNOWN, [idempotencyKey])).length > 0;
        await recordAudit(manager, {
          operation: 'recordArbitration',
          caller: { kind: 'system' },
          target: { type: 'routingDecision', id: recorded.id, countyCode },
          details: { caseNumber, unit: unitCode, from: fromUnitCode },
        });
        return true;
      }),
    );
  }
}
