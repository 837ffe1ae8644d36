/**
 * The floor's worker in a process of its own, as ours is: `floor-worker.js ADDRESS TASK_QUEUE`. Talks to its parent over
 * the channel: `ready`, then the id of every child workflow that has begun. Ends with the channel.
 */
import { fileURLToPath } from 'node:url';
import { LIMITS_FOR_TWO_CORES } from '@yiwang/platform/engine/worker';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker, type InjectedSinks } from '@temporalio/worker';
import { TEMPORAL_NAMESPACE } from '../infrastructure/temporal-setup.js';
import type { FloorSinks } from './floor.workflows.js';

const [address = '', taskQueue = ''] = process.argv.slice(2);
const logger = new DefaultLogger('ERROR');
Runtime.install({ logger, telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } } });

const opened = (_info: unknown, childId: string): void => void process.send?.({ opened: childId });
const sinks: InjectedSinks<FloorSinks> = { bench: { opened: { fn: opened, callDuringReplay: false } } };
const workflowBundle = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('./floor.workflows.js', import.meta.url)),
  logger,
});
const connection = await NativeConnection.connect({ address });
const worker = await Worker.create({
  ...LIMITS_FOR_TWO_CORES,
  connection,
  namespace: TEMPORAL_NAMESPACE,
  taskQueue,
  workflowBundle,
  sinks,
});
process.on('disconnect', () => worker.shutdown());
process.send?.({ ready: true });
await worker.run();
await connection.close();
