import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { parseArea } from '@yiwang/domain/areas';
import { likeLiteral } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { In, Repository, type SelectQueryBuilder } from 'typeorm';
import { Today } from '../access/today.js';
import { pageSize } from '../paging.js';
import { UnitDomainEntity, UnitEntity } from './unit.entity.js';
import { takesTasks } from './unit.rules.js';
import type { UnitFilter, UnitSort } from './unit.types.js';

export interface UnitPage {
  first: number;
  after: string | null;
  sort: UnitSort;
}

@Injectable()
export class UnitsService {
  constructor(
    @InjectRepository(UnitEntity) private readonly units: Repository<UnitEntity>,
    @InjectRepository(UnitDomainEntity) private readonly domains: Repository<UnitDomainEntity>,
    private readonly today: Today,
  ) {}

  async byCodes(codes: readonly string[]): Promise<Map<string, UnitEntity>> {
    const found = await this.units.findBy({ code: In([...codes]) });
    return new Map(found.map((unit) => [unit.code, unit]));
  }

  /** A unit that may be given something new. @throws AppError UNIT_UNKNOWN, UNIT_CLOSED */
  async insistOnOpen(code: string, field: string): Promise<UnitEntity> {
    const unit = await this.units.findOneBy({ code });
    if (!unit) throw new AppError('UNIT_UNKNOWN', { field, value: code });
    if (!takesTasks(unit, this.today.date())) throw new AppError('UNIT_CLOSED', { field, value: code, actual: unit.closedOn ?? '' });
    return unit;
  }

  /** Units in the order of their codes or names. @throws AppError AREA_UNKNOWN, INPUT_INVALID. */
  async list(filter: UnitFilter, { first, after, sort }: UnitPage): Promise<UnitEntity[]> {
    const list = this.units.createQueryBuilder('unit').limit(pageSize(first));
    if (sort === 'name') list.orderBy('unit.name').addOrderBy('unit.code');
    else list.orderBy('unit.code');
    if (after && sort === 'name') {
      list.andWhere('(unit.name, unit.code) > ((select name from unit where code = :after), :after)', { after });
    } else if (after) list.andWhere('unit.code > :after', { after });
    narrow(list, filter);
    if (!filter.withClosed) {
      list.andWhere('(unit.closedOn is null or unit.closedOn > :today)', { today: this.today.date() });
    }
    return list.getMany();
  }

  takesTasks(unit: Pick<UnitEntity, 'closedOn'>): boolean {
    return takesTasks(unit, this.today.date());
  }

  /** Codes of the domains that each unit answers for. */
  async domainCodesOf(unitCodes: readonly string[]): Promise<Map<string, string[]>> {
    const found = await this.domains.find({ where: { unitCode: In([...unitCodes]) }, order: { domainCode: 'ASC' } });
    const codes = new Map<string, string[]>(unitCodes.map((code) => [code, []]));
    for (const { unitCode, domainCode } of found) codes.get(unitCode)?.push(domainCode);
    return codes;
  }
}

function narrow(list: SelectQueryBuilder<UnitEntity>, filter: UnitFilter): void {
  if (filter.areaCode != null) {
    const { areaCode } = orThrow(parseArea(filter.areaCode, 'filter.areaCode'));
    list.andWhere('unit.areaCode like :area', { area: `${areaCode}%` });
  }
  if (filter.kind) list.andWhere('unit.kind = :kind', { kind: filter.kind });
  if (filter.parent != null) list.andWhere('unit.parentCode = :parent', { parent: filter.parent });
  const part = filter.search?.trim();
  if (part) list.andWhere('unit.name like :name', { name: `%${likeLiteral(part)}%` });
  if (filter.domain == null) return;
  list.innerJoin(UnitDomainEntity, 'd', 'd.unitCode = unit.code and d.domainCode = :domain', { domain: filter.domain });
}
