import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
  type Client,
} from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import {
  ACCOUNTABILITY_WORKFLOW,
  accountabilityWorkflowId,
  type AccountabilityInput,
  type AccountabilityProgress,
  type ACCOUNTABILITY_UPDATES,
  type DecideRectificationInput,
  type SubmitRectificationInput,
} from '@yiwang/contracts/accountability';
import { TASK_QUEUES, updateIdOf } from '@yiwang/contracts/engine';
import { engineError } from '@yiwang/platform/engine';
import { AppError } from '@yiwang/platform/errors';

const PATIENCE_MS = 15_000;
const COUNTY = defineSearchAttributeKey('yiwangCounty', 'KEYWORD');

interface Inputs {
  submitRectification: SubmitRectificationInput;
  decideRectification: DecideRectificationInput;
}

/** Starts accountabilities and brings people's decisions to them. */
export class AccountabilityEngine {
  constructor(private readonly client: Client) {}

  /** One that runs, or has run, is not started again. */
  async start(input: AccountabilityInput): Promise<void> {
    const { countyCode, month, scope, kind } = input;
    try {
      await this.client.withDeadline(Date.now() + PATIENCE_MS, () =>
        this.client.workflow.start(ACCOUNTABILITY_WORKFLOW, {
          workflowId: accountabilityWorkflowId(countyCode, month, scope),
          taskQueue: TASK_QUEUES.cases,
          args: [input],
          workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
          typedSearchAttributes: [{ key: COUNTY, value: countyCode }],
          staticSummary: `${kind === 'talk' ? '约谈' : '通报'} · ${month} · ${scope.kind} ${scope.code}`,
        }),
      );
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw engineError(error);
    }
  }

  /** @throws AppError the workflow's refusal; RECTIFICATION_STATE_REFUSES once it has ended, ENGINE_UNAVAILABLE */
  async decide<N extends keyof typeof ACCOUNTABILITY_UPDATES>(
    name: N,
    of: Pick<AccountabilityInput, 'countyCode' | 'month' | 'scope'>,
    input: Inputs[N],
  ): Promise<AccountabilityProgress> {
    const handle = this.client.workflow.getHandle(accountabilityWorkflowId(of.countyCode, of.month, of.scope));
    const updateId = updateIdOf(name, input.actor, input.idempotencyKey);
    try {
      return await this.client.connection.withDeadline(Date.now() + PATIENCE_MS, () =>
        handle.executeUpdate<AccountabilityProgress, [Inputs[N]]>(name, { args: [input], updateId }),
      );
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) throw new AppError('RECTIFICATION_STATE_REFUSES', { actual: 'accepted' });
      throw engineError(error);
    }
  }
}
