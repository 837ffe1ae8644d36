import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { DecisionResult, RateCaseInput } from '@yiwang/contracts/case-flow';
import { lifecycleWorkflowId, updateIdOf } from '@yiwang/contracts/engine';
import type { ErrorCode, ErrorDetails } from '@yiwang/contracts/errors';
import { refusalOf } from '@yiwang/platform/engine';

/** `open`: nobody knows yet, so ask again with the same update id. */
export type EngineAnswer =
  | { kind: 'confirmed'; outcome: DecisionResult }
  | { kind: 'refused'; code: ErrorCode; details: ErrorDetails }
  | { kind: 'open'; cause: unknown };

/**
 * How long a person waits before the rating is left to the loop. The workflow waits until it has heard of the path's
 * answer; an engine that is not there at all is known within about a second.
 */
const ANSWER_LIMIT_MS = 12_000;

/**
 * Brings ratings to the case's workflow. Sending one again is harmless: the engine knows an Update by its id and gives
 * the first one's result. The id is the caller's key with the Update's name before it, because other Updates of the
 * same workflow take their callers' keys as ids too.
 */
export class CaseEngine {
  constructor(private readonly client: Client) {}

  async rate(caseNumber: string, input: RateCaseInput): Promise<EngineAnswer> {
    const updateId = updateIdOf('rateCase', input.actor, input.idempotencyKey);
    return this.client.connection.withDeadline(Date.now() + ANSWER_LIMIT_MS, async () => {
      const handle = this.client.workflow.getHandle(lifecycleWorkflowId(caseNumber));
      const first = await answerOf(
        handle.executeUpdate<DecisionResult, [RateCaseInput]>('rateCase', { args: [input], updateId }),
      );
      if (first.kind !== 'open' || !(first.cause instanceof WorkflowNotFoundError)) return first;
      return this.afterTheEnd(caseNumber, updateId, first);
    });
  }

  /**
   * The engine says the same of a workflow that has ended and of one it does not know. One that has ended may have done
   * so by this very rating, whose result got lost on the way.
   */
  private async afterTheEnd(caseNumber: string, updateId: string, unknown: EngineAnswer): Promise<EngineAnswer> {
    const handle = this.client.workflow.getHandle(lifecycleWorkflowId(caseNumber));
    const description = await handle.describe().catch(() => null);
    if (description === null || description.status.name === 'RUNNING') return unknown;
    const earlier = await answerOf(handle.getUpdateHandle<DecisionResult>(updateId).result());
    if (earlier.kind !== 'open') return earlier;
    return earlier.cause instanceof WorkflowNotFoundError
      ? { kind: 'refused', code: 'CASE_CLOSED', details: {} }
      : earlier;
  }
}

async function answerOf(update: Promise<DecisionResult>): Promise<EngineAnswer> {
  try {
    const { stage, round } = await update;
    return { kind: 'confirmed', outcome: { stage, round } };
  } catch (cause) {
    const refusal = refusalOf(cause);
    return refusal ? { kind: 'refused', code: refusal.code, details: refusal.details } : { kind: 'open', cause };
  }
}
