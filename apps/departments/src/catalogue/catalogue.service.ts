import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { likeLiteral } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { In, IsNull, LessThan, MoreThan, Or, Repository, type FindOptionsWhere, type FindOperator } from 'typeorm';
import { Today } from '../access/today.js';
import { pageSize } from '../paging.js';
import type { CategoryFilter, PowerFilter } from './catalogue.types.js';
import { CategoryEntity } from './category.entity.js';
import { DomainEntity } from './domain.entity.js';
import { CatalogueImportEntity, type CatalogueKind } from './import.entity.js';
import { PowerEntity } from './power.entity.js';

@Injectable()
export class CatalogueService {
  constructor(
    @InjectRepository(DomainEntity) private readonly domainRows: Repository<DomainEntity>,
    @InjectRepository(CategoryEntity) private readonly categoryRows: Repository<CategoryEntity>,
    @InjectRepository(PowerEntity) private readonly powerRows: Repository<PowerEntity>,
    @InjectRepository(CatalogueImportEntity) private readonly importRows: Repository<CatalogueImportEntity>,
    private readonly today: Today,
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

  /** The county whose tree its cases use: its own where it has brought one, else null for the common one. */
  async treeOf(countyCode: string | null): Promise<string | null> {
    return countyCode !== null && (await this.categoryRows.existsBy({ countyCode })) ? countyCode : null;
  }

  /** The open categories at the top of a county's tree, of one domain or of all. @throws AppError INPUT_INVALID for an unknown domain. */
  async topCategories(domain: string | null, countyCode: string | null): Promise<CategoryEntity[]> {
    if (domain !== null) await this.assertDomain(domain, 'domain');
    const tree = await this.treeOf(countyCode);
    const where = {
      parentCode: IsNull(),
      countyCode: tree ?? IsNull(),
      closedOn: this.open(),
      ...(domain === null ? {} : { domainCode: domain }),
    };
    return this.categoryRows.find({ where, order: { code: 'ASC' } });
  }

  /** The open categories below another one. @throws AppError CATEGORY_UNKNOWN. */
  async categoriesBelow(parent: string): Promise<CategoryEntity[]> {
    const where = { parentCode: parent, closedOn: this.open() };
    const found = await this.categoryRows.find({ where, order: { code: 'ASC' } });
    if (found.length === 0 && !(await this.categoryRows.existsBy({ code: parent }))) {
      throw new AppError('CATEGORY_UNKNOWN', { field: 'parent', value: parent });
    }
    return found;
  }

  /** Categories of a county's tree by code. @throws AppError INPUT_INVALID. */
  async categoryList(filter: CategoryFilter, first: number, after: string | null): Promise<CategoryEntity[]> {
    if (filter.domain != null) await this.assertDomain(filter.domain, 'filter.domain');
    const tree = await this.treeOf(filter.county ?? null);
    const list = this.categoryRows.createQueryBuilder('category').orderBy('category.code').limit(pageSize(first));
    list.where(tree === null ? 'category.countyCode is null' : 'category.countyCode = :tree', { tree });
    if (after) list.andWhere('category.code > :after', { after });
    if (filter.level != null) list.andWhere('category.level = :level', { level: filter.level });
    if (filter.domain != null) list.andWhere('category.domainCode = :domain', { domain: filter.domain });
    if (!filter.withClosed) list.andWhere('(category.closedOn is null or category.closedOn > :today)', { today: this.today.date() });
    const part = filter.search?.trim();
    if (part) list.andWhere('(category.zh like :part or category.en ilike :part)', { part: `%${likeLiteral(part)}%` });
    return list.getMany();
  }

  isOpen({ closedOn }: { closedOn: string | null }): boolean {
    return closedOn === null || closedOn > this.today.date();
  }

  private open(): FindOperator<string> {
    return Or(IsNull(), MoreThan(this.today.date()));
  }

  async childrenOf(codes: readonly string[]): Promise<Map<string, CategoryEntity[]>> {
    const found = await this.categoryRows.find({
      where: { parentCode: In([...codes]), closedOn: this.open() },
      order: { code: 'ASC' },
    });
    const children = new Map<string, CategoryEntity[]>(codes.map((code) => [code, []]));
    for (const category of found) children.get(category.parentCode!)?.push(category);
    return children;
  }

  /** Powers by county and code; `after` is a power's id. @throws AppError INPUT_INVALID, CURSOR_INVALID. */
  async powers(filter: PowerFilter, first: number, after: string | null): Promise<PowerEntity[]> {
    if (filter.domain != null) await this.assertDomain(filter.domain, 'filter.domain');
    const list = this.powerRows.createQueryBuilder('power').orderBy('power.countyCode').addOrderBy('power.code').limit(pageSize(first));
    if (after) {
      const [county, code] = after.split('/', 2);
      if (!county || !code) throw new AppError('CURSOR_INVALID', { field: 'after' });
      list.andWhere('(power.countyCode, power.code) > (:county, :code)', { county, code });
    }
    const equal = { domainCode: filter.domain, leadUnitCode: filter.leadUnit, countyCode: filter.county, level: filter.level };
    for (const [column, value] of Object.entries(equal)) {
      if (value != null) list.andWhere(`power.${column} = :${column}`, { [column]: value });
    }
    if (!filter.withClosed) list.andWhere('(power.closedOn is null or power.closedOn > :today)', { today: this.today.date() });
    const part = filter.search?.trim();
    if (part) list.andWhere('power.name like :part', { part: `%${likeLiteral(part)}%` });
    return list.getMany();
  }

  /** Versions of a county's catalogue, the latest first. */
  imports(countyCode: string, kind: CatalogueKind, first: number, after: number | null): Promise<CatalogueImportEntity[]> {
    const where: FindOptionsWhere<CatalogueImportEntity> = { countyCode, kind, ...(after === null ? {} : { version: LessThan(after) }) };
    return this.importRows.find({ where, order: { version: 'DESC' }, take: pageSize(first) });
  }
}
