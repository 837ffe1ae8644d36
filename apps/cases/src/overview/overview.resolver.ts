import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { WarningKind } from '@yiwang/domain/early-warning';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Case } from '../case/case.types.js';
import { CasesService } from '../case/cases.service.js';
import { DecisionsWantedService } from './decisions-wanted.service.js';
import { EarlyWarningsService, MAX_PAGE } from './early-warnings.service.js';
import { OverviewService } from './overview.service.js';
import { DecisionWanted, EarlyWarning, EarlyWarningPage, Overview, WarningKindEnum } from './overview.types.js';

/** Which case an item is about; looked up with those of its page. */
interface OfCase {
  number: string | null;
}

/** 一屏尽览: for whoever answers for an area. */
@Resolver(() => Overview)
export class OverviewResolver {
  constructor(
    private readonly overviews: OverviewService,
    private readonly wanted: DecisionsWantedService,
    private readonly warnings: EarlyWarningsService,
  ) {}

  @Query(() => Overview, { description: 'Where an area that you read stands now. Asked for at once, because it costs one pass over its open cases.' })
  @Allow('townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader')
  overview(@Args('areaCode', { type: () => ID }) areaCode: string, @CurrentCaller() caller: Caller): Promise<Overview> {
    return this.overviews.of(areaCode, caller);
  }

  @Query(() => [DecisionWanted], { description: 'Cases that the overview counts among its decisions, by kind and due first.' })
  @Allow('townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader')
  decisionsWanted(
    @Args('areaCode', { type: () => ID }) areaCode: string,
    @Args('first', { type: () => Int, defaultValue: 10, description: 'Of each kind, at most 50.' }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<Omit<DecisionWanted, 'case'>[]> {
    return this.wanted.in(areaCode, first, caller);
  }

  @Query(() => EarlyWarningPage, { description: 'What will go wrong in an area that you read, by kind and the gravest first.' })
  @Allow('townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader')
  earlyWarnings(
    @Args('areaCode', { type: () => ID }) areaCode: string,
    @Args('kinds', { type: () => [WarningKindEnum], nullable: true }) kinds: WarningKind[] | null,
    @Args('first', { type: () => Int, defaultValue: 20, description: `At most ${MAX_PAGE}.` }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<Omit<EarlyWarningPage, 'items'>> {
    return this.warnings.page(areaCode, kinds ?? null, after ?? null, first, caller);
  }
}

const caseOf = ({ number }: OfCase, { loaders, caller }: GraphContext, cases: CasesService): Promise<Case | null> =>
  number === null ? Promise.resolve(null) : loaders.get<Case>('case', (numbers) => cases.manyVisible(numbers, caller)).load(number);

@Resolver(() => DecisionWanted)
export class DecisionWantedResolver {
  constructor(private readonly cases: CasesService) {}

  @ResolveField(() => Case, { nullable: true })
  case(@Parent() wanted: OfCase, @Context() context: GraphContext): Promise<Case | null> {
    return caseOf(wanted, context, this.cases);
  }
}

@Resolver(() => EarlyWarning)
export class EarlyWarningResolver {
  constructor(private readonly cases: CasesService) {}

  @ResolveField(() => Case, { nullable: true, description: 'Which drifts or is passed around.' })
  case(@Parent() warning: OfCase, @Context() context: GraphContext): Promise<Case | null> {
    return caseOf(warning, context, this.cases);
  }
}
