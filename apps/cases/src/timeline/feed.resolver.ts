import { Args, Context, ID, Int, Query, Resolver, Subscription } from '@nestjs/graphql';
import { AllowSignedIn, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { currentScope, scopedStream, withScope } from '@yiwang/platform/row-scope';
import { CaseAccess, readsAsStaff } from '../case/case-access.js';
import { CaseFollower } from './case-follower.js';
import { ChangedCases } from './changed-cases.js';
import { FeedService, MAX_PAGE } from './feed.service.js';
import { CaseChanges, TimelineEntry } from './timeline.types.js';

@Resolver()
export class FeedResolver {
  constructor(
    private readonly feed: FeedService,
    private readonly follower: CaseFollower,
    private readonly changed: ChangedCases,
    private readonly access: CaseAccess,
  ) {}

  @Query(() => CaseChanges, {
    description: 'Everything that happened to the cases you may see, oldest first, by cursor; nothing is ever skipped.',
  })
  @AllowSignedIn()
  caseChanges(
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 100, description: `At most ${MAX_PAGE}.` }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<CaseChanges> {
    return this.feed.changes(after ?? null, first, caller);
  }

  @Subscription(() => TimelineEntry, {
    description: 'What happens to one case, live; residents follow with the pickup code.',
    resolve: (entry: TimelineEntry) => entry,
  })
  @OpenToPublic()
  async caseEvents(
    @Args('number', { type: () => ID }) number: string,
    @Args('pickupCode', { type: () => String, nullable: true }) pickupCode: string | null,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor to go on from; news only without it.' })
    after: string | null,
    @CurrentCaller() caller: Caller,
    @Context() { scope }: GraphContext,
  ): Promise<AsyncGenerator<TimelineEntry>> {
    return withScope(scope, async () => {
      const found = await this.access.reporterOrVisible(number, pickupCode, caller);
      const isStaff = readsAsStaff(caller, found);
      const entries = this.follower.follow(found.number, after ?? (await this.feed.newest()), { isStaff });
      return scopedStream(currentScope(), entries);
    });
  }

  @Subscription(() => [ID], {
    description: 'Numbers of cases you may see to which something has just happened, at most every other second; ask your lists again.',
    resolve: (numbers: string[]) => numbers,
  })
  @AllowSignedIn()
  changedCases(@CurrentCaller() caller: Caller, @Context() { scope }: GraphContext): Promise<AsyncGenerator<string[]>> {
    return withScope(scope, async () => scopedStream(currentScope(), this.changed.follow((numbers) => this.feed.seenOf(numbers, caller))));
  }
}
