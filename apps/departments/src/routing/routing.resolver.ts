import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Category } from '../catalogue/catalogue.types.js';
import { Unit } from '../units/unit.types.js';
import { UnitsService } from '../units/units.service.js';
import { RoutingChangesService } from './routing-changes.service.js';
import { RoutingService } from './routing.service.js';
import {
  EndRoutingRuleInput,
  RecordRoutingDecisionInput,
  RoutingCandidate,
  RoutingDecision,
  RoutingFilter,
  RoutingRule,
  SetRoutingRuleInput,
} from './routing.types.js';

@Resolver(() => RoutingCandidate)
export class RoutingResolver {
  constructor(
    private readonly routing: RoutingService,
    private readonly changes: RoutingChangesService,
    private readonly units: UnitsService,
  ) {}

  @Query(() => [RoutingCandidate], { description: 'Who may answer for a category in an area, the likeliest first, each with its reasons.' })
  @AllowStaff()
  routingFor(
    @Args('category', { type: () => ID }) categoryCode: string,
    @Args('area', { type: () => ID }) areaCode: string,
    @Args('power', { type: () => ID, nullable: true, description: 'Code of a power that is needed.' }) powerCode: string | null,
    @Args('at', { type: () => String, nullable: true, description: 'YYYY-MM-DD; today where left out.' }) at: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<RoutingCandidate[]> {
    return this.routing.candidates({ categoryCode, areaCode, powerCode: powerCode ?? null, at: at ?? null }, caller);
  }

  @Query(() => [RoutingRule], { description: 'Rules with their history, the latest first; `after` is the last id of the page before.' })
  @AllowStaff()
  routingRules(
    @Args('filter') filter: RoutingFilter,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<RoutingRule[]> {
    return this.routing.rules(filter, first, after ?? null, caller);
  }

  @Query(() => [RoutingDecision], { description: 'What was decided in cases, the latest first; `after` is the last id of the page before.' })
  @AllowStaff()
  routingDecisions(
    @Args('filter') filter: RoutingFilter,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<RoutingDecision[]> {
    return this.routing.decisions(filter, first, after ?? null, caller);
  }

  @Mutation(() => RoutingRule, { description: 'From that day on this unit answers; the rule before it ends there and stays on record.' })
  @Allow('administrator', 'countyCentre')
  setRoutingRule(@Args('input') input: SetRoutingRuleInput, @CurrentCaller() caller: Caller): Promise<RoutingRule> {
    return this.changes.set(input, caller);
  }

  @Mutation(() => RoutingRule)
  @Allow('administrator', 'countyCentre')
  endRoutingRule(@Args('input') input: EndRoutingRuleInput, @CurrentCaller() caller: Caller): Promise<RoutingRule> {
    return this.changes.end(input, caller);
  }

  @Mutation(() => RoutingDecision, { description: 'What an arbitration or a dispatch decided; it weighs in later proposals.' })
  @Allow('administrator', 'countyCentre')
  recordRoutingDecision(@Args('input') input: RecordRoutingDecisionInput, @CurrentCaller() caller: Caller): Promise<RoutingDecision> {
    return this.changes.record(input, caller);
  }

  @ResolveField(() => Unit)
  unit(@Parent() { unitCode }: RoutingCandidate, @Context() { loaders }: GraphContext): Promise<Unit | null> {
    return loaders.get('unit', (codes) => this.units.byCodes(codes)).load(unitCode);
  }
}

@Resolver(() => RoutingRule)
export class RoutingRuleResolver {
  constructor(
    private readonly units: UnitsService,
    private readonly catalogue: CatalogueService,
  ) {}

  @ResolveField(() => Unit)
  unit(@Parent() { unitCode }: RoutingRule, @Context() { loaders }: GraphContext): Promise<Unit | null> {
    return loaders.get('unit', (codes) => this.units.byCodes(codes)).load(unitCode);
  }

  @ResolveField(() => Category, { nullable: true, description: 'With what lies below it; none for every category.' })
  async category(@Parent() { categoryCode }: RoutingRule, @Context() { loaders }: GraphContext): Promise<Category | null> {
    if (categoryCode === null) return null;
    return loaders.get('category', (codes) => this.catalogue.categoriesByCodes(codes)).load(categoryCode);
  }
}

@Resolver(() => RoutingDecision)
export class RoutingDecisionResolver {
  constructor(
    private readonly units: UnitsService,
    private readonly catalogue: CatalogueService,
  ) {}

  @ResolveField(() => Unit)
  unit(@Parent() { unitCode }: RoutingDecision, @Context() { loaders }: GraphContext): Promise<Unit | null> {
    return loaders.get('unit', (codes) => this.units.byCodes(codes)).load(unitCode);
  }

  @ResolveField(() => Unit, { nullable: true })
  async fromUnit(@Parent() { fromUnitCode }: RoutingDecision, @Context() { loaders }: GraphContext): Promise<Unit | null> {
    if (fromUnitCode === null) return null;
    return loaders.get('unit', (codes) => this.units.byCodes(codes)).load(fromUnitCode);
  }

  @ResolveField(() => Category, { nullable: true })
  async category(@Parent() { categoryCode }: RoutingDecision, @Context() { loaders }: GraphContext): Promise<Category | null> {
    if (categoryCode === null) return null;
    return loaders.get('category', (codes) => this.catalogue.categoriesByCodes(codes)).load(categoryCode);
  }
}
