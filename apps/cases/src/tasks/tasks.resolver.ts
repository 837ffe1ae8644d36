import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Area, Case, Person } from '../case/case.types.js';
import { CasesService } from '../case/cases.service.js';
import { Unit } from '../desk/desk.types.js';
import { DecisionsService } from './decisions.service.js';
import {
  AcceptTaskArguments,
  CompleteTaskArguments,
  DispatchArguments,
  HandUpArguments,
  RecordContactArguments,
  Task,
  TaskReferenceInput,
} from './task.types.js';
import type { TaskEntity } from './task.entity.js';
import { TasksService } from './tasks.service.js';

@Resolver(() => Task)
export class TasksResolver {
  constructor(
    private readonly tasks: TasksService,
    private readonly decisions: DecisionsService,
    private readonly cases: CasesService,
  ) {}

  @Query(() => Task, { description: 'One task that one of your positions may take.' })
  @AllowStaff()
  async task(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller): Promise<Task> {
    return (await this.tasks.forCaller(id, caller)).task;
  }

  @Mutation(() => Task, { description: 'Takes a free task; nobody else can decide on it while you hold it.' })
  @AllowStaff()
  claimTask(@Args('input') input: TaskReferenceInput, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.tasks.claim(input, caller);
  }

  @Mutation(() => Task, { description: 'Gives a task back to everybody it is addressed to.' })
  @AllowStaff()
  releaseTask(@Args('input') input: TaskReferenceInput, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.tasks.release(input, caller);
  }

  @Mutation(() => Task, { description: 'The resident was reached: what was said. Stops the response clock.' })
  @AllowStaff()
  recordContact(@Args('input') input: RecordContactArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.tasks.recordContact(input, caller);
  }

  @Mutation(() => Task, { description: 'Takes the matter in hand (受理). Not yet an answer.' })
  @AllowStaff()
  acceptTask(@Args('input') input: AcceptTaskArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.decisions.accept(input, caller);
  }

  @Mutation(() => Task, { description: 'Answers the resident. Once per task; a repeated key changes nothing.' })
  @AllowStaff()
  completeTask(@Args('input') input: CompleteTaskArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.decisions.complete(input, caller);
  }

  @Mutation(() => Task, { description: 'Beyond this level’s powers (上报): to the next rung of the path, or to the path above it.' })
  @AllowStaff()
  handUp(@Args('input') input: HandUpArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.decisions.handUp(input, caller);
  }

  @Mutation(() => Task, { description: 'A desk says where a case belongs, or why it is not accepted.' })
  @AllowStaff()
  dispatchCase(@Args('input') input: DispatchArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.decisions.dispatch(input, caller);
  }

  @ResolveField(() => Case, { nullable: true, name: 'case' })
  caseOf(@Parent() { caseNumber }: Task, @Context() { loaders, caller }: GraphContext): Promise<Case | null> {
    return loaders.get<Case>('case', (numbers) => this.cases.manyVisible(numbers, caller)).load(caseNumber);
  }

  @ResolveField(() => String, { description: 'What the form of its kind needs, as JSON.' })
  data(@Parent() { data }: TaskEntity): string {
    return JSON.stringify(data ?? {});
  }

  @ResolveField(() => Area)
  area(@Parent() { areaCode }: Task): Area {
    return { code: areaCode };
  }

  @ResolveField(() => Person, { nullable: true })
  holder(@Parent() { holderSubject }: Task): Person | null {
    return holderSubject ? { id: holderSubject } : null;
  }

  @ResolveField(() => Unit, { nullable: true, description: 'None for what lies with an area and not with a unit.' })
  unit(@Parent() { unitCode }: Task): Unit | null {
    return unitCode ? { code: unitCode } : null;
  }
}
