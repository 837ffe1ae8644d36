import { setTimeout as pause } from 'node:timers/promises';
import { NativeConnection, Worker, type WorkerOptions, type WorkflowBundleOption } from '@temporalio/worker';
import { engineDataConverter } from '../payload-codec.js';
import type { PayloadKey } from '../payload-keys.js';
import { installRuntime, type WorkerLog } from './log.js';

export { deploymentOf } from './deployment.js';
export { installRuntime, temporalLogger, type WorkerLog } from './log.js';

export type WorkerLimits = Pick<
  WorkerOptions,
  | 'maxConcurrentWorkflowTaskExecutions'
  | 'maxConcurrentLocalActivityExecutions'
  | 'maxConcurrentActivityTaskExecutions'
  | 'maxConcurrentWorkflowTaskPolls'
  | 'maxConcurrentActivityTaskPolls'
  | 'maxCachedWorkflows'
>;

/**
 * For two cores shared with everything else: more tasks at once than this only wait for CPU and database connections,
 * and a cached workflow costs memory. A workflow that falls out of the cache is replayed, which is slower but right.
 *
 * A workflow task that was begun has to end within 10 s, or all its work is lost and done again. So few are begun that
 * each may need half a second of the one workflow thread; what waits in the server's queue is not lost (decision 36).
 */
export const LIMITS_FOR_TWO_CORES = {
  maxConcurrentWorkflowTaskExecutions: 16,
  maxConcurrentLocalActivityExecutions: 32,
  maxConcurrentActivityTaskExecutions: 16,
  maxConcurrentWorkflowTaskPolls: 4,
  maxConcurrentActivityTaskPolls: 2,
  maxCachedWorkflows: 250,
} as const satisfies WorkerLimits;

export interface WorkerSettings {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  /** The setting PAYLOAD_KEYS, or keys already read; the same as the client's. */
  codecKeys: string | readonly PayloadKey[];
  /** Prebuilt; left out by a worker that has activities only. */
  workflowBundle?: WorkflowBundleOption;
  activities: object;
  /** False for a worker whose activities are all local: it then does not poll for others. */
  remoteActivities?: boolean;
  limits?: WorkerLimits;
  /** Whatever else the SDK offers, such as interceptors. */
  options?: Partial<WorkerOptions>;
}

export interface RunningWorker {
  worker: Worker;
  /** Fulfilled when the worker has stopped, rejected when it failed for good. */
  finished: Promise<void>;
  /** Takes no new work, lets what runs end (10 s), then comes back. */
  stop(): Promise<void>;
}

/** Makes a worker and starts it. */
export async function runWorker(settings: WorkerSettings): Promise<RunningWorker> {
  const { connection, namespace, taskQueue, codecKeys, workflowBundle, activities, remoteActivities = true } = settings;
  const worker = await Worker.create({
    ...LIMITS_FOR_TWO_CORES,
    ...settings.limits,
    connection,
    namespace,
    taskQueue,
    activities,
    workflowBundle,
    dataConverter: engineDataConverter(codecKeys),
    enableNonLocalActivities: remoteActivities,
    shutdownGraceTime: '10s',
    shutdownForceTime: '20s',
    ...settings.options,
  });
  const finished = worker.run();
  // Whoever awaits `finished` hears of a failure; nobody awaiting it must not end the process.
  finished.catch(() => undefined);
  return {
    worker,
    finished,
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await finished;
    },
  };
}

export interface WaitForEngine {
  address: string;
  log: WorkerLog;
  /** Ends the wait, when the process is asked to stop. */
  signal?: AbortSignal;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

/** A worker's connection: waits for as long as Temporal is away, and says so in the log once and then rarely. */
export async function connectWorker({ address, log, signal }: WaitForEngine): Promise<NativeConnection> {
  installRuntime(log);
  for (let attempt = 0; ; attempt++) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      signal?.throwIfAborted();
      const reason = (error as Error).message;
      if (attempt % 12 === 0) log.warn({ address, reason }, 'Temporal does not answer; the worker waits for it');
      await pause(Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS), undefined, { signal });
    }
  }
}
