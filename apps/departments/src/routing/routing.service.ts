import { Injectable } from '@nestjs/common';
import { countyOf, parseArea } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { Jurisdiction, countyCodeOf } from '../access/jurisdiction.js';
import { dateOf } from '../access/text-fields.js';
import { Today } from '../access/today.js';
import { CategoryEntity } from '../catalogue/category.entity.js';
import { PowerEntity } from '../catalogue/power.entity.js';
import { pageSize } from '../paging.js';
import { rankCandidates, type RoutingCandidate } from './rank-candidates.js';
import { RoutingDecisionEntity, RoutingRuleEntity } from './routing.entities.js';
import { routingFacts } from './routing-facts.js';
import type { RoutingFilter } from './routing.types.js';

const LINE = `
with recursive line as (
  select c.code, c.parent_code from category c where c.code = $1
  union all select c.code, c.parent_code from category c join line on c.code = line.parent_code)
select code from line`;

/** Reads of who answers for what. */
@Injectable()
export class RoutingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jurisdiction: Jurisdiction,
    private readonly today: Today,
  ) {}

  /** Units that may answer, the likeliest first. @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION, CATEGORY_UNKNOWN, POWER_UNKNOWN, TIME_INVALID */
  async candidates(
    asked: { categoryCode: string; areaCode: string; powerCode: string | null; at: string | null },
    caller: Caller,
  ): Promise<RoutingCandidate[]> {
    const { areaCode, countyCode } = areaInCounty(asked.areaCode);
    await this.jurisdiction.insistOnCounty(caller, 'areaCode', countyCode);
    const date = asked.at === null ? this.today.date() : dateOf('at', asked.at);
    const category = await this.category(asked.categoryCode, countyCode);
    if (asked.powerCode !== null) await this.insistOnPower(asked.powerCode, countyCode);
    const line = await this.dataSource.query<{ code: string }[]>(LINE, [category.code]);
    const facts = await routingFacts(this.dataSource.manager, {
      ...{ countyCode, areaCode, date, powerCode: asked.powerCode },
      categories: line.map(({ code }) => code),
      categoryName: category.zh,
      domainCode: category.domainCode,
    });
    return rankCandidates(facts);
  }

  /** Rules of a county, the latest first; `after` is a rule's id. */
  async rules(filter: RoutingFilter, first: number, after: string | null, caller: Caller): Promise<RoutingRuleEntity[]> {
    const countyCode = await this.countyFor(filter, caller);
    const list = this.dataSource.manager.createQueryBuilder(RoutingRuleEntity, 'rule').where('rule.countyCode = :countyCode', { countyCode });
    list.orderBy('rule.madeAt', 'DESC').addOrderBy('rule.id', 'DESC').limit(pageSize(first));
    if (filter.categoryCode != null) list.andWhere('rule.categoryCode = :category', { category: filter.categoryCode });
    if (filter.unitCode != null) list.andWhere('rule.unitCode = :unit', { unit: filter.unitCode });
    if (filter.on != null) {
      const on = dateOf('filter.on', filter.on);
      list.andWhere('rule.validFrom <= :on and (rule.validUntil is null or rule.validUntil > :on)', { on });
    }
    if (after) list.andWhere('(rule.madeAt, rule.id) < (select made_at, id from routing_rule where id::text = :after)', { after });
    return list.getMany();
  }

  /** Decisions of a county, the latest first; `after` is a decision's id. */
  async decisions(filter: RoutingFilter, first: number, after: string | null, caller: Caller): Promise<RoutingDecisionEntity[]> {
    const countyCode = await this.countyFor(filter, caller);
    const list = this.dataSource.manager.createQueryBuilder(RoutingDecisionEntity, 'one').where('one.countyCode = :countyCode', { countyCode });
    list.orderBy('one.decidedAt', 'DESC').addOrderBy('one.id', 'DESC').limit(pageSize(first));
    if (filter.categoryCode != null) list.andWhere('one.categoryCode = :category', { category: filter.categoryCode });
    if (filter.unitCode != null) list.andWhere('one.unitCode = :unit', { unit: filter.unitCode });
    if (after) list.andWhere('(one.decidedAt, one.id) < (select decided_at, id from routing_decision where id::text = :after)', { after });
    return list.getMany();
  }

  /** A category of the common tree or of this county's own. @throws AppError CATEGORY_UNKNOWN */
  async category(code: string, countyCode: string, field = 'categoryCode'): Promise<CategoryEntity> {
    const category = await this.dataSource.manager.findOneBy(CategoryEntity, { code });
    if (category && (category.countyCode === null || category.countyCode === countyCode)) return category;
    throw new AppError('CATEGORY_UNKNOWN', { field, value: code });
  }

  /** @throws AppError POWER_UNKNOWN */
  async insistOnPower(code: string, countyCode: string): Promise<void> {
    if (await this.dataSource.manager.existsBy(PowerEntity, { code, countyCode })) return;
    throw new AppError('POWER_UNKNOWN', { field: 'powerCode', value: code });
  }

  private async countyFor(filter: RoutingFilter, caller: Caller): Promise<string> {
    const countyCode = countyCodeOf(filter.countyCode, 'filter.countyCode');
    await this.jurisdiction.insistOnCounty(caller, 'filter.countyCode', countyCode);
    return countyCode;
  }
}

/** An area that lies in a county. @throws AppError AREA_UNKNOWN */
export function areaInCounty(given: string): { areaCode: string; countyCode: string } {
  const { areaCode } = orThrow(parseArea(given));
  const countyCode = countyOf(areaCode);
  if (countyCode === null) throw new AppError('AREA_UNKNOWN', { field: 'areaCode', value: given });
  return { areaCode, countyCode };
}
