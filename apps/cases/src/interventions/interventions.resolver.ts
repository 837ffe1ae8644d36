import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { InterventionOutcome } from '@yiwang/contracts/interventions';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Case } from '../case/case.types.js';
import { CasesService } from '../case/cases.service.js';
import type { ResultPage, ResultRow } from './intervention-rows.js';
import { InterventionsService } from './interventions.service.js';
import {
  Intervention,
  InterventionInput,
  InterventionOutcomeEnum,
  InterventionPage,
  InterventionPreview,
  InterventionResult,
  InterventionResultPage,
  StartInterventionInput,
} from './interventions.types.js';
import { reportOf, shownResult } from './report.js';
import { SteeringService } from './steering.service.js';

const Overseers = () => Allow('townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader', 'administrator');

/** Stepping into many cases at once, for those who look after others' work. */
@Resolver(() => Intervention)
export class InterventionsResolver {
  constructor(
    private readonly interventions: InterventionsService,
    private readonly steering: SteeringService,
  ) {}

  @Query(() => InterventionPreview, { description: 'What would happen: which cases, whose they are, which clocks move, who is told, what is refused and why.' })
  @Overseers()
  previewIntervention(@Args('input') input: InterventionInput, @CurrentCaller() caller: Caller): Promise<InterventionPreview> {
    return this.interventions.preview(input, caller);
  }

  @Query(() => InterventionPage, { name: 'interventions', description: 'What was done to many cases at once in your area, the newest first.' })
  @Overseers()
  async interventionList(
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, nullable: true, description: 'At most 50; 20 where left out.' }) first: number | null,
    @CurrentCaller() caller: Caller,
  ): Promise<InterventionPage> {
    const { items, cursor } = await this.interventions.rows.page(after ?? null, first ?? 20);
    return { items: await Promise.all(items.map((row) => this.steering.shown(row, caller))), cursor };
  }

  @Query(() => Intervention)
  @Overseers()
  async intervention(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller): Promise<Intervention> {
    return this.steering.shown(await this.interventions.rows.one(id), caller);
  }

  @Mutation(() => Intervention, { description: 'Does to the selected cases what the preview showed; above the number of the policy it waits for a second person.' })
  @Overseers()
  async startIntervention(@Args('input') input: StartInterventionInput, @CurrentCaller() caller: Caller): Promise<Intervention> {
    return this.steering.shown(await this.interventions.start(input, caller), caller);
  }

  @Mutation(() => Intervention, { description: 'Agrees as the second person; never to one’s own.' })
  @Overseers()
  async approveIntervention(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller): Promise<Intervention> {
    return this.steering.shown(await this.steering.approve(id, caller), caller);
  }

  @Mutation(() => Intervention, { description: 'Holds it between two cases.' })
  @Overseers()
  async pauseIntervention(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller): Promise<Intervention> {
    return this.steering.shown(await this.steering.pause(id, caller), caller);
  }

  @Mutation(() => Intervention)
  @Overseers()
  async resumeIntervention(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller): Promise<Intervention> {
    return this.steering.shown(await this.steering.resume(id, caller), caller);
  }

  @Mutation(() => Intervention, { description: 'Ends it; what was done stays done.' })
  @Overseers()
  async cancelIntervention(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller): Promise<Intervention> {
    return this.steering.shown(await this.steering.cancel(id, caller), caller);
  }

  @Mutation(() => Intervention, { description: 'Takes back what was done: another intervention of the opposite kind over those cases.' })
  @Overseers()
  async undoIntervention(
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Intervention> {
    return this.steering.shown(await this.interventions.undo(id, reason, caller), caller);
  }

  @ResolveField(() => InterventionResultPage, { description: 'Case by case, in the order of their numbers.' })
  async results(
    @Parent() { id }: Intervention,
    @Args('outcome', { type: () => InterventionOutcomeEnum, nullable: true }) outcome: InterventionOutcome | null,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, nullable: true, description: 'At most 200; 50 where left out.' }) first: number | null,
    @Context() { caller, loaders }: GraphContext,
  ): Promise<{ items: Omit<InterventionResult, 'case'>[]; cursor: string | null }> {
    const wanted = { outcome: outcome ?? null, after: after ?? null, first: first ?? 50 };
    const pages = loaders.get<ResultPage>(`interventionResults ${JSON.stringify(wanted)}`, (ids) => this.interventions.rows.results(ids, wanted));
    const { items, cursor } = (await pages.load(id)) ?? { items: [], cursor: null };
    return { items: items.map((row) => shownResult(row, caller.language)), cursor };
  }

  @ResolveField(() => String, { description: 'All results as a table (CSV), in the reader’s language.' })
  async report(@Parent() { id }: Intervention, @Context() { caller, loaders }: GraphContext): Promise<string> {
    const rows = await loaders.get<ResultRow[]>('interventionReports', (ids) => this.interventions.rows.allResults(ids)).load(id);
    return reportOf(rows ?? [], caller.language);
  }
}

@Resolver(() => InterventionResult)
export class InterventionResultResolver {
  constructor(private readonly cases: CasesService) {}

  @ResolveField(() => Case, { nullable: true })
  case(@Parent() { number }: InterventionResult, @Context() { loaders, caller }: GraphContext): Promise<Case | null> {
    return loaders.get<Case>('case', (numbers) => this.cases.manyVisible(numbers, caller)).load(number);
  }
}
