import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import { Case } from './case.types.js';
import { ResidentActsService } from './resident-acts.service.js';
import { AddToCaseInput, RatingAccess, UrgeCaseArguments, WithdrawCaseArguments } from './resident-acts.types.js';

@Resolver()
export class ResidentActsResolver {
  constructor(private readonly acts: ResidentActsService) {}

  @Mutation(() => Case, { description: 'Adds to a case: words, pictures. With the pickup code, or as its starter.' })
  @OpenToPublic()
  addToCase(@Args('input') input: AddToCaseInput, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.acts.add(input, caller);
  }

  @Mutation(() => Case, { description: 'Takes a case back (撤回).' })
  @OpenToPublic()
  withdrawCase(@Args('input') input: WithdrawCaseArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.acts.withdraw(input, caller);
  }

  @Mutation(() => Case, { description: 'Urges whoever holds it (群众催办), once a day, after the response or the resolution is late.' })
  @OpenToPublic()
  urgeCase(@Args('input') input: UrgeCaseArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.acts.urge(input, caller);
  }

  @Query(() => RatingAccess, { description: 'Whether you may rate a case now.' })
  @OpenToPublic()
  ratingAccess(
    @Args('caseNumber', { type: () => ID }) caseNumber: string,
    @Args('pickupCode', { type: () => String, nullable: true }) pickupCode: string | null,
    @Args('link', { type: () => String, nullable: true, description: 'Instead of the code: the token of the link that came with the answer.' })
    link: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<RatingAccess> {
    return link ? this.acts.linkAccess(caseNumber, link, caller) : this.acts.ratingAccess(caseNumber, pickupCode ?? null, caller);
  }
}
