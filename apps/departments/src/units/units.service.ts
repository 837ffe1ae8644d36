import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { parseArea } from '@yiwang/domain/areas';
import { orThrow } from '@yiwang/platform/errors';
import { In, Repository } from 'typeorm';
import { likeLiteral, pageSize } from '../paging.js';
import { UnitDomainEntity, UnitEntity } from './unit.entity.js';
import type { UnitFilter } from './unit.types.js';

@Injectable()
export class UnitsService {
  constructor(
    @InjectRepository(UnitEntity) private readonly units: Repository<UnitEntity>,
    @InjectRepository(UnitDomainEntity) private readonly domains: Repository<UnitDomainEntity>,
  ) {}

  async byCodes(codes: readonly string[]): Promise<Map<string, UnitEntity>> {
    const found = await this.units.findBy({ code: In([...codes]) });
    return new Map(found.map((unit) => [unit.code, unit]));
  }

  /** Units in the order of their codes. @throws AppError AREA_UNKNOWN, INPUT_INVALID. */
  async list(filter: UnitFilter, first: number, after: string | null): Promise<UnitEntity[]> {
    const list = this.units.createQueryBuilder('unit').orderBy('unit.code').limit(pageSize(first));
    if (after) list.andWhere('unit.code > :after', { after });
    if (filter.areaCode != null) {
      const { areaCode } = orThrow(parseArea(filter.areaCode, 'filter.areaCode'));
      list.andWhere('unit.areaCode like :area', { area: `${areaCode}%` });
    }
    if (filter.kind) list.andWhere('unit.kind = :kind', { kind: filter.kind });
    if (filter.search?.trim())
      list.andWhere('unit.name like :name', { name: `%${likeLiteral(filter.search.trim())}%` });
    if (filter.domain != null) {
      list.innerJoin(UnitDomainEntity, 'd', 'd.unitCode = unit.code and d.domainCode = :domain', {
        domain: filter.domain,
      });
    }
    return list.getMany();
  }

  /** Codes of the domains that each unit answers for. */
  async domainCodesOf(unitCodes: readonly string[]): Promise<Map<string, string[]>> {
    const found = await this.domains.find({ where: { unitCode: In([...unitCodes]) }, order: { domainCode: 'ASC' } });
    const codes = new Map<string, string[]>(unitCodes.map((code) => [code, []]));
    for (const { unitCode, domainCode } of found) codes.get(unitCode)?.push(domainCode);
    return codes;
  }
}
