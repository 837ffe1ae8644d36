import type { Client } from '@temporalio/client';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import type { CaseLifecycleInput, CaseStep } from '@yiwang/contracts/case-flow';
import { QUERIES, lifecycleWorkflowId } from '@yiwang/contracts/engine';
import { mergeRuns } from '@yiwang/contracts/projection';
import { runsOf, type KeptRun } from './case-runs.js';

/** How long one workflow may take to answer; one that is not in a worker's memory is replayed for it. */
const ANSWER_LIMIT_MS = 60_000;

export interface RecordedSteps {
  /** In the order in which they were taken. */
  steps: CaseStep[];
  /** Which workflows of the case are kept from their beginning. */
  wholeWorkflows: ReadonlySet<string>;
}

/** Of `temporal.api.enums.v1.HistoryEventFilterType`. */
const CLOSE_EVENT = 2;

/** The step with which a run was ended from outside: it cannot record one any more, so the engine keeps it with the end. */
export async function endedWith(client: Client, execution: Pick<KeptRun, 'workflowId' | 'runId'>): Promise<CaseStep[]> {
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace: client.options.namespace,
    execution,
    historyEventFilterType: CLOSE_EVENT,
    maximumPageSize: 1,
  });
  const { details } = history?.events?.at(-1)?.workflowExecutionTerminatedEventAttributes ?? {};
  return (await decodeArrayFromPayloads(client.options.loadedDataConverter, details?.payloads)) as CaseStep[];
}

/** What the kept runs of a case have recorded, asked of each. @throws where a run cannot answer. */
export async function recordedSteps(client: Client, caseNumber: string, runs: readonly KeptRun[]): Promise<RecordedSteps> {
  const asked = await Promise.all(
    runs.map(async ({ workflowId, runId, startedAt, isTerminated }) => ({
      owner: workflowId === lifecycleWorkflowId(caseNumber) ? ('lifecycle' as const) : ('path' as const),
      startedAt,
      steps: await client.withDeadline(Date.now() + ANSWER_LIMIT_MS, async () => [
        ...(await client.workflow.getHandle(workflowId, runId).query<CaseStep[]>(QUERIES.recordedSteps)),
        ...(isTerminated ? await endedWith(client, { workflowId, runId }) : []),
      ]),
    })),
  );
  const kept = new Set(runs.map(({ runId }) => runId));
  const cut = new Set(runs.filter(({ firstRunId }) => !kept.has(firstRunId)).map(({ workflowId }) => workflowId));
  const wholeWorkflows = new Set(runs.map(({ workflowId }) => workflowId).filter((id) => !cut.has(id)));
  return { steps: mergeRuns(asked), wholeWorkflows };
}

/**
 * The same, less the lifecycle where its earliest kept run took over from one that the engine has forgotten, as when a
 * case closed long ago was opened again: only what that run began with tells.
 */
export async function withoutTakenOver(
  client: Client,
  caseNumber: string,
  runs: readonly KeptRun[],
  recorded: RecordedSteps,
): Promise<RecordedSteps> {
  const workflowId = lifecycleWorkflowId(caseNumber);
  const [earliest] = runs
    .filter((run) => run.workflowId === workflowId)
    .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  if (!earliest || !recorded.wholeWorkflows.has(workflowId)) return recorded;
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace: client.options.namespace,
    execution: { workflowId, runId: earliest.runId },
    maximumPageSize: 1,
  });
  const payloads = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads;
  const [input] = (await decodeArrayFromPayloads(client.options.loadedDataConverter, payloads)) as [CaseLifecycleInput?];
  if (input?.carried === undefined) return recorded;
  const wholeWorkflows = new Set([...recorded.wholeWorkflows].filter((id) => id !== workflowId));
  return { ...recorded, wholeWorkflows };
}

/** Whether every step that PostgreSQL has was recorded by a workflow that is kept whole. */
export const isWhole = ({ wholeWorkflows }: RecordedSteps, stepIds: readonly string[]): boolean =>
  stepIds.every((id) => wholeWorkflows.has(id.slice(0, id.indexOf('#'))));

/** Whether a workflow whose runs are all kept has no such step. */
export async function wasNeverKept(client: Client, caseNumber: string, workflowId: string, stepId: string): Promise<boolean> {
  const runs = (await runsOf(client, caseNumber)).filter((run) => run.workflowId === workflowId);
  const asked = await recordedSteps(client, caseNumber, runs);
  if (asked.steps.some((step) => step.stepId === stepId)) return false;
  return isWhole(await withoutTakenOver(client, caseNumber, runs, asked), [stepId]);
}
