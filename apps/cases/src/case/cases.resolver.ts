import { Args, Context, Field, ID, InputType, Int, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { Path, Stage } from '@yiwang/contracts/case-flow';
import { AllowSignedIn, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { FeedService } from '../timeline/feed.service.js';
import { TimelineEntry } from '../timeline/timeline.types.js';
import { CaseAccess } from './case-access.js';
import type { CaseEntity } from './case.entity.js';
import { Area, Case, Category, PathEnum, Person, StageEnum } from './case.types.js';
import { CasesService, MAX_PAGE } from './cases.service.js';

@InputType()
export class CaseFilterInput {
  @Field(() => String, { nullable: true, description: 'Cases of this area and all below it.' })
  areaCode?: string | null;

  @Field(() => [StageEnum], { nullable: true })
  stages?: Stage[] | null;

  @Field(() => PathEnum, { nullable: true })
  path?: Path | null;

  @Field(() => Boolean, { nullable: true, description: 'Only cases whose response or resolution is late.' })
  overdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only exact copies of an earlier case.' })
  duplicates?: boolean | null;

  @Field(() => String, { nullable: true })
  sourceReference?: string | null;
}

@Resolver(() => Case)
export class CasesResolver {
  constructor(
    private readonly cases: CasesService,
    private readonly access: CaseAccess,
    private readonly feed: FeedService,
  ) {}

  @Query(() => Case, { name: 'case', description: 'One case that you may see.' })
  @AllowSignedIn()
  one(@Args('number', { type: () => ID }) number: string, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.cases.one(number, caller);
  }

  @Query(() => [Case], { name: 'cases', description: 'Cases that you may see, newest first.' })
  @AllowSignedIn()
  many(
    @Args('filter', { type: () => CaseFilterInput, defaultValue: {} }) filter: CaseFilterInput,
    @Args('after', { type: () => ID, nullable: true, description: 'The number of the last case you have.' }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: `At most ${MAX_PAGE}.` }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<Case[]> {
    return this.cases.page(filter, after ?? null, first, caller);
  }

  @Query(() => Case, { description: 'A case by its number and pickup code, without an account.' })
  @OpenToPublic()
  trackCase(
    @Args('number', { type: () => ID }) number: string,
    @Args('pickupCode') pickupCode: string,
  ): Promise<Case> {
    return this.access.byPickupCode(number, pickupCode);
  }

  @ResolveReference()
  @AllowSignedIn()
  resolveReference(reference: { number: string }, context: GraphContext): Promise<Case | null> {
    return context.loaders
      .get<Case>('case', (numbers) => this.cases.manyVisible(numbers, context.caller))
      .load(reference.number);
  }

  @ResolveField(() => [TimelineEntry], { description: 'Its whole history, oldest first.' })
  async timeline(@Parent() { number }: CaseEntity, @Context() { loaders }: GraphContext): Promise<TimelineEntry[]> {
    return (await loaders.get<TimelineEntry[]>('timeline', (numbers) => this.feed.ofCases(numbers)).load(number)) ?? [];
  }

  @ResolveField(() => Area)
  area(@Parent() { areaCode }: CaseEntity): Area {
    return { code: areaCode };
  }

  @ResolveField(() => Category, { nullable: true })
  category(@Parent() { categoryCode }: CaseEntity): Category | null {
    return categoryCode ? { code: categoryCode } : null;
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who holds or held it last.' })
  handler(@Parent() { handlerSubject }: CaseEntity): Person | null {
    return handlerSubject ? { id: handlerSubject } : null;
  }
}
