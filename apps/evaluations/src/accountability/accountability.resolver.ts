import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { scopeWithReference } from '../figures/figures.resolver.js';
import { AccountabilityService, type AccountabilityEventRow, type AccountabilityRow } from './accountability.service.js';
import {
  Accountability,
  AccountabilityEvent,
  AccountabilityFilter,
  DecideRectificationInput,
  SubmitRectificationInput,
} from './accountability.types.js';

@Resolver(() => Accountability)
export class AccountabilityResolver {
  constructor(private readonly service: AccountabilityService) {}

  @Query(() => [Accountability], { description: 'Who answers for which month, the newest month first.' })
  @AllowStaff()
  async accountabilities(
    @Args('countyCode', { type: () => ID }) countyCode: string,
    @Args('filter', { type: () => AccountabilityFilter, nullable: true }) filter: AccountabilityFilter | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<Accountability[]> {
    return (await this.service.page(countyCode, filter ?? {}, after ?? null, first, caller)).map(shown);
  }

  @Query(() => Accountability)
  @AllowStaff()
  async accountability(@Args('id', { type: () => ID }) id: string): Promise<Accountability> {
    return shown(await this.service.one(id));
  }

  @Mutation(() => Accountability, { description: '提交整改: by whoever answers for the figures.' })
  @Allow('villageOfficial', 'townCentre', 'departmentHandler')
  async submitRectification(@Args('input') input: SubmitRectificationInput, @CurrentCaller() caller: Caller): Promise<Accountability> {
    return shown(await this.service.submit(input, caller));
  }

  @Mutation(() => Accountability, { description: '验收: accepted, or given back, by the level above and never by whoever handed it in.' })
  @Allow('townCentre', 'countyCentre', 'cityCentre', 'leader', 'supervisor')
  async decideRectification(@Args('input') input: DecideRectificationInput, @CurrentCaller() caller: Caller): Promise<Accountability> {
    return shown(await this.service.accept(input, caller));
  }

  @ResolveField(() => [AccountabilityEvent], { description: 'What it went through, oldest first.' })
  async events(@Parent() { id }: Accountability, @Context() { loaders }: GraphContext): Promise<AccountabilityEvent[]> {
    const found = await loaders
      .get<AccountabilityEventRow[]>('accountability.events', (ids) => this.service.eventsOf(ids))
      .load(id);
    return (found ?? []).map(({ actorSubject, ...event }) => ({ ...event, actor: actorSubject === null ? null : { id: actorSubject } }));
  }
}

const shown = ({ scopeKind, scopeCode, ...row }: AccountabilityRow): Accountability => ({
  ...row,
  scope: scopeWithReference({ kind: scopeKind, code: scopeCode }),
  cursor: `${row.month}:${row.id}`,
});
