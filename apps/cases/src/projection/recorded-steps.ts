import type { Client } from '@temporalio/client';
import type { CaseStep } from '@yiwang/contracts/case-flow';
import { QUERIES, lifecycleWorkflowId } from '@yiwang/contracts/engine';
import { mergeRuns } from '@yiwang/contracts/projection';
import type { KeptRun } from './case-runs.js';

/** How long one workflow may take to answer; one that is not in a worker's memory is replayed for it. */
const ANSWER_LIMIT_MS = 60_000;

export interface RecordedSteps {
  /** In the order in which they were taken. */
  steps: CaseStep[];
  /** Which workflows of the case are kept from their beginning. */
  wholeWorkflows: ReadonlySet<string>;
}

/** What the kept runs of a case have recorded, asked of each. @throws where a run cannot answer. */
export async function recordedSteps(client: Client, caseNumber: string, runs: readonly KeptRun[]): Promise<RecordedSteps> {
  const asked = await Promise.all(
    runs.map(async ({ workflowId, runId, startedAt }) => ({
      owner: workflowId === lifecycleWorkflowId(caseNumber) ? ('lifecycle' as const) : ('path' as const),
      startedAt,
      steps: await client.withDeadline(Date.now() + ANSWER_LIMIT_MS, () =>
        client.workflow.getHandle(workflowId, runId).query<CaseStep[]>(QUERIES.recordedSteps),
      ),
    })),
  );
  const kept = new Set(runs.map(({ runId }) => runId));
  const cut = new Set(runs.filter(({ firstRunId }) => !kept.has(firstRunId)).map(({ workflowId }) => workflowId));
  const wholeWorkflows = new Set(runs.map(({ workflowId }) => workflowId).filter((id) => !cut.has(id)));
  return { steps: mergeRuns(asked), wholeWorkflows };
}

/** Whether every step that PostgreSQL has was recorded by a workflow that is kept whole. */
export const isWhole = ({ wholeWorkflows }: RecordedSteps, stepIds: readonly string[]): boolean =>
  stepIds.every((id) => wholeWorkflows.has(id.slice(0, id.indexOf('#'))));
