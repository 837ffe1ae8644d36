import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  EXCLUSION_NAMES,
  MEASURE_NAMES,
  MEASURES,
  percentText,
  scoreText,
  shareOf,
  type Exclusion,
  type Measure,
  type RankedBy,
  type ScopeKind,
} from '@yiwang/domain/figures';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { DateTime } from '@yiwang/platform/graphql';
import { pageSize } from '../access/page.js';
import { RatedCase } from '../ratings/rating.types.js';
import { FiguresService, PARTS, type CountRow } from './figures.service.js';
import {
  Figure,
  FigureCase,
  FigureCount,
  FigurePartEnum,
  FigureScope,
  FigureScopeInput,
  MeasureEnum,
  RankedByEnum,
  RankedScope,
  RecountFiguresInput,
  ScopeKindEnum,
  type FigurePart,
} from './figures.types.js';

@Resolver(() => FigureCount)
export class FiguresResolver {
  constructor(private readonly service: FiguresService) {}

  @Mutation(() => FigureCount, { description: 'Counts a month, as of now or of any past instant. A count is never changed.' })
  @Allow('countyCentre', 'cityCentre', 'leader', 'supervisor', 'administrator')
  recountFigures(@Args('input') input: RecountFiguresInput, @CurrentCaller() caller: Caller): Promise<FigureCount> {
    return this.service.recount(input, caller);
  }

  @Query(() => FigureCount, { nullable: true, description: 'The latest count of a month; as of an instant at most, where one is given.' })
  @AllowStaff()
  figureCount(
    @Args('countyCode', { type: () => ID }) countyCode: string,
    @Args('month') month: string,
    @Args('asOf', { type: () => DateTime, nullable: true }) asOf: Date | null,
    @CurrentCaller() caller: Caller,
  ): Promise<FigureCount | null> {
    return this.service.latest(countyCode, month, asOf ?? null, caller);
  }

  @Query(() => [FigureCount], { description: 'All counts of a county, the newest month and version first.' })
  @AllowStaff()
  figureCounts(
    @Args('countyCode', { type: () => ID }) countyCode: string,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'At most 200.' }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<FigureCount[]> {
    return this.service.counts(countyCode, after ?? null, first, caller);
  }

  @Query(() => [FigureCase], { description: 'The cases behind a figure that you may read, by number; `after` is the last one.' })
  @AllowStaff()
  async figureCases(
    @Args('countId', { type: () => ID }) countId: string,
    @Args('scope') scope: FigureScopeInput,
    @Args('measure', { type: () => MeasureEnum }) measure: Measure,
    @Args('part', { type: () => FigurePartEnum }) part: FigurePart,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
  ): Promise<FigureCase[]> {
    const verdicts = PARTS[part];
    const found = await this.service.casesBehind({ countId, scope, measure, verdicts }, after ?? null, first);
    return found.map((one): FigureCase => ({ ...one, case: { number: one.caseNumber } satisfies RatedCase }));
  }

  @ResolveField()
  isComplete(@Parent() { heardUntil, asOf }: FigureCount): boolean {
    return heardUntil !== null && heardUntil >= asOf;
  }

  @ResolveField()
  cursor(@Parent() { month, version }: FigureCount): string {
    return `${month}:${version}`;
  }

  @ResolveField(() => [Figure], { description: 'Of the county, unless another scope is named.' })
  async figures(
    @Parent() count: FigureCount,
    @Args('scope', { type: () => FigureScopeInput, nullable: true }) scope: FigureScopeInput | null,
    @CurrentCaller() { language }: Caller,
  ): Promise<Figure[]> {
    const { figures } = await this.service.figures(count.id, scope ?? { kind: 'county', code: count.countyCode });
    return MEASURES.filter((measure) => figures[measure]).map((measure) => {
      const { numerator, denominator, exclusions } = figures[measure];
      return {
        measure,
        name: MEASURE_NAMES[measure][language],
        numerator,
        denominator,
        share: shareOf(figures[measure]),
        text: percentText(numerator, denominator),
        exclusions: (Object.entries(exclusions) as [Exclusion, number][]).map(([reason, cases]) => ({
          reason,
          name: EXCLUSION_NAMES[reason][language],
          cases,
        })),
      };
    });
  }

  @ResolveField(() => [RankedScope], { description: 'The best first; whoever cannot be measured comes last, without a place.' })
  async ranking(
    @Parent() count: FigureCount,
    @Args('kind', { type: () => ScopeKindEnum }) kind: ScopeKind,
    @Args('by', { type: () => RankedByEnum }) by: RankedBy,
    @Args('after', { type: () => ID, nullable: true, description: 'The code of the last one of the page before.' }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
  ): Promise<RankedScope[]> {
    const all = await this.service.ranking(count as CountRow, kind, by);
    const from = after ? all.findIndex(({ scope }) => scope.code === after) + 1 : 0;
    return all.slice(from, from + pageSize(first)).map((one) => ({
      ...one,
      scope: scopeWithReference(one.scope),
      scoreText: scoreText(one.score),
      cursor: one.scope.code,
    }));
  }
}

export const scopeWithReference = ({ kind, code }: FigureScopeInput): FigureScope => ({
  kind,
  code,
  area: kind === 'unit' ? null : { code },
  unit: kind === 'unit' ? { code } : null,
});
