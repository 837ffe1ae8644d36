import { Args, Context, ID, Query, ResolveReference, Resolver } from '@nestjs/graphql';
import { OpenToPublic } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Area } from './area.types.js';
import { AreasService } from './areas.service.js';

@Resolver(() => Area)
export class AreasResolver {
  constructor(private readonly areas: AreasService) {}

  @Query(() => Area, { nullable: true, description: 'One area by its code.' })
  @OpenToPublic()
  area(@Args('code', { type: () => ID }) code: string, @Context() context: GraphContext): Promise<Area | null> {
    return this.load(code, context);
  }

  @ResolveReference()
  @OpenToPublic()
  resolveReference(reference: { code: string }, context: GraphContext): Promise<Area | null> {
    return this.load(reference.code, context);
  }

  private load(code: string, context: GraphContext): Promise<Area | null> {
    return context.loaders.get<Area>('area', (codes) => this.areas.byCodes(codes)).load(code);
  }
}
