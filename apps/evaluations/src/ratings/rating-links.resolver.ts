import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import { RateByLinkInput, RatingLink } from './rating-link.types.js';
import { RatingLinksService } from './rating-links.service.js';
import { RateCaseResult } from './rating.types.js';
import { ratedResult } from './ratings.resolver.js';

@Resolver()
export class RatingLinksResolver {
  constructor(private readonly service: RatingLinksService) {}

  @Mutation(() => RatingLink, { description: 'A link for the resident of an answered case; each works once.' })
  @Allow('service', 'countyCentre')
  issueRatingLink(@Args('caseNumber', { type: () => ID }) caseNumber: string, @CurrentCaller() caller: Caller): Promise<RatingLink> {
    return this.service.issue(caseNumber.trim(), caller);
  }

  @Mutation(() => RateCaseResult, { description: 'Rates the answer by the link that the resident was sent.' })
  @OpenToPublic()
  async rateByLink(@Args('input') input: RateByLinkInput, @CurrentCaller() caller: Caller): Promise<RateCaseResult> {
    return ratedResult(await this.service.rate(input, caller), caller);
  }
}
