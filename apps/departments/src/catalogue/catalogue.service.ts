import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { AppError } from '@yiwang/platform/errors';
import { In, IsNull, MoreThan, Repository, type FindOptionsWhere } from 'typeorm';
import { pageSize } from '../paging.js';
import type { PowerFilter } from './catalogue.types.js';
import { CategoryEntity } from './category.entity.js';
import { DomainEntity } from './domain.entity.js';
import { PowerEntity } from './power.entity.js';

@Injectable()
export class CatalogueService {
  constructor(
    @InjectRepository(DomainEntity) private readonly domainRows: Repository<DomainEntity>,
    @InjectRepository(CategoryEntity) private readonly categoryRows: Repository<CategoryEntity>,
    @InjectRepository(PowerEntity) private readonly powerRows: Repository<PowerEntity>,
  ) {}

  domains(): Promise<DomainEntity[]> {
    return this.domainRows.find({ order: { number: 'ASC' } });
  }

  async domainsByCodes(codes: readonly string[]): Promise<Map<string, DomainEntity>> {
    const found = await this.domainRows.findBy({ code: In([...codes]) });
    return new Map(found.map((domain) => [domain.code, domain]));
  }

  /** @throws AppError INPUT_INVALID where there is no such domain. */
  async assertDomain(code: string, field: string): Promise<void> {
    if (await this.domainRows.existsBy({ code })) return;
    throw new AppError('INPUT_INVALID', { field, value: code, expected: 'domains { code }' });
  }

  async categoriesByCodes(codes: readonly string[]): Promise<Map<string, CategoryEntity>> {
    const found = await this.categoryRows.findBy({ code: In([...codes]) });
    return new Map(found.map((category) => [category.code, category]));
  }

  /** The categories at the top, of one domain or of all. @throws AppError INPUT_INVALID for an unknown domain. */
  async topCategories(domain: string | null): Promise<CategoryEntity[]> {
    if (domain !== null) await this.assertDomain(domain, 'domain');
    const where = { parentCode: IsNull(), ...(domain === null ? {} : { domainCode: domain }) };
    return this.categoryRows.find({ where, order: { code: 'ASC' } });
  }

  /** The categories below another one. @throws AppError CATEGORY_UNKNOWN. */
  async categoriesBelow(parent: string): Promise<CategoryEntity[]> {
    const found = await this.categoryRows.find({ where: { parentCode: parent }, order: { code: 'ASC' } });
    if (found.length === 0 && !(await this.categoryRows.existsBy({ code: parent }))) {
      throw new AppError('CATEGORY_UNKNOWN', { field: 'parent', value: parent });
    }
    return found;
  }

  async childrenOf(codes: readonly string[]): Promise<Map<string, CategoryEntity[]>> {
    const found = await this.categoryRows.find({ where: { parentCode: In([...codes]) }, order: { code: 'ASC' } });
    const children = new Map<string, CategoryEntity[]>(codes.map((code) => [code, []]));
    for (const category of found) children.get(category.parentCode!)?.push(category);
    return children;
  }

  /** Powers in the order of their codes. @throws AppError INPUT_INVALID. */
  async powers(filter: PowerFilter, first: number, after: string | null): Promise<PowerEntity[]> {
    if (filter.domain != null) await this.assertDomain(filter.domain, 'filter.domain');
    const where: FindOptionsWhere<PowerEntity> = {
      ...(filter.domain == null ? {} : { domainCode: filter.domain }),
      ...(filter.leadUnit == null ? {} : { leadUnitCode: filter.leadUnit }),
      ...(filter.county == null ? {} : { countyCode: filter.county }),
      ...(after ? { code: MoreThan(after) } : {}),
    };
    return this.powerRows.find({ where, order: { code: 'ASC' }, take: pageSize(first) });
  }
}
