import { proxyActivities } from '@temporalio/workflow';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import type {
  AskerErasureActivities,
  ErasureInput,
  ErasureResult,
  ReporterErasureActivities,
} from '@yiwang/contracts/erasure';

/** Tried for as long as a service is away: an erasure is finished late rather than never. */
const PATIENTLY = {
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
} as const;

const { forgetReporter } = proxyActivities<ReporterErasureActivities>({ taskQueue: TASK_QUEUES.cases, ...PATIENTLY });
const { forgetAsker } = proxyActivities<AskerErasureActivities>({ taskQueue: TASK_QUEUES.departments, ...PATIENTLY });

/** Begun by identity once it has destroyed its own key: every other service that keeps one, none waiting for another. */
export async function erasure(input: ErasureInput): Promise<ErasureResult> {
  const [reported, asked] = await Promise.all([forgetReporter(input), forgetAsker(input)]);
  return { ...reported, ...asked };
}
