import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Domain } from '../catalogue/catalogue.types.js';
import { UnitChangesService } from './unit-changes.service.js';
import { Area, ChangeUnitInput, CloseUnitInput, CreateUnitInput, Unit, UnitFilter, UnitSortEnum, type UnitSort } from './unit.types.js';
import { UnitsService } from './units.service.js';

@Resolver(() => Unit)
export class UnitsResolver {
  constructor(
    private readonly units: UnitsService,
    private readonly changes: UnitChangesService,
    private readonly catalogue: CatalogueService,
  ) {}

  @Query(() => [Unit], {
    name: 'units',
    description: 'Open units, by code unless said otherwise; `after` is the last code of the page before.',
  })
  @OpenToPublic()
  async list(
    @Args('filter', { nullable: true }) filter: UnitFilter,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @Args('sort', { type: () => UnitSortEnum, nullable: true }) sort: UnitSort | null,
  ): Promise<Unit[]> {
    if (filter?.domain != null) await this.catalogue.assertDomain(filter.domain, 'filter.domain');
    return this.units.list(filter ?? {}, { first, after: after ?? null, sort: sort ?? 'code' });
  }

  @Query(() => Unit, { nullable: true, description: 'One unit by its code.' })
  @OpenToPublic()
  unit(@Args('code', { type: () => ID }) code: string, @Context() context: GraphContext): Promise<Unit | null> {
    return this.load(code, context);
  }

  @Mutation(() => Unit, { description: 'A new unit, by the administrator of its area.' })
  @Allow('administrator')
  createUnit(@Args('input') input: CreateUnitInput, @CurrentCaller() caller: Caller): Promise<Unit> {
    return this.changes.create(input, caller);
  }

  @Mutation(() => Unit, { description: 'Another name, kind, area, place in the line, or other domains.' })
  @Allow('administrator')
  changeUnit(@Args('input') input: ChangeUnitInput, @CurrentCaller() caller: Caller): Promise<Unit> {
    return this.changes.change(input, caller);
  }

  @Mutation(() => Unit, { description: 'From that day on it takes no new task; what it has it finishes. It stays for what points to it.' })
  @Allow('administrator')
  closeUnit(@Args('input') input: CloseUnitInput, @CurrentCaller() caller: Caller): Promise<Unit> {
    return this.changes.close(input, caller);
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

  @ResolveField(() => Unit, { nullable: true, description: 'The unit above it.' })
  async parent(@Parent() unit: Unit, @Context() context: GraphContext): Promise<Unit | null> {
    return unit.parentCode ? this.load(unit.parentCode, context) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether it is given new tasks today.' })
  takesTasks(@Parent() unit: Unit): boolean {
    return this.units.takesTasks(unit);
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
