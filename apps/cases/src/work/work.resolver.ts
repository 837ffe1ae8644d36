import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Task } from '../tasks/task.types.js';
import { WorkService } from './work.service.js';
import {
  AssignUnitsArguments,
  DelegateArguments,
  PlanPartsArguments,
  ReturnTaskArguments,
  VerifyTaskArguments,
} from './work.types.js';

@Resolver()
export class WorkResolver {
  constructor(private readonly work: WorkService) {}

  @Mutation(() => Task, { description: 'Gives the case to a tier below (交办), under that path’s limit.' })
  @AllowStaff()
  delegateTask(@Args('input') input: DelegateArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.work.delegate(input, caller);
  }

  @Mutation(() => Task, { description: 'Plans parallel parts; the lead answers once they are done.' })
  @AllowStaff()
  planParts(@Args('input') input: PlanPartsArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.work.plan(input, caller);
  }

  @Mutation(() => Task, { description: 'The county names who leads and who assists; also its word on a return.' })
  @AllowStaff()
  assignUnits(@Args('input') input: AssignUnitsArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.work.assign(input, caller);
  }

  @Mutation(() => Task, { description: 'Not ours (退回): whose it is, and on which legal ground. The clock runs on.' })
  @AllowStaff()
  returnTask(@Args('input') input: ReturnTaskArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.work.giveBack(input, caller);
  }

  @Mutation(() => Task, { description: 'What was found on site, by somebody who did not handle it (核查).' })
  @AllowStaff()
  verifyTask(@Args('input') input: VerifyTaskArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.work.verify(input, caller);
  }
}
