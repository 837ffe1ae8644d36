import type { Client } from '@temporalio/client';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import type { CarriedCourse, CaseLifecycleInput } from '@yiwang/contracts/case-flow';

/**
 * What a lifecycle began with and ended with: its last run's first event, and its result. Waits for a run that is about to
 * end, as the case stands closed in PostgreSQL a moment before.
 */
export async function closedRun(
  client: Client,
  workflowId: string,
): Promise<{ input: CaseLifecycleInput; course: CarriedCourse['course'] }> {
  const { course } = (await client.workflow.getHandle(workflowId).result()) as CarriedCourse;
  const { runId } = await client.workflow.getHandle(workflowId).describe();
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace: client.options.namespace,
    execution: { workflowId, runId },
    maximumPageSize: 1,
  });
  const begun = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads;
  const [input] = await decodeArrayFromPayloads(client.options.loadedDataConverter, begun);
  return { input: input as CaseLifecycleInput, course };
}
