import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { readsAsStaff, type ReadCase } from '../case/case-access.js';
import { Case } from '../case/case.types.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { TasksService } from '../tasks/tasks.service.js';
import type { PublicMatterEntity } from './public-matter.entity.js';
import { PublicMattersService } from './public-matters.service.js';
import { PublicMatter, PublishCaseArguments, SayTheSameArguments, UnpublishCaseArguments } from './public-matters.types.js';
import { PublicationService } from './publication.service.js';

@Resolver()
export class PublicMattersResolver {
  constructor(
    private readonly matters: PublicMattersService,
    private readonly publication: PublicationService,
  ) {}

  @Query(() => [PublicMatter], { description: 'Common matters under way in the village of a QR point, or in an area; 20 at most, the newest first.' })
  @OpenToPublic()
  publicMatters(
    @Args('code', { type: () => ID, nullable: true, description: 'Of a QR point.' }) code: string | null,
    @Args('areaCode', { type: () => ID, nullable: true, description: 'Instead: a county, a town, a village or a grid.' }) areaCode: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<PublicMatter[]> {
    return this.matters.near(code ?? null, areaCode ?? null, caller);
  }

  @Mutation(() => PublicMatter, { description: 'It is mine too (我也是): counted once for each phone or person.' })
  @OpenToPublic()
  sayTheSame(@Args('input') input: SayTheSameArguments, @CurrentCaller() caller: Caller): Promise<PublicMatter> {
    return this.matters.sayTheSame(input, caller);
  }

  @Mutation(() => Case, { description: 'Lets neighbours see a common matter under a title of its own (公开); again with another title, changes that.' })
  @AllowStaff()
  publishCase(@Args('input') input: PublishCaseArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.publication.publish(input, caller);
  }

  @Mutation(() => Case, { description: 'Neighbours see it no more (撤回公开).' })
  @AllowStaff()
  unpublishCase(@Args('input') input: UnpublishCaseArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.publication.unpublish(input, caller);
  }
}

@Resolver(() => Case)
export class CasePublicationResolver {
  constructor(
    private readonly publication: PublicationService,
    private readonly taskService: TasksService,
  ) {}

  @ResolveField(() => String, { nullable: true, description: 'Under which neighbours see it; null while they do not.' })
  async publicTitle(@Parent() one: ReadCase, @Context() context: GraphContext): Promise<string | null> {
    const matter = await this.matterOf(one, context);
    return matter?.takenBackAt === null ? matter.title : null;
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many neighbours said that it is theirs too; null if it never was public.' })
  async sameHere(@Parent() one: ReadCase, @Context() context: GraphContext): Promise<number | null> {
    return (await this.matterOf(one, context))?.sameHere ?? null;
  }

  @ResolveField(() => Boolean, { description: 'Whether you may make it public now, or change under which title it is.' })
  async mayPublish(@Parent() one: ReadCase, @Context() { caller, loaders }: GraphContext): Promise<boolean> {
    if (!readsAsStaff(caller, one)) return false;
    const open = await loaders.get<TaskEntity[]>('openTasks', (numbers) => this.taskService.openOfCases(numbers)).load(one.number);
    return this.publication.mayPublish(one, open ?? [], caller);
  }

  private matterOf({ number }: ReadCase, { loaders }: GraphContext): Promise<PublicMatterEntity | null> {
    return loaders.get<PublicMatterEntity>('publicMatter', (numbers) => this.publication.ofCases(numbers)).load(number);
  }
}
