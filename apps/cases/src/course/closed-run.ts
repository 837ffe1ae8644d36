import type { Client } from '@temporalio/client';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import type { CarriedCourse, CaseLifecycleInput } from '@yiwang/contracts/case-flow';
import { isEngineAway } from '@yiwang/platform/engine';
import { AppError } from '@yiwang/platform/errors';

/** A case stands closed in PostgreSQL a moment before its workflow ends. */
const CLOSING_MS = 3_000;

/**
 * What a lifecycle began with and ended with: its last run's first event, and its result. Null where it runs because the
 * case has been opened again already.
 * @throws AppError ENGINE_UNAVAILABLE where it is still about to end.
 */
export async function closedRun(
  client: Client,
  workflowId: string,
): Promise<{ input: CaseLifecycleInput; course: CarriedCourse['course'] } | null> {
  const result = await resultSoon(client, workflowId);
  const input = await inputOf(client, workflowId);
  if (result !== null) return { input, course: result.course };
  if (input.carried?.reopen !== undefined) return null;
  throw new AppError('ENGINE_UNAVAILABLE');
}

async function resultSoon(client: Client, workflowId: string): Promise<CarriedCourse | null> {
  const handle = client.workflow.getHandle(workflowId);
  try {
    return (await client.connection.withDeadline(Date.now() + CLOSING_MS, () => handle.result())) as CarriedCourse;
  } catch (error) {
    if (!isEngineAway(error)) throw error;
    const { status } = await handle.describe();
    if (status.name === 'RUNNING') return null;
    throw error;
  }
}

async function inputOf(client: Client, workflowId: string): Promise<CaseLifecycleInput> {
  const { runId } = await client.workflow.getHandle(workflowId).describe();
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace: client.options.namespace,
    execution: { workflowId, runId },
    maximumPageSize: 1,
  });
  const begun = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads;
  const [input] = await decodeArrayFromPayloads(client.options.loadedDataConverter, begun);
  return input as CaseLifecycleInput;
}
