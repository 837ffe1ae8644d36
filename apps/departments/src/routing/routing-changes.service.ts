import { Injectable } from '@nestjs/common';
import { checkIdempotencyKey } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource, type EntityManager } from 'typeorm';
import { COUNTY_OFFICE, Jurisdiction } from '../access/jurisdiction.js';
import { dateOf, idOf, lineOf } from '../access/text-fields.js';
import { Today } from '../access/today.js';
import { UnitEntity } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { RoutingDecisionEntity, RoutingRuleEntity } from './routing.entities.js';
import { RoutingService, areaInCounty } from './routing.service.js';
import type { EndRoutingRuleInput, RecordRoutingDecisionInput, SetRoutingRuleInput } from './routing.types.js';

const MAX_REASON = 500;

/** The one in force or to come for the same category, area and power. */
const STANDING = `
select id, valid_from::text as "validFrom" from routing_rule
 where area_code = $1 and category_code is not distinct from $2 and power_code is not distinct from $3
   and (valid_until is null or valid_until > $4::date)
 order by valid_from desc for update`;

const END = `
update routing_rule set valid_until = greatest(valid_from, $2::date), ended_by = $3, ended_at = $4, ended_reason = $5
 where id = $1`;

/** Rules are laid down and ended, and what was decided in cases is kept. */
@Injectable()
export class RoutingChangesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly jurisdiction: Jurisdiction,
    private readonly units: UnitsService,
    private readonly routing: RoutingService,
    private readonly today: Today,
  ) {}

  /** @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION, CATEGORY_UNKNOWN, POWER_UNKNOWN, UNIT_UNKNOWN, UNIT_CLOSED, TIME_INVALID, ROUTING_RULE_OVERLAPS or a refused text */
  set(input: SetRoutingRuleInput, caller: Caller): Promise<RoutingRuleEntity> {
    const operation = { operation: 'setRoutingRule', caller };
    return this.unitOfWork.attempt(operation, async () => {
      const { areaCode, countyCode, categoryCode, powerCode, unit, positions } = await this.place(input, caller);
      const validFrom = this.fromToday('validFrom', input.validFrom);
      const reason = lineOf('reason', input.reason, MAX_REASON);
      const audited = { ...operation, positions, details: { categoryCode, areaCode, powerCode, unit: unit.code, validFrom } };
      return this.unitOfWork.run(audited, async (manager, entry) => {
        await manager.query(`select pg_advisory_xact_lock(hashtext('routing ' || $1))`, [countyCode]);
        await this.endStanding(manager, [areaCode, categoryCode, powerCode], validFrom, reason, caller);
        const rule = await manager.save(RoutingRuleEntity, {
          ...{ countyCode, categoryCode, areaCode, powerCode, unitCode: unit.code, validFrom, reason },
          ...{ validUntil: null, madeBy: caller.subject ?? '', madeAt: this.today.now() },
        });
        entry.target = { type: 'routingRule', id: rule.id, countyCode };
        return manager.findOneByOrFail(RoutingRuleEntity, { id: rule.id });
      });
    });
  }

  /** @throws AppError NOT_FOUND, AREA_OUTSIDE_JURISDICTION, TIME_INVALID, ROUTING_RULE_OVERLAPS for one that has ended */
  end(input: EndRoutingRuleInput, caller: Caller): Promise<RoutingRuleEntity> {
    const operation = { operation: 'endRoutingRule', caller, target: { type: 'routingRule', id: input.id } };
    return this.unitOfWork.attempt(operation, async () => {
      const id = idOf('id', input.id);
      const rule = await this.dataSource.manager.findOneBy(RoutingRuleEntity, { id });
      if (!rule) throw new AppError('NOT_FOUND', { field: 'id', value: id });
      const positions = await this.jurisdiction.insistOn(caller, COUNTY_OFFICE, 'id', rule.countyCode);
      const on = this.fromToday('on', input.on);
      const reason = lineOf('reason', input.reason, MAX_REASON);
      const target = { ...operation.target, countyCode: rule.countyCode };
      return this.unitOfWork.run({ ...operation, positions, target, details: { on } }, async (manager) => {
        const [{ ended }] = await manager.query<{ ended: boolean }[]>(
          `select valid_until is not null and valid_until <= $2::date as ended from routing_rule where id = $1 for update`,
          [id, on],
        ) as [{ ended: boolean }];
        if (ended) throw new AppError('ROUTING_RULE_OVERLAPS', { field: 'on', value: rule.validUntil ?? '' });
        await manager.query(END, [id, on, caller.subject, this.today.now(), reason]);
        return manager.findOneByOrFail(RoutingRuleEntity, { id });
      });
    });
  }

  /** What an arbitration or a dispatch decided, so that the next is proposed better. Repeated, it is the one recorded first. */
  record(input: RecordRoutingDecisionInput, caller: Caller): Promise<RoutingDecisionEntity> {
    const operation = { operation: 'recordRoutingDecision', caller, idempotencyKey: input.idempotencyKey };
    return this.unitOfWork.attempt(operation, async () => {
      orThrow(checkIdempotencyKey(input.idempotencyKey));
      const { areaCode, countyCode, categoryCode, powerCode, unit, positions } = await this.place(input, caller);
      const from = input.fromUnitCode == null ? null : await this.known(input.fromUnitCode, 'fromUnitCode');
      const optional = (field: 'note' | 'legalGround' | 'caseNumber', limit: number) =>
        input[field]?.trim() ? lineOf(field, input[field], limit) : null;
      const row = {
        ...{ idempotencyKey: input.idempotencyKey, kind: input.kind, countyCode, areaCode, categoryCode, powerCode },
        ...{ unitCode: unit.code, fromUnitCode: from, caseNumber: optional('caseNumber', 40) },
        ...{ legalGround: optional('legalGround', 2_000), note: optional('note', MAX_REASON) },
        ...{ decidedBy: caller.subject ?? '', decidedAt: this.today.now() },
      };
      const audited = { ...operation, positions, details: { kind: input.kind, caseNumber: row.caseNumber, unit: unit.code, from } };
      return this.unitOfWork.run(audited, async (manager, entry) => {
        await manager.createQueryBuilder().insert().into(RoutingDecisionEntity).values(row).orIgnore().execute();
        // Another county's is not there for the caller, though its key is taken.
        const decision = await manager.findOneBy(RoutingDecisionEntity, { idempotencyKey: input.idempotencyKey });
        if (!decision || decision.countyCode !== countyCode || decision.unitCode !== unit.code) {
          throw new AppError('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey', value: input.idempotencyKey });
        }
        entry.target = { type: 'routingDecision', id: decision.id, countyCode };
        return decision;
      });
    });
  }

  private async place(input: Pick<SetRoutingRuleInput, 'areaCode' | 'categoryCode' | 'powerCode' | 'unitCode'>, caller: Caller) {
    const { areaCode, countyCode } = areaInCounty(input.areaCode);
    const positions = await this.jurisdiction.insistOn(caller, COUNTY_OFFICE, 'areaCode', countyCode);
    const categoryCode = input.categoryCode == null ? null : (await this.routing.category(input.categoryCode, countyCode)).code;
    if (input.powerCode != null) await this.routing.insistOnPower(input.powerCode, countyCode);
    const unit = await this.units.insistOnOpen(input.unitCode, 'unitCode');
    if (!reaches(unit, countyCode)) throw new AppError('UNIT_UNKNOWN', { field: 'unitCode', value: unit.code });
    return { areaCode, countyCode, categoryCode, powerCode: input.powerCode ?? null, unit, positions };
  }

  private async endStanding(manager: EntityManager, key: (string | null)[], validFrom: string, reason: string, caller: Caller): Promise<void> {
    const standing = await manager.query<{ id: string; validFrom: string }[]>(STANDING, [...key, validFrom]);
    const later = standing.find((rule) => rule.validFrom > validFrom);
    if (later) throw new AppError('ROUTING_RULE_OVERLAPS', { field: 'validFrom', value: later.validFrom });
    for (const { id } of standing) await manager.query(END, [id, validFrom, caller.subject, this.today.now(), reason]);
  }

  private async known(code: string, field: string): Promise<string> {
    if ((await this.units.byCodes([code])).has(code)) return code;
    throw new AppError('UNIT_UNKNOWN', { field, value: code });
  }

  private fromToday(field: string, given: string): string {
    const date = dateOf(field, given);
    if (date < this.today.date()) throw new AppError('TIME_INVALID', { field, expected: `≥ ${this.today.date()}` });
    return date;
  }
}

/** Units of the county and of the city above it; of other counties nobody here may know. */
const reaches = ({ areaCode }: UnitEntity, countyCode: string): boolean =>
  areaCode.startsWith(countyCode) || countyCode.startsWith(areaCode);
