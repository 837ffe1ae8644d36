import { Context, Field, Float, Int, ObjectType, Parent, ResolveField, Resolver, registerEnumType } from '@nestjs/graphql';
import type { Limit } from '@yiwang/contracts/case-flow';
import { CASE_ACTIONS, type CaseAction, type TaskAction } from '@yiwang/domain/paths';
import { enumOf, type GraphContext } from '@yiwang/platform/graphql';
import { CasesService } from './cases.service.js';
import { Task, TaskActionEnum } from '../tasks/task.types.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { TasksService } from '../tasks/tasks.service.js';
import { LimitUnitEnum } from '../work/part.input.js';
import { readsAsStaff, type ReadCase } from './case-access.js';
import { CaseActionsService, type Looked, type Standing } from './case-actions.service.js';
import type { CaseEntity } from './case.entity.js';
import { Case } from './case.types.js';

export const CaseActionEnum = enumOf(CASE_ACTIONS);
registerEnumType(CaseActionEnum, { name: 'CaseAction', description: 'What somebody can do with a case without a task of it.' });

@ObjectType({ description: 'A length of time.' })
export class LimitOfTime {
  @Field(() => Float)
  amount: number;

  @Field(() => LimitUnitEnum)
  unit: Limit['unit'];
}

@ObjectType({ description: 'How much may be asked for, by the policy that the case began with.' })
export class RequestLimits {
  @Field(() => LimitOfTime, { description: 'In the unit that the path counts in.' })
  extension: LimitOfTime;

  @Field(() => LimitOfTime, { description: 'All waiting for the resident together.' })
  pause: LimitOfTime;

  @Field(() => Int, { description: 'The latest review of a suspension, in days from now.' })
  suspensionDays: number;
}

interface Readers {
  acts: CaseActionsService;
  taskService: TasksService;
}

const FOR_STAFF = 'For those who work on it; null for anybody else.';

@Resolver(() => Case)
export class CaseActionsResolver {
  constructor(
    readonly acts: CaseActionsService,
    readonly taskService: TasksService,
  ) {}

  @ResolveField(() => [CaseActionEnum], { nullable: true, description: `What you can do with it now, beside its tasks. ${FOR_STAFF}` })
  async actions(@Parent() one: ReadCase, @Context() context: GraphContext): Promise<CaseAction[] | null> {
    if (!readsAsStaff(context.caller, one)) return null;
    return this.acts.onCase(await looked(one, this, context));
  }

  @ResolveField(() => RequestLimits, { nullable: true, description: `${FOR_STAFF} Null too before a path has it.` })
  async requestLimits(@Parent() one: ReadCase, @Context() { caller }: GraphContext): Promise<RequestLimits | null> {
    return readsAsStaff(caller, one) ? this.acts.requestLimits(one) : null;
  }
}

@Resolver(() => Task)
export class TaskActionsResolver {
  constructor(
    readonly acts: CaseActionsService,
    readonly taskService: TasksService,
    private readonly cases: CasesService,
  ) {}

  @ResolveField(() => [TaskActionEnum], { description: 'What you can do with it now; each is a mutation of the same meaning.' })
  async actions(@Parent() task: TaskEntity, @Context() context: GraphContext): Promise<TaskAction[]> {
    const one = await context.loaders.get<CaseEntity>('case', (numbers) => this.cases.manyVisible(numbers, context.caller)).load(task.caseNumber);
    return one === null ? [] : this.acts.onTask(task, await looked(one, this, context));
  }
}

const NOTHING: Standing = { holder: null, hasMeeting: false, summonedUnits: [] };

/** Read for all the cases of an answer at once. */
async function looked(one: CaseEntity, { acts, taskService }: Readers, { caller, loaders }: GraphContext): Promise<Looked> {
  const [open, standing] = await Promise.all([
    loaders.get<TaskEntity[]>('openTasks', (numbers) => taskService.openOfCases(numbers)).load(one.number),
    loaders.get<Standing>('standing', (numbers) => acts.standings(numbers)).load(one.number),
  ]);
  const newestFirst = [...(open ?? [])].sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime());
  return { one, open: newestFirst, standing: standing ?? NOTHING, caller };
}
