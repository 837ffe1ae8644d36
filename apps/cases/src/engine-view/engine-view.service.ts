import { Injectable } from '@nestjs/common';
import { WorkflowNotFoundError, type Client, type WorkflowExecutionDescription } from '@temporalio/client';
import type { Coming } from '@yiwang/contracts/case-flow';
import { lifecycleWorkflowId, QUERIES } from '@yiwang/contracts/engine';
import type { Caller } from '@yiwang/platform/auth';
import { isEngineAway } from '@yiwang/platform/engine';
import { AppError } from '@yiwang/platform/errors';
import { pageSize } from '@yiwang/platform/graphql';
import { businessAt } from '@yiwang/domain/time';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { CasesService } from '../case/cases.service.js';
import { caseOf } from '../projection/case-runs.js';
import type { CaseEngineView, ComingRing, EngineEventPage, EngineRun, RunState } from './engine-view.types.js';
import { instantOf, kindOfFailure, readEvents, timersOf, type HistoryEvent } from './read-events.js';

/** Somebody waits before a page. */
const PATIENCE_MS = 4_000;
const MAX_PAGE = 200;
const WORKING = `select distinct workflow_id as id from task where case_number = $1 and state in ('open', 'accepted')`;

const STATES: Record<string, RunState> = {
  RUNNING: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  CONTINUED_AS_NEW: 'continuedAsNew',
  TIMED_OUT: 'timedOut',
};

/** What the engine knows of one case, for whoever looks why it stands. Nothing that residents wrote is in it. */
@Injectable()
export class EngineViewService {
  constructor(
    private readonly client: Client,
    private readonly dataSource: DataSource,
    private readonly cases: CasesService,
    private readonly time: BusinessTime,
    /** Where the engine's own console is; null where a deployment has none. */
    private readonly console: string | null,
  ) {}

  /** Its lifecycle and the paths that run. @throws AppError CASE_NOT_FOUND */
  async of(number: string, caller: Caller): Promise<CaseEngineView> {
    await this.cases.one(number, caller);
    try {
      return await this.client.withDeadline(Date.now() + PATIENCE_MS, async () => ({
        answers: true,
        runs: await this.runsOf(number),
        coming: await this.comingOf(number),
      }));
    } catch (error) {
      if (!isEngineAway(error)) throw error;
      return { answers: false, runs: [], coming: null };
    }
  }

  /**
   * The newest first. @param before id of the last event of the page before.
   * @throws AppError CASE_NOT_FOUND, also for a workflow that is not the case's or that the engine has forgotten;
   *   CURSOR_INVALID, ENGINE_UNAVAILABLE
   */
  async events(number: string, run: { workflowId: string; runId: string }, before: string | null, first: number, caller: Caller): Promise<EngineEventPage> {
    await this.cases.one(number, caller);
    if (caseOf(run.workflowId) !== number) throw new AppError('CASE_NOT_FOUND', { field: 'workflowId', value: run.workflowId });
    if (before !== null && !/^\d{1,9}$/.test(before)) throw new AppError('CURSOR_INVALID', { field: 'before' });
    const history = await this.historyOf(run);
    const end = before === null ? history.length : Number(before) - 1;
    const begin = Math.max(0, end - pageSize(first, MAX_PAGE));
    return {
      items: readEvents(history.slice(begin, end), history).reverse().map((event) => ({ ...event, at: this.business(event.at) })),
      cursor: begin === 0 ? null : String(begin + 1),
    };
  }

  private async historyOf({ workflowId, runId }: { workflowId: string; runId: string }): Promise<HistoryEvent[]> {
    try {
      const history = await this.client.withDeadline(Date.now() + PATIENCE_MS, () => this.client.workflow.getHandle(workflowId, runId).fetchHistory());
      return history.events ?? [];
    } catch (error) {
      if (isUnknown(error)) throw new AppError('CASE_NOT_FOUND', { field: 'workflowId', value: workflowId });
      throw isEngineAway(error) ? new AppError('ENGINE_UNAVAILABLE') : error;
    }
  }

  private async runsOf(number: string): Promise<EngineRun[]> {
    const lifecycle = await this.describe(lifecycleWorkflowId(number));
    const working = await this.dataSource.query<{ id: string }[]>(WORKING, [number]);
    const children = lifecycle?.raw.pendingChildren?.flatMap(({ workflowId }) => workflowId ?? []) ?? [];
    const others = new Set([...children, ...working.map(({ id }) => id)]);
    others.delete(lifecycleWorkflowId(number));
    const found = [lifecycle, ...(await Promise.all([...others].map((id) => this.describe(id))))];
    return Promise.all(found.filter((one) => one !== null).map((one) => this.runOf(one)));
  }

  /** Null where the engine knows nothing of it: not started yet, or forgotten after the time it keeps what has ended. */
  private async describe(workflowId: string): Promise<WorkflowExecutionDescription | null> {
    try {
      return await this.client.workflow.getHandle(workflowId).describe();
    } catch (error) {
      if (isUnknown(error)) return null;
      throw error;
    }
  }

  private async runOf({ workflowId, runId, type, status, startTime, closeTime, historyLength, historySize, raw, searchAttributes }: WorkflowExecutionDescription): Promise<EngineRun> {
    const isOpen = status.name === 'RUNNING';
    const timers = isOpen ? timersOf(await this.historyOf({ workflowId, runId })) : [];
    return {
      ...{ workflowId, runId, type, state: STATES[status.name] ?? 'running' },
      ...{ startedAt: this.business(startTime), closedAt: closeTime ? this.business(closeTime) : null },
      ...{ historyLength, historyBytes: historySize ?? null },
      pending: (raw.pendingActivities ?? []).map(({ activityType, attempt, lastFailure, scheduledTime, state }) => ({
        name: activityType?.name ?? '',
        attempt: attempt ?? 1,
        failure: lastFailure ? kindOfFailure(lastFailure) : null,
        nextTryAt: state === SCHEDULED && scheduledTime && (attempt ?? 1) > 1 ? this.business(instantOf(scheduledTime)) : null,
      })),
      taskAttempt: raw.pendingWorkflowTask?.attempt ?? null,
      timers: timers.map(({ id, at }) => ({ id, at: this.business(at) })),
      attributes: Object.entries(searchAttributes).map(([name, value]) => ({ name, value: [value].flat().map(written).join(', ') })),
      url: this.console && `${this.console}/namespaces/${this.client.options.namespace}/workflows/${encodeURIComponent(workflowId)}/${runId}/history`,
    };
  }

  private async comingOf(number: string): Promise<ComingRing[] | null> {
    try {
      const coming = await this.client.workflow.getHandle(lifecycleWorkflowId(number)).query<Coming[]>(QUERIES.coming);
      return coming.map(({ kind, at, taskId = null }) => ({ kind, at: new Date(at), taskId }));
    } catch {
      // No worker, a history that cannot be replayed, a run that has ended: what comes is not known, and the rest is.
      return null;
    }
  }

  private business(at: Date): Date {
    return new Date(businessAt(this.time.map, at.getTime()));
  }
}

/** PENDING_ACTIVITY_STATE_SCHEDULED */
const SCHEDULED = 1;
const NOT_FOUND = 5;
const written = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));
const isUnknown = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError || (error as { cause?: { code?: unknown }; code?: unknown } | null)?.cause?.code === NOT_FOUND || (error as { code?: unknown } | null)?.code === NOT_FOUND;
