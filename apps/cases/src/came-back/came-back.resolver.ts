import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphContext } from '@yiwang/platform/graphql';
import { readsAsStaff, type ReadCase } from '../case/case-access.js';
import { Case } from '../case/case.types.js';
import { StuckCase } from '../stuck/stuck.types.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { Task } from '../tasks/task.types.js';
import { CameBackService, latestBack, type Turns } from './came-back.service.js';
import { CameBack, Urged } from './came-back.types.js';

const FOR_STAFF = 'For those who work on it; null for anybody else, and once it is closed.';
const URGED = 'Since whoever leads it now got it; null where it was not urged.';

const turnsOf = (number: string, { loaders }: GraphContext, service: CameBackService): Promise<Turns | null> =>
  loaders.get<Turns>('turns', (numbers) => service.ofCases(numbers)).load(number);

@Resolver(() => Case)
export class CaseTurnsResolver {
  constructor(private readonly turns: CameBackService) {}

  @ResolveField(() => Urged, { nullable: true, description: `${URGED} ${FOR_STAFF}` })
  async urged(@Parent() one: ReadCase, @Context() context: GraphContext): Promise<Urged | null> {
    return (await this.of(one, context))?.urged ?? null;
  }

  @ResolveField(() => CameBack, { nullable: true, description: `What came back last to a task that is still to be done. ${FOR_STAFF}` })
  async cameBack(@Parent() one: ReadCase, @Context() context: GraphContext): Promise<CameBack | null> {
    return latestBack(await this.of(one, context));
  }

  private of(one: ReadCase, context: GraphContext): Promise<Turns | null> {
    const isTold = readsAsStaff(context.caller, one) && one.closedAt === null;
    return isTold ? turnsOf(one.number, context, this.turns) : Promise.resolve(null);
  }
}

@Resolver(() => Task)
export class TaskTurnsResolver {
  constructor(private readonly turns: CameBackService) {}

  @ResolveField(() => Urged, { nullable: true, description: `Of its case. ${URGED} Null too once the task is done.` })
  async urged(@Parent() { caseNumber, closedAt }: TaskEntity, @Context() context: GraphContext): Promise<Urged | null> {
    return closedAt === null ? ((await turnsOf(caseNumber, context, this.turns))?.urged ?? null) : null;
  }

  @ResolveField(() => CameBack, { nullable: true, description: 'That the case, or a part of it, came back to this very task; null where it did not, and once the task is done.' })
  async cameBack(@Parent() { id, caseNumber, closedAt }: TaskEntity, @Context() context: GraphContext): Promise<CameBack | null> {
    return closedAt === null ? ((await turnsOf(caseNumber, context, this.turns))?.back.get(id) ?? null) : null;
  }
}

@Resolver(() => StuckCase)
export class StuckTurnsResolver {
  constructor(private readonly turns: CameBackService) {}

  @ResolveField(() => Urged, { nullable: true, description: URGED })
  async urged(@Parent() { number }: { number: string }, @Context() context: GraphContext): Promise<Urged | null> {
    return (await turnsOf(number, context, this.turns))?.urged ?? null;
  }

  @ResolveField(() => CameBack, { nullable: true, description: 'What came back last to a task that is still to be done; null where nothing did.' })
  async cameBack(@Parent() { number }: { number: string }, @Context() context: GraphContext): Promise<CameBack | null> {
    return latestBack(await turnsOf(number, context, this.turns));
  }
}
