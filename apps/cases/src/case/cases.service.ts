import { Injectable } from '@nestjs/common';
import type { CaseClass, CaseKind, CasePatch, Path, Stage, Tier } from '@yiwang/contracts/case-flow';
import { parseArea } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { Brackets, DataSource, In } from 'typeorm';
import { pageSize } from '../graph/page-size.js';
import { ReporterSearch, type ReporterFilter } from '../personal-data/reporter-search.js';
import { CaseAccess, reachCondition, reachParameters, type CaseReach } from './case-access.js';
import { CaseEntity } from './case.entity.js';

export interface CaseFilter extends ReporterFilter {
  areaCode?: string | null;
  stages?: Stage[] | null;
  path?: Path | null;
  kind?: CaseKind | null;
  caseClass?: CaseClass | null;
  tier?: Tier | null;
  unitCode?: string | null;
  card?: NonNullable<CasePatch['card']> | null;
  paused?: NonNullable<CasePatch['paused']> | null;
  reviewBefore?: Date | null;
  mergedInto?: string | null;
  overdue?: boolean | null;
  duplicates?: boolean | null;
  sourceReference?: string | null;
}

export const MAX_PAGE = 200;

const EXACT = ['path', 'kind', 'caseClass', 'tier', 'unitCode', 'card', 'paused', 'mergedInto', 'sourceReference'] as const;

const WITHIN = reachCondition(':patterns', ':subject', ':units', ':positions');
const POSITION_OF = 'select received_at, number from case_file where number = :after';

@Injectable()
export class CasesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly search: ReporterSearch,
  ) {}

  one(number: string, caller: Caller): Promise<CaseEntity> {
    return this.access.visible(number, caller);
  }

  /** For references from other services: those of the asked-for cases that the caller may see. */
  async manyVisible(numbers: readonly string[], caller: Caller): Promise<Map<string, CaseEntity>> {
    const reach = await this.access.reachOf(caller);
    const found = await this.within(reach).andWhere({ number: In([...numbers]) }).getMany();
    return new Map(found.map((one) => [one.number, one]));
  }

  /** Newest first; `after` is the number of the last case of the page before. @throws AppError CURSOR_INVALID, and as ReporterSearch */
  async page(filter: CaseFilter, after: string | null, first: number, caller: Caller): Promise<CaseEntity[]> {
    const reach = await this.access.reachOf(caller);
    const ofReporter = await this.search.conditionOf(filter, caller);
    const query = this.within(reach);
    if (ofReporter) query.andWhere(ofReporter.sql, ofReporter.parameters);
    if (filter.areaCode) query.andWhere('c.area_code like :area', { area: `${orThrow(parseArea(filter.areaCode)).areaCode}%` });
    if (filter.stages?.length) query.andWhere({ stage: In(filter.stages) });
    for (const field of EXACT) if (filter[field]) query.andWhere({ [field]: filter[field] });
    if (filter.reviewBefore) query.andWhere('c.review_at < :reviewBefore', { reviewBefore: filter.reviewBefore });
    if (filter.overdue) query.andWhere('(c.response_overdue or c.resolution_overdue)');
    if (filter.duplicates) query.andWhere('c.duplicate_of is not null');
    if (after !== null) {
      if (!(await this.within(reach).andWhere({ number: after }).getExists())) {
        throw new AppError('CURSOR_INVALID', { field: 'after' });
      }
      query.andWhere(`(c.received_at, c.number) < (${POSITION_OF})`, { after });
    }
    return query
      .orderBy('c.received_at', 'DESC')
      .addOrderBy('c.number', 'DESC')
      .limit(pageSize(first, MAX_PAGE))
      .getMany();
  }

  private within(reach: CaseReach) {
    const [patterns, subject, units, positions] = reachParameters(reach);
    return this.dataSource.manager
      .createQueryBuilder(CaseEntity, 'c')
      .where(new Brackets((within) => within.where(WITHIN, { patterns, subject, units, positions })));
  }
}
