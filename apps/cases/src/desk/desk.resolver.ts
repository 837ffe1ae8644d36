import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { CaseClass } from '@yiwang/contracts/case-flow';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { readsAsStaff, type ReadCase } from '../case/case-access.js';
import { Case } from '../case/case.types.js';
import { CaseClassEnum } from '../intake/start-case.input.js';
import { CaseReturnsService } from './case-returns.service.js';
import { CaseReturn, SimilarCase, SuggestedPath, UnitLoad } from './desk.types.js';
import { SimilarCasesService } from './similar-cases.service.js';
import { SuggestedPathsService } from './suggested-paths.service.js';
import { UnitLoadsService } from './unit-loads.service.js';

const FOR_STAFF = 'For those who work on it; null for anybody else.';

/** What whoever keeps a desk looks at before they say where a case belongs. */
@Resolver(() => Case)
export class DeskResolver {
  constructor(
    private readonly paths: SuggestedPathsService,
    private readonly similarCases: SimilarCasesService,
    private readonly returned: CaseReturnsService,
    private readonly loads: UnitLoadsService,
  ) {}

  @Query(() => [UnitLoad], { description: 'Open and late tasks of each unit in an area and of each area below it, the most late ones first.' })
  @Allow('townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader')
  unitLoads(@Args('areaCode', { type: () => ID }) areaCode: string, @CurrentCaller() caller: Caller): Promise<UnitLoad[]> {
    return this.loads.in(areaCode, caller);
  }

  @ResolveField(() => SuggestedPath, { nullable: true, description: `By which path it would go. ${FOR_STAFF}` })
  async suggestedPath(
    @Parent() one: ReadCase,
    @Args('areaCode', { type: () => ID, nullable: true, description: 'If it lay there.' }) areaCode: string | null,
    @Args('caseClass', { type: () => CaseClassEnum, nullable: true, description: 'If it were of that class.' }) caseClass: CaseClass | null,
    @Context() { caller }: GraphContext,
  ): Promise<SuggestedPath | null> {
    if (!readsAsStaff(caller, one)) return null;
    return this.paths.of(one, { areaCode: areaCode ?? null, caseClass: caseClass ?? null });
  }

  @ResolveField(() => [SimilarCase], { nullable: true, description: `Open cases that may report the same, the likeliest first; ten at most. ${FOR_STAFF}` })
  async similar(@Parent() one: ReadCase, @Context() { caller }: GraphContext): Promise<SimilarCase[] | null> {
    return readsAsStaff(caller, one) ? this.similarCases.of(one, caller) : null;
  }

  @ResolveField(() => [CaseReturn], { nullable: true, description: `Its returns, the oldest first. ${FOR_STAFF}` })
  async returns(@Parent() one: ReadCase, @Context() { caller, loaders }: GraphContext): Promise<CaseReturn[] | null> {
    if (!readsAsStaff(caller, one)) return null;
    return loaders.get<CaseReturn[]>('returns', (numbers) => this.returned.of(numbers)).load(one.number);
  }
}
