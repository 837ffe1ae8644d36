import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Case } from '../case/case.types.js';
import { DecisionsService } from '../tasks/decisions.service.js';
import { CompleteTaskArguments, Task } from '../tasks/task.types.js';
import { SupervisionService } from './supervision.service.js';
import { AnswerReferralArguments, InstructArguments, ReclassifyArguments, SuperviseArguments } from './supervision.types.js';

@Resolver()
export class SupervisionResolver {
  constructor(
    private readonly supervision: SupervisionService,
    private readonly decisions: DecisionsService,
  ) {}

  @Mutation(() => Case, { description: 'Urges whoever holds the case, orders them to report, or moves it up.' })
  @AllowStaff()
  superviseCase(@Args('input') input: SuperviseArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.supervision.supervise(input, caller);
  }

  @Mutation(() => Task, { description: 'Feedback on a supervision order.' })
  @AllowStaff()
  answerOrder(@Args('input') input: CompleteTaskArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.decisions.answerOrder(input, caller);
  }

  @Mutation(() => Case, { description: 'An instruction from above (批示); it becomes a task.' })
  @AllowStaff()
  instruct(@Args('input') input: InstructArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.supervision.instruct(input, caller);
  }

  @Mutation(() => Case, { description: 'Another class or path (改类、改办理方式).' })
  @AllowStaff()
  reclassifyCase(@Args('input') input: ReclassifyArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.supervision.reclassify(input, caller);
  }

  @Mutation(() => Task, { description: "The city's word on a referred case." })
  @Allow('cityCentre')
  answerReferral(@Args('input') input: AnswerReferralArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.supervision.answerReferral(input, caller);
  }
}
