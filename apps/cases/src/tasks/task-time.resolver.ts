import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { workingMinutesLeft } from '@yiwang/domain/clocks';
import { limitOfTask } from '@yiwang/domain/policies';
import type { GraphContext } from '@yiwang/platform/graphql';
import { BusinessTime } from '../business-time.js';
import { Calendars } from '../calendar/calendars.js';
import type { CaseEntity } from '../case/case.entity.js';
import { CasesService } from '../case/cases.service.js';
import { Policies } from '../policies/policies.js';
import type { TaskEntity } from './task.entity.js';
import { Task } from './task.types.js';

@Resolver(() => Task)
export class TaskTimeResolver {
  constructor(
    private readonly cases: CasesService,
    private readonly policies: Policies,
    private readonly calendars: Calendars,
    private readonly time: BusinessTime,
  ) {}

  /** By the calendar of the unit that has the task, else of its county; a case keeps to the policy that it began with. */
  @ResolveField(() => Int, {
    nullable: true,
    description: 'Minutes of working time left until dueAt, negative when late; null where its limit runs by the clock, and once it is done.',
  })
  async workingMinutesLeft(@Parent() task: TaskEntity, @Context() { loaders, caller }: GraphContext): Promise<number | null> {
    if (task.closedAt !== null) return null;
    const found = await loaders
      .get<CaseEntity>('case', (numbers) => this.cases.manyVisible(numbers, caller))
      .load(task.caseNumber);
    if (found === null) return null;
    const { countyCode, policyVersion, path } = found;
    const limit = limitOfTask(task, path, await this.policies.ofVersion(countyCode, policyVersion));
    if (limit === null) return null;
    const calendar = await this.calendars.inForce(countyCode, task.unitCode ?? undefined);
    return workingMinutesLeft(limit, new Date(task.dueAt).getTime(), this.time.now().getTime(), calendar);
  }
}
