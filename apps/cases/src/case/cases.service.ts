import { Injectable } from '@nestjs/common';
import { parseArea } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { pageSize } from '@yiwang/platform/graphql';
import { Brackets, DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { ReporterSearch } from '../personal-data/reporter-search.js';
import { CaseAccess, positionsJson, reachCondition, reachParameters } from './case-access.js';
import { branchesOf, inAnyOf, newestOf } from './case-branches.js';
import { conditionsOf, type CaseFilter } from './case-filter.js';
import { CaseEntity } from './case.entity.js';
import { WordsSearch, type CasePlace } from './words-search.js';

export const MAX_PAGE = 200;

const WITHIN = reachCondition(':patterns', ':subject', ':units', ':positions');
const PLACE = 'select received_at::text as "receivedAt", number from case_file where number = $1';

@Injectable()
export class CasesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly search: ReporterSearch,
    private readonly words: WordsSearch,
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

  /** Newest first; `after` is the number of the last case of the page before. @throws AppError CURSOR_INVALID, and as the searches */
  async page(filter: CaseFilter, after: string | null, first: number, caller: Caller): Promise<CaseEntity[]> {
    const words = this.words.wordsOf(filter.text);
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
    const places = branchesOf(reach, area, await this.access.countiesIn(reach), bind);
    if (places.length === 0) return [];
    const conditions = [
      ...conditionsOf(filter, bind),
      ...(ofReporter ? [ofReporter.sql] : []),
      `(c.about_whom is null or not is_concerned(c.about_whom, ${bind(reach.subject)}, ${bind(positionsJson(reach.positions))}::jsonb))`,
    ];
    const size = pageSize(first, MAX_PAGE);
    if (words.length > 0) {
      const left = [inAnyOf(places), ...conditions, ...(filter.stages?.length ? [`c.stage = any(${bind(filter.stages)})`] : [])];
      return this.words.page(words, places, cursor, size, (numbers, most) =>
        this.newest(left.join(' and '), bound).andWhere('c.number = any(:numbers)', { numbers }).limit(most).getMany(),
      );
    }
    const stages = [...new Set(filter.stages ?? [])].map((stage) => ` and c.stage = ${bind(stage)}`);
    const branches = stages.length === 0 ? places : places.flatMap((one) => stages.map((stage) => ({ ...one, sql: one.sql + stage })));
    const from = cursor && `${bind(cursor.receivedAt)}::timestamptz, ${bind(cursor.number)}`;
    const numbers = newestOf(branches, conditions, from, bind(size));
    return this.newest(`c.number = any(array(${numbers}))`, bound).getMany();
  }

  private newest(condition: string, bound: Record<string, unknown>): SelectQueryBuilder<CaseEntity> {
    return this.dataSource.manager
      .createQueryBuilder(CaseEntity, 'c')
      .where(condition, bound)
      .orderBy('c.received_at', 'DESC')
      .addOrderBy('c.number', 'DESC');
  }

  /** As PostgreSQL writes the instant: a Date would lose what is less than a millisecond. */
  private async placeOf(number: string, caller: Caller): Promise<CasePlace> {
    const [place] = await this.dataSource.query<CasePlace[]>(PLACE, [number]);
    const isSeen = place && (await this.manyVisible([number], caller)).has(number);
    if (!isSeen) throw new AppError('CURSOR_INVALID', { field: 'after' });
    return place;
  }
}
