import { Injectable } from '@nestjs/common';
import { levelOf, parseArea } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { pageSize } from '@yiwang/platform/graphql';
import { Brackets, DataSource, In } from 'typeorm';
import { ReporterSearch } from '../personal-data/reporter-search.js';
import { CaseAccess, positionsJson, reachCondition, reachParameters, type CaseReach } from './case-access.js';
import { COUNTIES, branchesOf, newestOf } from './case-branches.js';
import { conditionsOf, type CaseFilter } from './case-filter.js';
import { CaseEntity } from './case.entity.js';

export const MAX_PAGE = 200;

const WITHIN = reachCondition(':patterns', ':subject', ':units', ':positions');
const PLACE = 'select received_at::text as "receivedAt", number from case_file where number = $1';

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
    const [patterns, subject, units, positions] = reachParameters(await this.access.reachOf(caller));
    const found = await this.dataSource.manager
      .createQueryBuilder(CaseEntity, 'c')
      .where(new Brackets((within) => within.where(WITHIN, { patterns, subject, units, positions })))
      .andWhere({ number: In([...numbers]) })
      .getMany();
    return new Map(found.map((one) => [one.number, one]));
  }

  /** Newest first; `after` is the number of the last case of the page before. @throws AppError CURSOR_INVALID, and as ReporterSearch */
  async page(filter: CaseFilter, after: string | null, first: number, caller: Caller): Promise<CaseEntity[]> {
    const reach = await this.access.reachOf(caller);
    const ofReporter = await this.search.conditionOf(filter, caller);
    const area = filter.areaCode ? orThrow(parseArea(filter.areaCode)).areaCode : null;
    const cursor = after === null ? null : await this.placeOf(after, caller);
    const bound: Record<string, unknown> = { ...ofReporter?.parameters };
    const bind = (value: unknown): string => {
      const name = `b${Object.keys(bound).length}`;
      bound[name] = value;
      return `:${name}`;
    };
    const places = branchesOf(reach, area, await this.countiesFor(reach), bind);
    const stages = [...new Set(filter.stages ?? [])].map((stage) => ` and c.stage = ${bind(stage)}`);
    const branches = stages.length === 0 ? places : places.flatMap((one) => stages.map((stage) => ({ ...one, sql: one.sql + stage })));
    if (branches.length === 0) return [];
    const conditions = [
      ...conditionsOf(filter, bind),
      ...(ofReporter ? [ofReporter.sql] : []),
      `(c.about_whom is null or not is_concerned(c.about_whom, ${bind(reach.subject)}, ${bind(positionsJson(reach.positions))}::jsonb))`,
    ];
    const from = cursor && `${bind(cursor.receivedAt)}::timestamptz, ${bind(cursor.number)}`;
    const numbers = newestOf(branches, conditions, from, bind(pageSize(first, MAX_PAGE)));
    return this.dataSource.manager
      .createQueryBuilder(CaseEntity, 'c')
      .where(`c.number = any(array(${numbers}))`, bound)
      .orderBy('c.received_at', 'DESC')
      .addOrderBy('c.number', 'DESC')
      .getMany();
  }

  private async countiesFor({ areas }: CaseReach): Promise<string[]> {
    if (!areas.some((area) => levelOf(area) === 'city')) return [];
    return (await this.dataSource.query<{ code: string }[]>(COUNTIES)).map(({ code }) => code);
  }

  /** As PostgreSQL writes the instant: a Date would lose what is less than a millisecond. */
  private async placeOf(number: string, caller: Caller): Promise<{ receivedAt: string; number: string }> {
    const [place] = await this.dataSource.query<{ receivedAt: string; number: string }[]>(PLACE, [number]);
    const isSeen = place && (await this.manyVisible([number], caller)).has(number);
    if (!isSeen) throw new AppError('CURSOR_INVALID', { field: 'after' });
    return place;
  }
}
