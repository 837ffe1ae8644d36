import { ServiceError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { WORKFLOWS } from '@yiwang/contracts/case-flow';
import { lifecycleWorkflowId } from '@yiwang/contracts/engine';

/** One run of a workflow of a case that the engine still keeps. */
export interface KeptRun {
  workflowId: string;
  runId: string;
  /** The run that it began with, before it continued as new. */
  firstRunId: string;
  startedAt: string;
  isOpen: boolean;
  /** It was ended from outside. */
  isTerminated: boolean;
}

const UNIMPLEMENTED = 12;
const TYPES = Object.values(WORKFLOWS)
  .map((name) => `'${name}'`)
  .join(', ');

/** The case of a workflow: its id, or the part before the first slash. */
export const caseOf = (workflowId: string): string => workflowId.split('/', 1)[0] as string;

/** Every run of a case workflow that the engine's list shows, by case. The list may lag a second behind. */
export async function listAllRuns(client: Client): Promise<Map<string, KeptRun[]> | null> {
  return list(client, `WorkflowType IN (${TYPES})`);
}

/**
 * The runs of one case: by the engine's list, which alone knows a closed case that was opened again, and by its
 * histories, which do not lag and name every child.
 */
export async function runsOf(client: Client, caseNumber: string): Promise<KeptRun[]> {
  const id = caseNumber.replaceAll("'", '');
  const listed = await list(client, `WorkflowId = '${id}' OR WorkflowId STARTS_WITH '${id}/'`);
  const runs = new Map((listed?.get(caseNumber) ?? []).map((run) => [run.runId, run]));
  for (const run of await walk(client, lifecycleWorkflowId(caseNumber))) runs.set(run.runId, run);
  return withoutLeft([...runs.values()]);
}

/**
 * Less the runs that were left when their workflow went back to a point: the next one begins with the same history, and
 * what the old one did after it stands no more. A run that is ended from outside is followed by nothing else.
 */
export function withoutLeft(runs: readonly KeptRun[]): KeptRun[] {
  const left = new Set(
    runs.flatMap((run) => {
      const isFollowed = runs.some(({ workflowId, startedAt }) => workflowId === run.workflowId && Date.parse(startedAt) > Date.parse(run.startedAt));
      return run.isTerminated && isFollowed ? [run.runId] : [];
    }),
  );
  return runs.flatMap((run) => (left.has(run.runId) ? [] : [left.has(run.firstRunId) ? { ...run, firstRunId: run.runId } : run]));
}

/** Null where the server keeps no list, as the one for tests. */
async function list(client: Client, query: string): Promise<Map<string, KeptRun[]> | null> {
  const byCase = new Map<string, KeptRun[]>();
  try {
    for await (const { workflowId, runId, startTime, status, raw } of client.workflow.list({ query, pageSize: 1000 })) {
      const run = {
        ...{ workflowId, runId, startedAt: startTime.toISOString(), isOpen: status.name === 'RUNNING', isTerminated: status.name === 'TERMINATED' },
        firstRunId: raw.firstRunId || runId,
      };
      const known = byCase.get(caseOf(workflowId));
      if (known) known.push(run);
      else byCase.set(caseOf(workflowId), [run]);
    }
  } catch (error) {
    const cause = error instanceof ServiceError ? error.cause : error;
    if ((cause as { code?: unknown } | undefined)?.code === UNIMPLEMENTED) return null;
    throw error;
  }
  for (const [number, runs] of byCase) byCase.set(number, withoutLeft(runs));
  return byCase;
}

/** The newest run of a workflow, those it continued, and the same of every child that one of them started. */
async function walk(client: Client, workflowId: string): Promise<KeptRun[]> {
  const runs: KeptRun[] = [];
  const children = new Set<string>();
  let runId: string | undefined;
  do {
    const handle = client.workflow.getHandle(workflowId, runId);
    const found = await forgiving(async () => ({ about: await handle.describe(), history: await handle.fetchHistory() }));
    if (!found) break;
    const { about, history } = found;
    const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    runs.push({
      ...{ workflowId, runId: about.runId, startedAt: about.startTime.toISOString() },
      ...{ isOpen: about.status.name === 'RUNNING', isTerminated: about.status.name === 'TERMINATED' },
      // A run that went back to a point names the one it was made from, whose history it has; what it continued it names too.
      firstRunId: (started?.continuedExecutionRunId && started.firstExecutionRunId) || about.runId,
    });
    for (const { startChildWorkflowExecutionInitiatedEventAttributes: child } of history.events ?? [])
      if (child?.workflowId) children.add(child.workflowId);
    runId = started?.continuedExecutionRunId || undefined;
  } while (runId !== undefined);
  for (const child of children) runs.push(...(await walk(client, child)));
  return runs;
}

/** Null where the engine knows no such run. */
async function forgiving<T>(question: () => Promise<T>): Promise<T | null> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
