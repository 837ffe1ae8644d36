import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowSignedIn } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Unit } from '../units/unit.types.js';
import { UnitsService } from '../units/units.service.js';
import { CatalogueService } from './catalogue.service.js';
import { Domain, Power, PowerFilter } from './catalogue.types.js';

@Resolver(() => Power)
export class PowersResolver {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly units: UnitsService,
  ) {}

  @Query(() => [Power], {
    description: 'Powers by county and code; `after` is the last id of the page before.',
  })
  @AllowSignedIn()
  powers(
    @Args('filter', { nullable: true }) filter: PowerFilter,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
  ): Promise<Power[]> {
    return this.catalogue.powers(filter ?? {}, first, after ?? null);
  }

  @ResolveField(() => ID, { description: 'County and code: counties give codes of their own.' })
  id(@Parent() { countyCode, code }: Power): string {
    return `${countyCode}/${code}`;
  }

  @ResolveField(() => Domain)
  domain(@Parent() power: Power, @Context() { loaders }: GraphContext): Promise<Domain | null> {
    return loaders.get('domain', (codes) => this.catalogue.domainsByCodes(codes)).load(power.domainCode);
  }

  @ResolveField(() => Unit, { nullable: true, description: 'The unit that leads where this power is needed.' })
  async leadUnit(@Parent() power: Power, @Context() { loaders }: GraphContext): Promise<Unit | null> {
    if (power.leadUnitCode === null) return null;
    return loaders.get('unit', (codes) => this.units.byCodes(codes)).load(power.leadUnitCode);
  }
}
