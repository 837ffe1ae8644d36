import { Args, Context, Field, ID, InputType, Int, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { CaseClass, CaseKind, CasePatch, Channel, Path, Stage, TaskKind, Tier } from '@yiwang/contracts/case-flow';
import { AllowSignedIn, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import { DateTime, type GraphContext } from '@yiwang/platform/graphql';
import { CaseClassEnum, CaseKindEnum, ChannelEnum } from '../intake/start-case.input.js';
import { TaskKindEnum } from '../tasks/task.types.js';
import { entriesAsRead } from '../timeline/as-read.js';
import { FeedService } from '../timeline/feed.service.js';
import { TimelineEntry } from '../timeline/timeline.types.js';
import { CaseAccess, readsAsStaff, type ReadCase } from './case-access.js';
import type { CaseEntity } from './case.entity.js';
import { Area, CardEnum, Case, Category, PathEnum, PausedEnum, Person, StageEnum, TierEnum } from './case.types.js';
import { CasesService, MAX_PAGE } from './cases.service.js';
import { SEARCHED } from './words-search.js';

@InputType()
export class CaseFilterInput {
  @Field(() => String, { nullable: true, description: `Words of two characters or more, all of which stand in ${SEARCHED}.` })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Cases of this area and all below it.' })
  areaCode?: string | null;

  @Field(() => [StageEnum], { nullable: true })
  stages?: Stage[] | null;

  @Field(() => PathEnum, { nullable: true })
  path?: Path | null;

  @Field(() => CaseKindEnum, { nullable: true })
  kind?: CaseKind | null;

  @Field(() => CaseClassEnum, { nullable: true })
  caseClass?: CaseClass | null;

  @Field(() => TierEnum, { nullable: true })
  tier?: Tier | null;

  @Field(() => ID, { nullable: true })
  unitCode?: string | null;

  @Field(() => CardEnum, { nullable: true })
  card?: NonNullable<CasePatch['card']> | null;

  @Field(() => PausedEnum, { nullable: true })
  paused?: NonNullable<CasePatch['paused']> | null;

  @Field(() => DateTime, { nullable: true, description: 'Only suspended cases whose review is before this.' })
  reviewBefore?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Only cases of the same event as this one.' })
  mergedInto?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only cases whose response or resolution is late.' })
  overdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only exact copies of an earlier case.' })
  duplicates?: boolean | null;

  @Field(() => ChannelEnum, { nullable: true })
  channel?: Channel | null;

  @Field(() => ID, { nullable: true })
  categoryCode?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Received then or later.' })
  receivedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Received before.' })
  receivedBefore?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Only cases that are not over.' })
  open?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only open, unanswered ones that are neither paused nor with the city and have no leading case: somebody’s time is running.' })
  running?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only open cases in the round that is the last by their policy.' })
  lastRound?: boolean | null;

  @Field(() => TaskKindEnum, { nullable: true, description: 'Only cases with an open task of this kind.' })
  taskKind?: TaskKind | 'townDesk' | null;

  @Field(() => TierEnum, { nullable: true, description: 'Only cases with an open task, of that kind, at this level.' })
  taskTier?: Tier | null;

  @Field(() => String, { nullable: true })
  sourceReference?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole number of whoever reported it; that it was looked for is audited.' })
  reporterPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole name; likewise.' })
  reporterName?: string | null;
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
  async timeline(@Parent() one: ReadCase, @Context() { caller, loaders }: GraphContext): Promise<TimelineEntry[]> {
    const loader = loaders.get<TimelineEntry[]>('timeline', (numbers) => this.feed.ofCases(numbers));
    const entries = (await loader.load(one.number)) ?? [];
    return entriesAsRead(entries, readsAsStaff(caller, one));
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
