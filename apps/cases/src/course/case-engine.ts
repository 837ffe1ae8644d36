import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client, ServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { UPDATES, type DecisionResult, type UpdateInputs, type UpdateName } from '@yiwang/contracts/case-flow';
import { lifecycleWorkflowId, updateIdOf } from '@yiwang/contracts/engine';
import { engineError, isEngineAway } from '@yiwang/platform/engine';
import { AppError } from '@yiwang/platform/errors';

/** How long a person waits for a decision to be taken and recorded, in milliseconds. */
const PATIENCE_MS = 15_000;
const FAILED_PRECONDITION = 9;

/** Brings people's decisions to the workflow that owns the step, and its refusals back. */
@Injectable()
export class CaseEngine implements OnApplicationShutdown {
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
