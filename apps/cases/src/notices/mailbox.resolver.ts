import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowSignedIn, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Case } from '../case/case.types.js';
import { CasesService } from '../case/cases.service.js';
import { MAX_PAGE, MailboxService } from './mailbox.service.js';
import { Notice } from './notice.types.js';

@Resolver(() => Notice)
export class MailboxResolver {
  constructor(
    private readonly mailbox: MailboxService,
    private readonly cases: CasesService,
  ) {}

  @Query(() => [Notice], {
    name: 'mailbox',
    description: 'Messages to your positions and about the cases you reported, newest first; an administrator sees all.',
  })
  @AllowSignedIn()
  messages(
    @Args('after', { type: () => ID, nullable: true, description: 'The id of the last message you have.' }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: `At most ${MAX_PAGE}.` }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<Notice[]> {
    return this.mailbox.page(after ?? null, first, caller);
  }

  @ResolveField(() => Case, { nullable: true, name: 'case', description: 'Null where you may not see it.' })
  caseOf(@Parent() { caseNumber }: Notice, @Context() { loaders, caller }: GraphContext): Promise<Case | null> | null {
    if (caseNumber === null) return null;
    return loaders.get<Case>('case', (numbers) => this.cases.manyVisible(numbers, caller)).load(caseNumber);
  }
}
