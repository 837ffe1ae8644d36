import { proxyActivities } from '@temporalio/workflow';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import type { ArbitratedRouting, RoutingActivities } from '@yiwang/contracts/routing';

/** Tried for as long as departments is away: the next proposal is better late than never. */
const { recordArbitration } = proxyActivities<RoutingActivities>({
  taskQueue: TASK_QUEUES.departments,
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** 裁定 becomes a precedent of departments' routing; the case does not wait for it. */
export const routingDecision = (decided: ArbitratedRouting): Promise<boolean> => recordArbitration(decided);
