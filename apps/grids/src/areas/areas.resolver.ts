import { Args, Context, ID, Int, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { ancestorsOf, levelOf, parentOf, type AreaLevel } from '@yiwang/domain/areas';
import { OpenToPublic } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Area, AreaLevelEnum } from './area.types.js';
import { AreasService, MAX_CODES } from './areas.service.js';

/** Areas are reference data: whoever reports a matter has to be able to name its place. */
@Resolver(() => Area)
export class AreasResolver {
  constructor(private readonly service: AreasService) {}

  @Query(() => Area, { nullable: true, description: 'One area by its code.' })
  @OpenToPublic()
  area(@Args('code', { type: () => ID }) code: string, @Context() context: GraphContext): Promise<Area | null> {
    return this.load(code, context);
  }

  @Query(() => [Area], {
    description: `Areas by their codes (up to ${MAX_CODES}, unknown ones left out), or everything that lies under one.`,
  })
  @OpenToPublic()
  async areas(
    @Context() context: GraphContext,
    @Args('codes', { type: () => [ID], nullable: true }) codes: string[] | null,
    @Args('under', { type: () => ID, nullable: true }) under: string | null,
    @Args('level', { type: () => AreaLevelEnum, nullable: true, description: 'Only with `under`.' })
    level: AreaLevel | null,
  ): Promise<Area[]> {
    if (Boolean(codes) === Boolean(under)) {
      const expected = 'codes 与 under 须填且只填其一 / give either codes or under';
      throw new AppError('INPUT_INVALID', { field: 'codes', expected });
    }
    if (under) return this.service.under(under, level ?? null);
    if (codes!.length > MAX_CODES) {
      throw new AppError('INPUT_INVALID', { field: 'codes', expected: `至多 ${MAX_CODES} 个 / ${MAX_CODES} at most` });
    }
    return this.loadAll(codes!, context);
  }

  @ResolveReference()
  @OpenToPublic()
  resolveReference(reference: { code: string }, context: GraphContext): Promise<Area | null> {
    return this.load(reference.code, context);
  }

  @ResolveField(() => AreaLevelEnum)
  level(@Parent() area: Area): AreaLevel {
    return levelOf(area.code)!;
  }

  @ResolveField(() => Area, { nullable: true })
  async parent(@Parent() area: Area, @Context() context: GraphContext): Promise<Area | null> {
    const code = parentOf(area.code);
    return code === null ? null : this.load(code, context);
  }

  @ResolveField(() => [Area], { description: 'What it lies in, the widest first.' })
  ancestors(@Parent() area: Area, @Context() context: GraphContext): Promise<Area[]> {
    return this.loadAll(ancestorsOf(area.code), context);
  }

  @ResolveField(() => [Area], { description: 'The areas directly below.' })
  async children(@Parent() area: Area, @Context() context: GraphContext): Promise<Area[]> {
    const loader = context.loaders.get('area.children', (codes) => this.service.childrenOf(codes));
    return (await loader.load(area.code)) ?? [];
  }

  @ResolveField(() => Int, { description: 'Households in it and in everything below it.' })
  async households(@Parent() area: Area, @Context() context: GraphContext): Promise<number> {
    const loader = context.loaders.get('area.households', (codes) => this.service.householdsOf(codes));
    return (await loader.load(area.code)) ?? 0;
  }

  private load(code: string, context: GraphContext): Promise<Area | null> {
    return context.loaders.get<Area>('area', (codes) => this.service.byCodes(codes)).load(code);
  }

  private async loadAll(codes: readonly string[], context: GraphContext): Promise<Area[]> {
    const found = await Promise.all(codes.map((code) => this.load(code, context)));
    return found.filter((area) => area !== null);
  }
}
