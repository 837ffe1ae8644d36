import { Injectable } from '@nestjs/common';
import { parseCaseNumber } from '@yiwang/domain/case-number';
import { readsByArea } from '@yiwang/domain/paths';
import { covers } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource, In, Not } from 'typeorm';
import { CasesGraph } from '../cases-graph/cases-graph.js';
import { RatingEntity } from './rating.entity.js';

/** Reads ratings, each only for who may see its case. Refused ones never counted and are not shown. */
@Injectable()
export class RatingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PositionDirectory,
    private readonly cases: CasesGraph,
  ) {}

  /** @throws AppError CASE_NOT_FOUND also for a case that the caller may not see */
  async ofCase(caseNumber: string, caller: Caller): Promise<RatingEntity[]> {
    const number = caseNumber.trim();
    const visible = parseCaseNumber(number).ok && (await this.cases.visible([number], caller)).has(number);
    if (!visible) throw new AppError('CASE_NOT_FOUND', { field: 'caseNumber', value: caseNumber });
    return (await this.read([number])).get(number) ?? [];
  }

  /** Oldest first, by case; none for a case that the caller may not see. */
  async ofCases(numbers: readonly string[], caller: Caller): Promise<Map<string, RatingEntity[]>> {
    if (caller.kind === 'anonymous') return new Map();
    const found = await this.read(numbers);
    const visible = await this.visible([...found.keys()], caller);
    return new Map([...found].filter(([number]) => visible.has(number)));
  }

  /** Whoever has a post over the whole county sees all its cases; of the others, cases is asked. */
  private async visible(numbers: readonly string[], caller: Caller): Promise<Set<string>> {
    if (numbers.length === 0) return new Set();
    const positions = await this.positions.positionsOf(caller);
    const areas = positions.filter(({ role }) => readsByArea(role)).map(({ areaCode }) => areaCode);
    const isWholly = (number: string): boolean => {
      const parsed = parseCaseNumber(number);
      return parsed.ok && areas.some((area) => covers(area, parsed.countyCode));
    };
    const others = numbers.filter((number) => !isWholly(number));
    return new Set([...numbers.filter(isWholly), ...(await this.cases.visible(others, caller))]);
  }

  /** Whoever may see a case may read its ratings, which was asked of cases. */
  private async read(numbers: readonly string[]): Promise<Map<string, RatingEntity[]>> {
    const found = await asSystem('ratings', () =>
      this.dataSource.manager.find(RatingEntity, {
        where: { caseNumber: In([...numbers]), state: Not('refused') },
        order: { createdAt: 'ASC', id: 'ASC' },
      }),
    );
    const byCase = new Map<string, RatingEntity[]>();
    for (const rating of found) byCase.set(rating.caseNumber, [...(byCase.get(rating.caseNumber) ?? []), rating]);
    return byCase;
  }
}
