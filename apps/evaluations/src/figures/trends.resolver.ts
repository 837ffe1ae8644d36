import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { TrendsService } from './trends.service.js';
import { Trend, TrendsByEnum, type TrendsBy } from './trends.types.js';

@Resolver()
export class TrendsResolver {
  constructor(private readonly service: TrendsService) {}

  @Query(() => [Trend], { description: 'What a county was asked for in a month, the most first, against the month before and last year.' })
  @AllowStaff()
  trends(
    @Args('countyCode', { type: () => ID }) countyCode: string,
    @Args('month') month: string,
    @Args('by', { type: () => TrendsByEnum }) by: TrendsBy,
    @CurrentCaller() caller: Caller,
  ): Promise<Trend[]> {
    return this.service.trends(countyCode, month, by, caller);
  }
}
