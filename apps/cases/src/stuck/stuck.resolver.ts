import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { readsAsStaff, type ReadCase } from '../case/case-access.js';
import { Case } from '../case/case.types.js';
import { CasesService } from '../case/cases.service.js';
import { RepairsService } from './repairs.service.js';
import { RepairArguments, Repaired } from './repairs.types.js';
import { StuckService } from './stuck.service.js';
import { CaseReason, MachineState, StuckCase, StuckCasePage, StuckCount, StuckDimensionEnum, StuckFilter, type StuckDimension } from './stuck.types.js';

interface Standing {
  number: string;
  reason: CaseReason;
}

/** Why cases are not moving, for those who look after others' work. */
@Resolver(() => StuckCase)
export class StuckResolver {
  constructor(
    private readonly stuck: StuckService,
    private readonly cases: CasesService,
  ) {}

  @Query(() => StuckCasePage, { description: 'Open cases with the reason why they are not moving, the longest standing first.' })
  @Allow('townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader', 'administrator')
  stuckCases(
    @Args('filter', { type: () => StuckFilter, nullable: true }) filter: StuckFilter | null,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, nullable: true, description: 'At most 100; 50 where left out.' }) first: number | null,
    @CurrentCaller() caller: Caller,
  ): Promise<{ items: Standing[]; cursor: string | null }> {
    return this.stuck.page(filter ?? {}, after ?? null, first ?? 50, caller);
  }

  @Query(() => [StuckCount], { description: 'The same cases counted, the most first; by age the youngest first.' })
  @Allow('townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader', 'administrator')
  stuckCounts(
    @Args('by', { type: () => StuckDimensionEnum }) by: StuckDimension,
    @Args('filter', { type: () => StuckFilter, nullable: true }) filter: StuckFilter | null,
    @CurrentCaller() caller: Caller,
  ): Promise<StuckCount[]> {
    return this.stuck.counts(filter ?? {}, by, caller);
  }

  @Query(() => MachineState, { description: 'Whether engine, workers and relay are well: a banner over every list while one is not.' })
  @Allow('townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader', 'administrator')
  machineState(): Promise<MachineState> {
    return this.stuck.machine();
  }

  @ResolveField(() => Case, { nullable: true })
  case(@Parent() { number }: Standing, @Context() { loaders, caller }: GraphContext): Promise<Case | null> {
    return loaders.get<Case>('case', (numbers) => this.cases.manyVisible(numbers, caller)).load(number);
  }
}

@Resolver(() => Case)
export class CaseReasonResolver {
  constructor(private readonly stuck: StuckService) {}

  @ResolveField(() => CaseReason, { nullable: true, description: 'Why it is not moving. For those who work on it, while it is open; null for anybody else.' })
  async reason(@Parent() one: ReadCase, @Context() { caller, loaders }: GraphContext): Promise<CaseReason | null> {
    if (!readsAsStaff(caller, one)) return null;
    return loaders.get<CaseReason>('reason', (numbers) => this.stuck.ofCases(numbers)).load(one.number);
  }
}

@Resolver(() => Repaired)
export class RepairsResolver {
  constructor(
    private readonly repairs: RepairsService,
    private readonly cases: CasesService,
  ) {}

  @Mutation(() => Repaired, { description: 'Puts right what the machine does not by itself, for one case; the reason why it stands says what can be done.' })
  @Allow('townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader', 'administrator')
  repairCase(@Args('input') input: RepairArguments, @CurrentCaller() caller: Caller): Promise<Repaired> {
    return this.repairs.repair(input, caller);
  }

  @ResolveField(() => Case)
  case(@Parent() { number }: Repaired, @Context() { caller }: GraphContext): Promise<Case> {
    return this.cases.one(number, caller);
  }
}
