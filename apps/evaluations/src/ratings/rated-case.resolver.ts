import { Context, Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { OpenToPublic } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { RatedCase, Rating } from './rating.types.js';
import { RatingsService } from './ratings.service.js';

/** Lets a case say how it was rated. The reference is open; each field answers only to who may see the case. */
@Resolver(() => RatedCase)
export class RatedCaseResolver {
  constructor(private readonly service: RatingsService) {}

  @ResolveReference()
  @OpenToPublic()
  resolveReference(reference: { number: string }): RatedCase {
    return { number: reference.number };
  }

  @ResolveField(() => [Rating], { description: 'Oldest first; none where you may not see them.' })
  ratings(@Parent() one: RatedCase, @Context() context: GraphContext): Promise<Rating[]> {
    return this.load(one, context);
  }

  @ResolveField(() => Rating, { nullable: true, description: 'The one that counts: confirmed, of the latest round.' })
  async currentRating(@Parent() one: RatedCase, @Context() context: GraphContext): Promise<Rating | null> {
    const confirmed = (await this.load(one, context)).filter(({ state }) => state === 'confirmed');
    return confirmed.reduce<Rating | null>(
      (latest, next) => (latest && latest.round > next.round ? latest : next),
      null,
    );
  }

  private async load({ number }: RatedCase, { loaders, caller }: GraphContext): Promise<Rating[]> {
    return (
      (await loaders.get<Rating[]>('case.ratings', (numbers) => this.service.ofCases(numbers, caller)).load(number)) ??
      []
    );
  }
}
