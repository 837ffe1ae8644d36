import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Unit } from '../units/unit.types.js';
import { UnitsService } from '../units/units.service.js';
import { DutyPlanningService } from './duty-planning.service.js';
import { DutyService } from './duty.service.js';
import { DutySwapsService } from './duty-swaps.service.js';
import { AskDutySwapInput, AssignDutyShiftInput, DutyNow, DutyRota, DutyShift, DutySwap, DutySwapFilter, PlanDutyInput } from './duty.types.js';
import { datesOf } from './plan-month.js';

@Resolver(() => DutyShift)
export class DutyResolver {
  constructor(
    private readonly duty: DutyService,
    private readonly planning: DutyPlanningService,
    private readonly units: UnitsService,
  ) {}

  @Query(() => DutyNow, { description: 'Which unit of a county is on duty at this moment, and which comes next.' })
  @OpenToPublic()
  dutyNow(@Args('countyCode', { type: () => ID }) countyCode: string): Promise<DutyNow> {
    return this.duty.now(countyCode);
  }

  @Query(() => DutyRota, { description: 'Who is on duty from one day to another, both with; 92 days at most.' })
  @OpenToPublic()
  dutyRota(
    @Args('countyCode', { type: () => ID }) countyCode: string,
    @Args('from', { description: 'YYYY-MM-DD' }) from: string,
    @Args('until', { description: 'YYYY-MM-DD' }) until: string,
  ): Promise<DutyRota> {
    return this.duty.rota(countyCode, from, until);
  }

  @Mutation(() => DutyRota, { description: 'Deals out a month’s working days in turn, by the county’s working calendar.' })
  @Allow('administrator', 'countyCentre')
  async planDuty(@Args('input') input: PlanDutyInput, @CurrentCaller() caller: Caller): Promise<DutyRota> {
    const { countyCode, month } = await this.planning.plan(input, caller);
    const dates = datesOf(month);
    return this.duty.rota(countyCode, dates[0]!, dates.at(-1)!);
  }

  @Mutation(() => DutyShift, { description: 'Gives one day to a unit: to fill a gap, or when somebody drops out.' })
  @Allow('administrator', 'countyCentre')
  assignDutyShift(@Args('input') input: AssignDutyShiftInput, @CurrentCaller() caller: Caller): Promise<DutyShift> {
    return this.planning.assign(input, caller);
  }

  @ResolveField(() => Unit, { nullable: true, description: 'None: a gap.' })
  async unit(@Parent() { unitCode }: DutyShift, @Context() { loaders }: GraphContext): Promise<Unit | null> {
    return unitCode === null ? null : loaders.get('unit', (codes) => this.units.byCodes(codes)).load(unitCode);
  }
}

@Resolver(() => DutySwap)
export class DutySwapsResolver {
  constructor(
    private readonly duty: DutyService,
    private readonly swaps: DutySwapsService,
    private readonly units: UnitsService,
  ) {}

  @Query(() => [DutySwap], { description: 'The latest first; `after` is the last id of the page before.' })
  @AllowStaff()
  dutySwaps(
    @Args('filter') filter: DutySwapFilter,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<DutySwap[]> {
    return this.duty.swaps(filter, first, after ?? null, caller);
  }

  @Mutation(() => DutySwap, { description: 'By somebody of the unit whose day it is. The rota changes when the other unit agrees.' })
  @AllowStaff()
  askDutySwap(@Args('input') input: AskDutySwapInput, @CurrentCaller() caller: Caller): Promise<DutySwap> {
    return this.swaps.ask(input, caller);
  }

  @Mutation(() => DutySwap, { description: 'By somebody of the unit that was asked.' })
  @AllowStaff()
  answerDutySwap(
    @Args('id', { type: () => ID }) id: string,
    @Args('agreed') agreed: boolean,
    @CurrentCaller() caller: Caller,
  ): Promise<DutySwap> {
    return this.swaps.answer(id, agreed, caller);
  }

  @Mutation(() => DutySwap, { description: 'By somebody of the unit that asked.' })
  @AllowStaff()
  withdrawDutySwap(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller): Promise<DutySwap> {
    return this.swaps.withdraw(id, caller);
  }

  @ResolveField(() => DutyShift)
  shift(@Parent() { shiftId }: DutySwap, @Context() { loaders }: GraphContext): Promise<DutyShift | null> {
    return loaders.get('shift', (ids) => this.duty.shiftsByIds(ids)).load(shiftId);
  }

  @ResolveField(() => DutyShift)
  withShift(@Parent() { withShiftId }: DutySwap, @Context() { loaders }: GraphContext): Promise<DutyShift | null> {
    return loaders.get('shift', (ids) => this.duty.shiftsByIds(ids)).load(withShiftId);
  }

  @ResolveField(() => Unit, { name: 'askingUnit' })
  asking(@Parent() { askingUnit }: DutySwap, @Context() { loaders }: GraphContext): Promise<Unit | null> {
    return loaders.get('unit', (codes) => this.units.byCodes(codes)).load(askingUnit);
  }

  @ResolveField(() => Unit, { name: 'askedUnit' })
  asked(@Parent() { askedUnit }: DutySwap, @Context() { loaders }: GraphContext): Promise<Unit | null> {
    return loaders.get('unit', (codes) => this.units.byCodes(codes)).load(askedUnit);
  }
}
