import { Args, Context, ID, Int, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { ancestorsOf, levelOf, parentOf, type AreaLevel } from '@yiwang/domain/areas';
import { OpenToPublic } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Area, AreaLevelEnum } from './area.types.js';
import { Today } from '../dates.js';
import { AreasService, MAX_CODES, type Population } from './areas.service.js';

/** Areas are reference data: whoever reports a matter has to be able to name its place. */
@Resolver(() => Area)
export class AreasResolver {
  constructor(
    private readonly service: AreasService,
    private readonly today: Today,
  ) {}

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
    @Args('on', { type: () => String, nullable: true, description: 'Only with `under`: as it was on that day.' })
    on: string | null,
  ): Promise<Area[]> {
    if (Boolean(codes) === Boolean(under)) {
      const expected = 'codes 与 under 须填且只填其一 / give either codes or under';
      throw new AppError('INPUT_INVALID', { field: 'codes', expected });
    }
    if (under) return this.service.under(under, level ?? null, this.today.or('on', on));
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
  async households(
    @Parent() area: Area,
    @Args('on', { type: () => String, nullable: true, description: 'YYYY-MM-DD; today, where left out.' })
    on: string | null,
    @Context() context: GraphContext,
  ): Promise<number> {
    return (await this.population(area, on, context)).households;
  }

  @ResolveField(() => Int, { description: 'People who live in it and in everything below it.' })
  async people(
    @Parent() area: Area,
    @Args('on', { type: () => String, nullable: true, description: 'YYYY-MM-DD; today, where left out.' })
    on: string | null,
    @Context() context: GraphContext,
  ): Promise<number> {
    return (await this.population(area, on, context)).people;
  }

  private async population({ code }: Area, on: string | null, { loaders }: GraphContext): Promise<Population> {
    const date = this.today.or('on', on);
    const loader = loaders.get(`area.population ${date}`, (codes) => this.service.populationsOf(codes, date));
    return (await loader.load(code)) ?? { households: 0, people: 0 };
  }

  private load(code: string, context: GraphContext): Promise<Area | null> {
    return context.loaders.get<Area>('area', (codes) => this.service.byCodes(codes)).load(code);
  }

  private async loadAll(codes: readonly string[], context: GraphContext): Promise<Area[]> {
    const found = await Promise.all(codes.map((code) => this.load(code, context)));
    return found.filter((area) => area !== null);
  }
}
