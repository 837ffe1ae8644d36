import { proxyActivities } from '@temporalio/workflow';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import type { ErasureActivities, ErasureInput, ErasureResult } from '@yiwang/contracts/erasure';

/** Tried for as long as the service is away: an erasure is finished late rather than never. */
const { forgetReporter } = proxyActivities<ErasureActivities>({
  taskQueue: TASK_QUEUES.cases,
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** Begun by identity once it has destroyed its own key; each service that keeps another one is a line here. */
export const erasure = (input: ErasureInput): Promise<ErasureResult> => forgetReporter(input);
