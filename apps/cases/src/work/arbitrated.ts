import { Injectable } from '@nestjs/common';
import { Client, WorkflowIdConflictPolicy, WorkflowIdReusePolicy, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { ROUTING_DECISION_WORKFLOW, routingDecisionWorkflowId, type ArbitratedRouting } from '@yiwang/contracts/routing';
import type { Caller } from '@yiwang/platform/auth';
import { engineError } from '@yiwang/platform/engine';
import { DataSource } from 'typeorm';
import type { TaskEntity } from '../tasks/task.entity.js';

const CASE = 'select area_code as "areaCode", category_code as "categoryCode" from case_file where number = $1';

/**
 * Hands what the county arbitrated over to departments, through the engine. Where that fails the decision stands and the
 * caller is told to send the same call again, which hands it over; told twice it is the same.
 */
@Injectable()
export class Arbitrated {
  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
  ) {}

  /** Of other tasks, and where no unit leads, nothing is told. @throws AppError ENGINE_UNAVAILABLE */
  async tell(task: TaskEntity, unitCode: string | null | undefined, caller: Caller): Promise<void> {
    if (task.kind !== 'arbitrate' || !unitCode) return;
    const decided = await this.decided(task, unitCode, caller);
    try {
      await this.client.workflow.start(ROUTING_DECISION_WORKFLOW, {
        args: [decided],
        taskQueue: TASK_QUEUES.cases,
        workflowId: routingDecisionWorkflowId(task.id),
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw engineError(error);
    }
  }

  private async decided({ id, caseNumber, countyCode, data, closedAt }: TaskEntity, unitCode: string, caller: Caller): Promise<ArbitratedRouting> {
    const [found] = await this.dataSource.query<{ areaCode: string; categoryCode: string | null }[]>(CASE, [caseNumber]);
    const said = (name: string): string | null => {
      const value = data?.[name];
      return typeof value === 'string' && value !== '' ? value : null;
    };
    return {
      ...{ key: id, caseNumber, countyCode, unitCode },
      ...{ areaCode: found?.areaCode ?? countyCode, categoryCode: found?.categoryCode ?? null },
      ...{ fromUnitCode: said('returnedBy'), legalGround: said('legalGround') },
      ...{ decidedBy: caller.subject ?? '', decidedAt: (closedAt ?? new Date()).toISOString() },
    };
  }
}
