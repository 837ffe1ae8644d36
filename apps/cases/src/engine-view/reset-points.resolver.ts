import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Client } from '@temporalio/client';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { businessAt } from '@yiwang/domain/time';
import type { ResetPoint } from '@yiwang/domain/interventions';
import { BusinessTime } from '../business-time.js';
import { CasesService } from '../case/cases.service.js';
import { caseOf } from '../projection/case-runs.js';
import { readResetPoints } from './reset-points.js';
import { CaseResetPoints, type ACTED_BY, type CaseResetPoint } from './reset-points.types.js';

const MOST_SHOWN = 50;

@Resolver()
export class ResetPointsResolver {
  constructor(
    private readonly client: Client,
    private readonly cases: CasesService,
    private readonly time: BusinessTime,
  ) {}

  @Query(() => CaseResetPoints, { description: 'To which points a workflow of a case can go back, and who has acted since: choose one with `startIntervention` of the kind `reset`.' })
  @Allow('countyCentre', 'cityCentre', 'supervisor', 'leader', 'administrator')
  async resetPoints(
    @Args('number', { type: () => ID }) number: string,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<CaseResetPoints> {
    await this.cases.one(number, caller);
    if (caseOf(workflowId) !== number) throw new AppError('CASE_NOT_FOUND', { field: 'workflowId', value: workflowId });
    const { runId, isRunning, points } = await readResetPoints(this.client, workflowId);
    return { workflowId, runId, isRunning, points: points.slice(0, MOST_SHOWN).map((point) => this.shown(point)) };
  }

  private shown({ eventId, at, after, acts }: ResetPoint): CaseResetPoint {
    return {
      ...{ eventId: String(eventId), at: this.business(at), afterType: after?.type ?? null, afterSubject: after?.subject ?? null, isSafe: acts.length === 0 },
      acts: acts.map(({ name, at: then, by: { kind, subject } }) => ({
        ...{ name, at: this.business(then), byKind: kind as (typeof ACTED_BY)[number] },
        by: kind === 'person' && subject !== null ? { id: subject } : null,
      })),
    };
  }

  private business(at: string): Date {
    return new Date(businessAt(this.time.map, Date.parse(at)));
  }
}
