import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { CaseReasonArguments } from '../approvals/approvals.types.js';
import { Case } from '../case/case.types.js';
import { SameEventService } from './same-event.service.js';
import { MergeArguments } from './same-event.types.js';

@Resolver()
export class SameEventResolver {
  constructor(private readonly sameEvent: SameEventService) {}

  @Mutation(() => Case, { description: 'The same event as another case (并案): answered with it. Repeat it after a failure.' })
  @AllowStaff()
  mergeCase(@Args('input') input: MergeArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.sameEvent.merge(input, caller);
  }

  @Mutation(() => Case, { description: 'Not the same event after all: the case goes its own way again.' })
  @AllowStaff()
  separateCase(@Args('input') input: CaseReasonArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.sameEvent.separate(input, caller);
  }
}
