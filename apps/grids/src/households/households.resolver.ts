import { Args, Context, Field, ID, InputType, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Area } from '../areas/area.types.js';
import { AreasService } from '../areas/areas.service.js';
import { HouseholdsService, MAX_PAGE } from './households.service.js';

@ObjectType({ description: 'A door of a grid, without names.' })
export class Household {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  gridCode: string;

  @Field(() => Area, { nullable: true })
  grid?: Area | null;

  @Field({ description: 'Such as 3号楼; empty for a house.' })
  building: string;

  @Field({ description: 'Such as 2单元301 or 17号.' })
  door: string;

  @Field(() => Int, { description: 'How many live there.' })
  people: number;
}

@ObjectType()
export class HouseholdPage {
  @Field(() => [Household])
  items: Household[];

  @Field(() => String, { nullable: true, description: 'For `after` of the next page; null on the last one.' })
  endCursor: string | null;
}

@InputType()
export class PutHouseholdInput {
  @Field(() => ID, { nullable: true, description: 'Left out: a new one.' })
  id?: string | null;

  @Field(() => ID)
  gridCode: string;

  @Field(() => String, { nullable: true })
  building?: string | null;

  @Field()
  door: string;

  @Field(() => Int)
  people: number;
}

@Resolver(() => Household)
export class HouseholdsResolver {
  constructor(
    private readonly service: HouseholdsService,
    private readonly areas: AreasService,
  ) {}

  @Query(() => HouseholdPage, { description: 'The households of an area, by grid; or those whose door holds these characters.' })
  @AllowStaff()
  households(
    @Args('under', { type: () => ID }) under: string,
    @Args('search', { type: () => String, nullable: true, description: 'Any part of building and door, such as 3号楼.' })
    search: string | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: `At most ${MAX_PAGE}.` }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<HouseholdPage> {
    return this.service.page(caller, under, search ?? '', after ?? null, first);
  }

  @Mutation(() => Household, { description: 'Enters a household, or changes the one of that id.' })
  @AllowStaff()
  putHousehold(@Args('input') input: PutHouseholdInput, @CurrentCaller() caller: Caller): Promise<Household> {
    return this.service.put(caller, input);
  }

  @Mutation(() => Household, { description: 'A household that is no more: it is not counted from today on.' })
  @AllowStaff()
  endHousehold(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller): Promise<Household> {
    return this.service.end(caller, id);
  }

  @ResolveField(() => Area, { nullable: true })
  grid(@Parent() { gridCode }: Household, @Context() { loaders }: GraphContext): Promise<Area | null> {
    return loaders.get<Area>('area', (codes) => this.areas.byCodes(codes)).load(gridCode);
  }
}
