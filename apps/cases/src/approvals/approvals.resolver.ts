import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Case } from '../case/case.types.js';
import { Task } from '../tasks/task.types.js';
import { ApprovalsService } from './approvals.service.js';
import { CaseReasonArguments, DecideApprovalArguments, RequestApprovalArguments } from './approvals.types.js';

@Resolver()
export class ApprovalsResolver {
  constructor(private readonly approvals: ApprovalsService) {}

  @Mutation(() => Task, { description: 'Asks the level above for more time, a pause, a suspension or the referral to the city.' })
  @AllowStaff()
  requestApproval(@Args('input') input: RequestApprovalArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.approvals.request(input, caller);
  }

  @Mutation(() => Task, { description: 'Decides on what was asked for; nobody on their own request.' })
  @AllowStaff()
  decideApproval(@Args('input') input: DecideApprovalArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.approvals.decide(input, caller);
  }

  @Mutation(() => Case, { description: 'Ends a pause or a suspension before its time.' })
  @AllowStaff()
  resumeCase(@Args('input') input: CaseReasonArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.approvals.resume(input, caller);
  }
}
