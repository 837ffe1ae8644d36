import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  Client,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
} from '@temporalio/client';
import {
  LIFECYCLE_SINCE,
  SIGNALS,
  UPDATES,
  WORKFLOWS,
  type CarriedCourse,
  type DecisionResult,
  type UpdateInputs,
  type UpdateName,
} from '@yiwang/contracts/case-flow';
import { TASK_QUEUES, lifecycleWorkflowId, updateIdOf } from '@yiwang/contracts/engine';
import { engineError, isEngineAway } from '@yiwang/platform/engine';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { mayReopen } from '@yiwang/domain/paths';
import { policyOf } from '@yiwang/domain/policies';
import { wasNeverKept } from '../projection/recorded-steps.js';
import { closedRun } from './closed-run.js';
import { attributesOf } from './lifecycle-attributes.js';
import { summaryOf } from './lifecycle-summary.js';

/** How long a person waits for a decision to be taken and recorded, in milliseconds. */
const PATIENCE_MS = 15_000;
const FAILED_PRECONDITION = 9;
/** A workflow hears of something within about ten minutes, or not from this process. */
const TELL_TIMES = 12;
const TELL_AGAIN_MS = 1_000;
const TELL_AGAIN_AT_MOST_MS = 60_000;

/** Brings people's decisions to the workflow that owns the step, and its refusals back. */
@Injectable()
export class CaseEngine implements OnApplicationShutdown {
  private readonly logger = new Logger('CaseEngine');

  constructor(private readonly client: Client) {}

  /** The connection is this service's own and ends with it. */
  async onApplicationShutdown(): Promise<void> {
    await this.client.connection.close();
  }

  /**
   * Returns once the decision is recorded. Who decides what with which key is the update's id, so a repeated call gets
   * the first one's result; that also makes it safe to ask again when the engine loses an answer on the way.
   * @throws AppError the workflow's refusal; CASE_NOT_STARTED, CASE_CLOSED, TASK_CLOSED or ENGINE_UNAVAILABLE.
   */
  async decide<N extends UpdateName>(
    name: N,
    where: { caseNumber: string; workflowId: string },
    input: UpdateInputs[N],
  ): Promise<DecisionResult> {
    const isLifecycle = UPDATES[name] === 'lifecycle';
    const workflowId = isLifecycle ? lifecycleWorkflowId(where.caseNumber) : where.workflowId;
    const updateId = updateIdOf(name, input.actor, input.idempotencyKey);
    const handle = this.client.workflow.getHandle(workflowId);
    const deadline = Date.now() + PATIENCE_MS;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.client.connection.withDeadline(deadline, () =>
          handle.executeUpdate<DecisionResult, [UpdateInputs[N]]>(name, { args: [input], updateId }),
        );
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) throw await this.absent(workflowId, isLifecycle);
        if (attempt < 3 && Date.now() < deadline && isLost(error)) continue;
        throw engineError(error);
      }
    }
  }

  /**
   * Whether a step that PostgreSQL has is one that its workflow never kept. False also where the engine has forgotten too
   * much to tell: then PostgreSQL is all there is.
   * @throws AppError ENGINE_UNAVAILABLE
   */
  async hasLost(caseNumber: string, workflowId: string, stepId: string): Promise<boolean> {
    try {
      return await this.client.connection.withDeadline(Date.now() + PATIENCE_MS, () =>
        wasNeverKept(this.client, caseNumber, workflowId, stepId),
      );
    } catch (error) {
      throw engineError(error);
    }
  }

  /**
   * The resident has added something: a pause that waits for that ends. Not waited for; it is tried again while the engine
   * is away, and being told twice does no harm. A pause ends by itself all the same.
   */
  tellResidentAdded(caseNumber: string, attempt = 1): void {
    const handle = this.client.workflow.getHandle(lifecycleWorkflowId(caseNumber));
    handle.signal(SIGNALS.residentAdded).catch((error: unknown) => {
      if (error instanceof WorkflowNotFoundError || attempt >= TELL_TIMES) {
        this.logger.warn(`${caseNumber} was not told that its resident added something: ${String(error)}`);
        return;
      }
      const restMs = Math.min(TELL_AGAIN_MS * 2 ** attempt, TELL_AGAIN_AT_MOST_MS);
      setTimeout(() => this.tellResidentAdded(caseNumber, attempt + 1), restMs).unref();
    });
  }

  /**
   * Opens a closed case again: the lifecycle starts anew under the same id, with what its last run knew. Once at a time;
   * where it runs already, as after a repeated call, nothing is started.
   * @throws AppError ROUNDS_EXHAUSTED, CASE_CLOSED where the engine has forgotten the closed run, ENGINE_UNAVAILABLE.
   */
  async reopen(caseNumber: string, reopen: NonNullable<CarriedCourse['reopen']>): Promise<void> {
    const workflowId = lifecycleWorkflowId(caseNumber);
    try {
      const closed = await closedRun(this.client, workflowId);
      if (closed === null) return;
      const { input, course } = closed;
      orThrow(mayReopen(Number(course.round), policyOf(input.policy).rounds.most, reopen.role));
      await this.client.withDeadline(Date.now() + PATIENCE_MS, () =>
        this.client.workflow.start(WORKFLOWS.caseLifecycle, {
          workflowId,
          taskQueue: TASK_QUEUES.cases,
          args: [{ ...input, since: LIFECYCLE_SINCE, carried: { course, reopen } }],
          workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
          typedSearchAttributes: attributesOf(input),
          ...summaryOf(input),
        }),
      );
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return;
      if (error instanceof WorkflowNotFoundError) throw new AppError('CASE_CLOSED');
      throw engineError(error);
    }
  }

  /** The engine says the same of a workflow that has ended and of one that has not begun. */
  private async absent(workflowId: string, isLifecycle: boolean): Promise<AppError> {
    try {
      await this.client.workflow.getHandle(workflowId).describe();
      return new AppError(isLifecycle ? 'CASE_CLOSED' : 'TASK_CLOSED');
    } catch (error) {
      return new AppError(isEngineAway(error) ? 'ENGINE_UNAVAILABLE' : 'CASE_NOT_STARTED');
    }
  }
}

/** The step may be recorded although the engine forgot the update, as when a worker stops in the middle of it. */
function isLost(error: unknown): boolean {
  const cause = error instanceof ServiceError ? error.cause : error;
  return (cause as { code?: unknown } | undefined)?.code === FAILED_PRECONDITION;
}
