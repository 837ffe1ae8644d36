import { Args, Context, ID, Int, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { OpenToPublic } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Domain } from '../catalogue/catalogue.types.js';
import { Area, Unit, UnitFilter } from './unit.types.js';
import { UnitsService } from './units.service.js';

@Resolver(() => Unit)
export class UnitsResolver {
  constructor(
    private readonly units: UnitsService,
    private readonly catalogue: CatalogueService,
  ) {}

  @Query(() => [Unit], {
    name: 'units',
    description: 'Units in the order of their codes; `after` is the last code of the page before.',
  })
  @OpenToPublic()
  async list(
    @Args('filter', { nullable: true }) filter: UnitFilter,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
  ): Promise<Unit[]> {
    if (filter?.domain != null) await this.catalogue.assertDomain(filter.domain, 'filter.domain');
    return this.units.list(filter ?? {}, first, after ?? null);
  }

  @Query(() => Unit, { nullable: true, description: 'One unit by its code.' })
  @OpenToPublic()
  unit(@Args('code', { type: () => ID }) code: string, @Context() context: GraphContext): Promise<Unit | null> {
    return this.load(code, context);
  }

  @ResolveReference()
  @OpenToPublic()
  resolveReference(reference: { code: string }, context: GraphContext): Promise<Unit | null> {
    return this.load(reference.code, context);
  }

  @ResolveField(() => Area)
  area(@Parent() unit: Unit): Area {
    return { code: unit.areaCode };
  }

  @ResolveField(() => [Domain], { description: 'The domains it answers for.' })
  async domains(@Parent() unit: Unit, @Context() { loaders }: GraphContext): Promise<Domain[]> {
    const codes = await loaders.get('domains of units', (units) => this.units.domainCodesOf(units)).load(unit.code);
    const domains = loaders.get('domain', (keys) => this.catalogue.domainsByCodes(keys));
    const found = await Promise.all((codes ?? []).map((code) => domains.load(code)));
    return found.filter((domain) => domain !== null).sort((a, b) => a.number - b.number);
  }

  private load(code: string, { loaders }: GraphContext): Promise<Unit | null> {
    return loaders.get('unit', (codes) => this.units.byCodes(codes)).load(code);
  }
}
