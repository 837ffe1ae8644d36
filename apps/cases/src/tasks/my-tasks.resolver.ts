import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { MAX_PAGE, MyTasksService, cursorOf } from './my-tasks.service.js';
import type { TaskEntity } from './task.entity.js';
import { Task, TaskFilterInput } from './task.types.js';

@Resolver(() => Task)
export class MyTasksResolver {
  constructor(private readonly tasks: MyTasksService) {}

  @Query(() => [Task], { description: 'Your work: due first, and what is done newest first.' })
  @AllowStaff()
  myTasks(
    @Args('filter', { type: () => TaskFilterInput, defaultValue: {} }) filter: TaskFilterInput,
    @Args('after', { type: () => ID, nullable: true, description: 'The cursor of the last task you have, or its id.' }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: `At most ${MAX_PAGE}.` }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<Task[]> {
    return this.tasks.page(filter, after ?? null, first, caller);
  }

  @ResolveField(() => ID, { description: 'Its place in the list, for `after`: kept though it is moved or done meanwhile.' })
  cursor(@Parent() task: TaskEntity): string {
    return cursorOf(task);
  }
}
