import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { EngineViewService } from './engine-view.service.js';
import { CaseEngineView, EngineEventPage } from './engine-view.types.js';

/** Who looks after why cases do not move; the centres of towns and of the county see the reason, and have no need of the engine. */
const LOOK_INSIDE = ['cityCentre', 'supervisor', 'leader', 'administrator'] as const;

@Resolver()
export class EngineViewResolver {
  constructor(private readonly engine: EngineViewService) {}

  @Query(() => CaseEngineView, { description: 'The workflows of a case as the engine knows them, and what happens to it if nobody does anything.' })
  @Allow(...LOOK_INSIDE)
  caseEngine(@Args('number', { type: () => ID }) number: string, @CurrentCaller() caller: Caller): Promise<CaseEngineView> {
    return this.engine.of(number, caller);
  }

  @Query(() => EngineEventPage, { description: 'The history of one workflow of a case, the newest first.' })
  @Allow(...LOOK_INSIDE)
  engineEvents(
    @Args('number', { type: () => ID }) number: string,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('runId', { type: () => ID }) runId: string,
    @Args('before', { type: () => ID, nullable: true }) before: string | null,
    @Args('first', { type: () => Int, nullable: true, description: 'At most 200; 50 where left out.' }) first: number | null,
    @CurrentCaller() caller: Caller,
  ): Promise<EngineEventPage> {
    return this.engine.events(number, { workflowId, runId }, before ?? null, first ?? 50, caller);
  }
}
