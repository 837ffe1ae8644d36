import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Case } from '../case/case.types.js';
import { Task } from '../tasks/task.types.js';
import { WorkService } from './work.service.js';
import {
  AssignUnitsArguments,
  CancelPartArguments,
  DelegateArguments,
  PlanPartsArguments,
  ReassignTaskArguments,
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

  @Mutation(() => Case, { description: 'Takes a part back (收回): the answer does not wait for it any more.' })
  @AllowStaff()
  cancelPart(@Args('input') input: CancelPartArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.work.cancelPart(input, caller);
  }

  @Mutation(() => Case, { description: 'Gives a part, or the county’s lead, to another unit or person (改派).' })
  @AllowStaff()
  reassignTask(@Args('input') input: ReassignTaskArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.work.reassign(input, caller);
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
