import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy, type Client } from '@temporalio/client';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { INTERVENTION_WORKFLOW, interventionWorkflowId, type BulkInput } from '@yiwang/contracts/interventions';
import type { SqlExecutor } from '@yiwang/platform/audit';

const START_LIMIT_MS = 5_000;

/** What has no result yet, in the order of the selection; a second person who has agreed is not asked again. */
const INPUTS = `
select i.id, i.kind, i.reason, i.parameters, jsonb_build_object('subject', i.by_subject, 'positions', i.by_positions) as by,
  case when i.approved_by is null then i.approval_until end as "approvalUntil",
  (select coalesce(jsonb_agg(jsonb_build_object('number', c.case_number, 'mark', c.mark)
      || case when c.own is null then '{}' else jsonb_build_object('own', c.own) end order by c.place), '[]')
    from intervention_case c where c.intervention_id = i.id and c.outcome = 'waiting') as selection
from intervention i where i.id = any($1)`;

type Stored = Omit<BulkInput, 'approvalUntil' | 'time' | 'carried'> & { approvalUntil: Date | null };

/** What the workflow of each is given, from what was written down. As the system that reads interventions. */
export async function bulkInputs(manager: SqlExecutor, ids: readonly string[], time: BulkInput['time']): Promise<BulkInput[]> {
  const stored = await manager.query<Stored[]>(INPUTS, [ids]);
  return stored.map(({ approvalUntil, ...rest }) => ({ ...rest, approvalUntil: approvalUntil?.toISOString() ?? null, ...(time && { time }) }));
}

/** Starts its workflow; one that the engine knows already is left as it is. @throws whatever the engine does */
export async function handOver(client: Client, input: BulkInput): Promise<void> {
  try {
    await client.withDeadline(Date.now() + START_LIMIT_MS, () =>
      client.workflow.start(INTERVENTION_WORKFLOW, {
        ...{ workflowId: interventionWorkflowId(input.id), taskQueue: TASK_QUEUES.cases, args: [input] },
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
