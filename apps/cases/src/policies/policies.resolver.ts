import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { DateTime, Json } from '@yiwang/platform/graphql';
import { PolicyDraftingService } from './policy-drafting.service.js';
import { checkStored } from './policy-document.js';
import { PolicyReplayService } from './policy-replay.service.js';
import { PolicyReplay } from './policy-replay.types.js';
import { DraftPolicyInput, PolicyCheck, PolicyVersion, shownPolicy } from './policy.types.js';

@Resolver()
export class PoliciesResolver {
  constructor(
    private readonly drafting: PolicyDraftingService,
    private readonly lab: PolicyReplayService,
  ) {}

  @Query(() => [PolicyVersion], { description: "A county's policies and those of the field, the newest first." })
  @AllowStaff()
  async policies(@Args('countyCode') countyCode: string, @CurrentCaller() caller: Caller): Promise<PolicyVersion[]> {
    return (await this.drafting.all(countyCode, caller)).map(shownPolicy);
  }

  @Query(() => PolicyVersion, { nullable: true })
  @AllowStaff()
  async policy(
    @Args('countyCode') countyCode: string,
    @Args('version', { type: () => Int }) version: number,
    @CurrentCaller() caller: Caller,
  ): Promise<PolicyVersion | null> {
    const row = await this.drafting.one(countyCode, version, caller);
    return row && shownPolicy(row);
  }

  @Query(() => PolicyCheck, { description: 'What would keep these rules from being published; nothing is kept.' })
  @AllowStaff()
  checkPolicy(@Args('rules', { type: () => Json, description: 'A whole set or a part of one.' }) rules: unknown): PolicyCheck {
    const checked = checkStored(rules);
    return checked.ok ? { rules: checked.rules, problems: [] } : { rules: null, problems: checked.problems };
  }

  @Query(() => PolicyReplay, { description: 'Past cases under a version: which would take another path or deadline. Nothing is changed.' })
  @Allow('administrator')
  replayPolicy(
    @Args('countyCode') countyCode: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('from', { type: () => DateTime, nullable: true, description: '30 days before `to` where left out.' }) from: Date | null,
    @Args('to', { type: () => DateTime, nullable: true, description: 'Now where left out.' }) to: Date | null,
    @Args('first', { type: () => Int, defaultValue: 200, description: 'How many differences to list, at most 1,000.' }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<PolicyReplay> {
    return this.lab.replay({ countyCode, version, from: from ?? null, to: to ?? null, first }, caller);
  }

  @Mutation(() => PolicyVersion, { description: 'Keeps a draft, right or wrong; its problems say what keeps it from being published.' })
  @Allow('administrator')
  async draftPolicy(@Args('input') input: DraftPolicyInput, @CurrentCaller() caller: Caller): Promise<PolicyVersion> {
    return shownPolicy(await this.drafting.draft(input, caller));
  }

  @Mutation(() => PolicyVersion, { description: 'Puts a draft in force; it is never changed again. Running cases stay on theirs.' })
  @Allow('administrator')
  async publishPolicy(
    @Args('countyCode') countyCode: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('inForceFrom', { type: () => DateTime, nullable: true, description: 'Now where left out.' }) inForceFrom: Date | null,
    @CurrentCaller() caller: Caller,
  ): Promise<PolicyVersion> {
    return shownPolicy(await this.drafting.publish(countyCode, version, inForceFrom ?? null, caller));
  }

  @Mutation(() => PolicyVersion)
  @Allow('administrator')
  async withdrawPolicyDraft(
    @Args('countyCode') countyCode: string,
    @Args('version', { type: () => Int }) version: number,
    @CurrentCaller() caller: Caller,
  ): Promise<PolicyVersion> {
    return shownPolicy(await this.drafting.withdraw(countyCode, version, caller));
  }
}
