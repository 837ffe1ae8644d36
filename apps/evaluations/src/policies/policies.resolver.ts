import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { AssessmentStanding, countyCodeOf } from '../access/standing.js';
import { AssessmentPolicies } from './assessment-policies.js';
import { AssessmentPolicy, PublishAssessmentPolicyInput } from './policy.types.js';
import { PublishPolicyService } from './publish-policy.service.js';

@Resolver(() => AssessmentPolicy)
export class PoliciesResolver {
  constructor(
    private readonly policies: AssessmentPolicies,
    private readonly standing: AssessmentStanding,
    private readonly publishing: PublishPolicyService,
  ) {}

  @Query(() => [AssessmentPolicy], { description: 'How the county weighs its figures, the newest first; the national one last.' })
  @AllowStaff()
  async assessmentPolicies(
    @Args('countyCode', { type: () => ID }) countyCode: string,
    @CurrentCaller() caller: Caller,
  ): Promise<AssessmentPolicy[]> {
    const county = countyCodeOf(countyCode);
    await this.standing.readsCounty(county, caller);
    return this.policies.ofCounty(county);
  }

  @Mutation(() => AssessmentPolicy, { description: 'Weights, thresholds and limits of a county from a date.' })
  @Allow('countyCentre', 'leader', 'administrator')
  publishAssessmentPolicy(
    @Args('input') input: PublishAssessmentPolicyInput,
    @CurrentCaller() caller: Caller,
  ): Promise<AssessmentPolicy> {
    return this.publishing.publish(input, caller);
  }
}
