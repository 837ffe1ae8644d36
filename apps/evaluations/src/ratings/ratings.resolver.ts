import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '@yiwang/contracts/errors';
import { AllowSignedIn, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import { RateCaseService } from './rate-case.service.js';
import type { RatingEntity } from './rating.entity.js';
import { RateCaseInput, RateCaseResult, RatedCase, Rating } from './rating.types.js';
import { RatingsService } from './ratings.service.js';

const MESSAGES: Record<'pending' | 'confirmed', Record<Language, string>> = {
  pending: {
    zh: '您的评价已记录，流程恢复后自动生效，无需重复提交',
    en: 'Your rating is recorded and will be applied once the workflow answers; there is no need to send it again',
  },
  confirmed: { zh: '您的评价已生效，谢谢', en: 'Your rating counts; thank you' },
};

@Resolver(() => Rating)
export class RatingsResolver {
  constructor(
    private readonly rateCaseService: RateCaseService,
    private readonly service: RatingsService,
  ) {}

  @Mutation(() => RateCaseResult, {
    description: 'Rates the answer to a case that you reported; without an account, with its pickup code.',
  })
  @OpenToPublic()
  async rateCase(@Args('input') input: RateCaseInput, @CurrentCaller() caller: Caller): Promise<RateCaseResult> {
    return ratedResult(await this.rateCaseService.rate(input, caller), caller);
  }

  @Query(() => [Rating], { description: 'The ratings of a case that you may see, oldest first.' })
  @AllowSignedIn()
  ratings(
    @Args('caseNumber', { type: () => ID }) caseNumber: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Rating[]> {
    return this.service.ofCase(caseNumber, caller);
  }

  @ResolveField(() => RatedCase)
  case(@Parent() { caseNumber }: Rating): RatedCase {
    return { number: caseNumber };
  }
}

/** How a rating was taken, however it came. */
export const ratedResult = (rating: RatingEntity, { language }: Caller): RateCaseResult => ({
  rating,
  state: rating.state,
  stage: rating.outcomeStage,
  round: rating.outcomeRound,
  message: MESSAGES[rating.state === 'pending' ? 'pending' : 'confirmed'][language],
});
