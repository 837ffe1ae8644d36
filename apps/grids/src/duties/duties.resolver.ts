import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Parent, Query, ResolveField, Resolver, registerEnumType } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { enumOf, type GraphContext } from '@yiwang/platform/graphql';
import { Area } from '../areas/area.types.js';
import { AreasService } from '../areas/areas.service.js';
import { Today } from '../dates.js';
import { Jurisdiction } from '../jurisdiction.js';
import { DUTIES, DutiesService, type DutyKind } from './duties.service.js';

const DutyEnum = enumOf(DUTIES);
registerEnumType(DutyEnum, {
  name: 'GridDutyKind',
  description: '网格长, 巡查, 矛盾调解, 安全生产, 环境卫生, 政策宣传, 便民服务.',
});

@ObjectType({ description: 'What a person does in a grid.' })
export class GridDuty {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  gridCode: string;

  @Field(() => Area, { nullable: true })
  grid?: Area | null;

  @Field(() => ID, { description: "The person's subject, as identity knows it." })
  subject: string;

  @Field(() => DutyEnum)
  duty: DutyKind;

  @Field({ description: 'The first day, YYYY-MM-DD.' })
  from: string;

  @Field(() => String, { nullable: true, description: 'The first day on which it is over.' })
  to: string | null;
}

@InputType()
export class AssignDutyInput {
  @Field(() => ID)
  gridCode: string;

  @Field(() => ID)
  subject: string;

  @Field(() => DutyEnum)
  duty: DutyKind;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; today, where left out.' })
  from?: string | null;

  @Field(() => String, { nullable: true })
  to?: string | null;
}

@Resolver(() => GridDuty)
export class DutiesResolver {
  constructor(
    private readonly duties: DutiesService,
    private readonly areas: AreasService,
    private readonly jurisdiction: Jurisdiction,
    private readonly today: Today,
  ) {}

  @Query(() => [GridDuty], { description: 'Who does what in a grid on a day.' })
  @AllowStaff()
  async gridDuties(
    @Args('gridCode', { type: () => ID }) gridCode: string,
    @Args('on', { type: () => String, nullable: true, description: 'YYYY-MM-DD; today, where left out.' })
    on: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<GridDuty[]> {
    await this.jurisdiction.insistOnReading(caller, 'gridCode', gridCode);
    return (await this.duties.ofGrids([gridCode], this.today.or('on', on))).get(gridCode) ?? [];
  }

  @Query(() => [GridDuty], { description: 'Your own duties today.' })
  @AllowStaff()
  myDuties(@CurrentCaller() { subject }: Caller): Promise<GridDuty[]> {
    return this.duties.ofPerson(subject ?? '', this.today.date());
  }

  @Mutation(() => GridDuty, { description: 'Gives somebody a duty in a grid.' })
  @Allow('villageOfficial', 'townCentre', 'countyCentre', 'administrator')
  assignDuty(@Args('input') input: AssignDutyInput, @CurrentCaller() caller: Caller): Promise<GridDuty> {
    return this.duties.assign(caller, input);
  }

  @Mutation(() => GridDuty, { description: 'Ends a duty; it stays on record.' })
  @Allow('villageOfficial', 'townCentre', 'countyCentre', 'administrator')
  endDuty(
    @Args('id', { type: () => ID }) id: string,
    @Args('on', { type: () => String, nullable: true, description: 'The first day without it; today, where left out.' })
    on: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<GridDuty> {
    return this.duties.end(caller, id, on);
  }

  @ResolveField(() => Area, { nullable: true })
  grid(@Parent() { gridCode }: GridDuty, @Context() { loaders }: GraphContext): Promise<Area | null> {
    return loaders.get<Area>('area', (codes) => this.areas.byCodes(codes)).load(gridCode);
  }
}
