import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@yiwang/platform/auth';
import { FactsService, MAX_CHANGES } from './facts.service.js';
import { CaseFactsPage } from './facts.types.js';

@Resolver()
export class FactsResolver {
  constructor(private readonly facts: FactsService) {}

  @Query(() => CaseFactsPage, {
    description: 'For the service that assesses: facts of every case that changed, in the order of the changes, by cursor.',
  })
  @Allow('service')
  caseFacts(
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 500, description: `Changes, at most ${MAX_CHANGES}.` }) first: number,
  ): Promise<CaseFactsPage> {
    return this.facts.changed(after ?? null, first);
  }
}
