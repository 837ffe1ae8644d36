import { createServer } from 'node:http';
import { hostname } from 'node:os';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { readConfigOrExit } from '@yiwang/platform/config';
import { dataSourceOptions } from '@yiwang/platform/database';
import { connectEngine } from '@yiwang/platform/engine';
import { connectWorker, deploymentOf, runWorker } from '@yiwang/platform/engine/worker';
import { createLogger } from '@yiwang/platform/logging';
import { PersonalData } from '@yiwang/platform/personal-data';
import { NotificationSender, createNotificationAdapter } from '@yiwang/platform/notification';
import { AttachmentRecords, createStorage } from '@yiwang/platform/storage';
import { BusinessClock } from '@yiwang/platform/time';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { casesShape } from './config.js';
import { CaseEngine } from './course/case-engine.js';
import { Openings } from './course/openings.js';
import { RELAY_DEFAULTS, Relay } from './course/relay.js';
import { StepAttempts } from './course/step-attempts.js';
import { StepRecorder } from './course/step-recorder.js';
import { Housekeeping } from './housekeeping.js';
import { Intervening } from './interventions/intervening.js';
import { KnownCases } from './interventions/known-cases.js';
import { LeftBehind } from './interventions/left-behind.js';
import { RatingLinks } from './notices/rating-links.js';
import { Retention } from './personal-data/retention.js';
import { Policies } from './policies/policies.js';
import { Doubts } from './projection/doubts.js';
import { ownSchema } from './schema.js';

/** So many workflows may wait for their first task: two seconds' work on two cores. */
const MOST_OPENINGS = 64;

/**
 * Hosts the case workflows with the activities that record their steps, relays what intake wrote down, and sends
 * notices. It comes up while Temporal is away and waits for it.
 */
const config = readConfigOrExit({
  ...casesShape,
  WORKFLOW_BUNDLE: z.string().min(1),
  /** The worker deployment, where several builds run side by side (docs/decisions/0023); empty: none. */
  WORKER_DEPLOYMENT: z.string().regex(/^[\w-]*$/).default(''),
});
const logger = createLogger('cases-worker', config.LOG_LEVEL);
const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());

const connection = { url: config.DATABASE_URL, pool: config.DATABASE_POOL, applicationName: 'yiwang-cases-worker' };
const dataSource = await new DataSource(dataSourceOptions(ownSchema, connection)).initialize();
const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, PAYLOAD_KEYS: codecKeys } = config;

const adapter = createNotificationAdapter(config, dataSource.manager, ownSchema.schema);
const { addTo } = new RatingLinks(config.PICKUP_CODE_SECRET, config.STORAGE_PUBLIC_URL);
const sender = new NotificationSender(dataSource, { schema: ownSchema.schema, adapter, addTo, log: logger });
sender.start();

const { storage } = createStorage(config);
const housekeeping = new Housekeeping(dataSource, new AttachmentRecords(ownSchema.schema), storage, logger);
housekeeping.start();

const client = connectEngine({ address, namespace, codecKeys });
const openings = new Openings(MOST_OPENINGS);
const clock = new BusinessClock(config.YIWANG_TIME);
const personal = PersonalData.with(dataSource, config);
const policies = new Policies(dataSource, clock);
const retention = new Retention(dataSource, personal, policies, clock, logger);
retention.start();
const pace = { ...RELAY_DEFAULTS, concurrency: config.RELAY_CONCURRENCY };
const relay = new Relay(dataSource, client, logger, pace, openings, clock);
if (config.RELAY_CONCURRENCY > 0) relay.start();
const doubts = new Doubts(dataSource, client, logger);
doubts.start();
const leftBehind = new LeftBehind(dataSource, client, logger, clock);
leftBehind.start();
const intervening = new Intervening(dataSource, client, new CaseEngine(client), new KnownCases(dataSource, policies, clock), clock);
const attempts = new StepAttempts(dataSource, logger, `${hostname()}-${process.pid}`);
attempts.start();

let polling = false;
const health = createServer((request, response) => {
  const ready = request.url === '/health/live' || polling;
  response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ status: ready ? 'ok' : 'unavailable', ...(ready ? {} : { part: 'temporal' }) }));
}).listen(config.PORT, config.HOST);

try {
  const engine = await connectWorker({ address, log: logger, signal: stopping.signal });
  const running = await runWorker({
    connection: engine,
    namespace,
    taskQueue: TASK_QUEUES.cases,
    codecKeys,
    workflowBundle: { codePath: config.WORKFLOW_BUNDLE },
    // Steps are local activities; what else is asked of cases, such as an erasure or an intervention, comes over the queue.
    activities: { ...new StepRecorder(dataSource, openings).activities, ...retention.activities, ...intervening.activities },
    options: {
      workerDeploymentOptions: await deploymentOf(config.WORKER_DEPLOYMENT, config.WORKFLOW_BUNDLE),
      interceptors: { activity: [attempts.interceptor] },
    },
  });
  polling = true;
  logger.info({ port: config.PORT }, 'ready');
  stopping.signal.addEventListener('abort', () => void running.stop().catch(() => undefined));
  // Its questions are answered by this worker.
  stopping.signal.addEventListener('abort', () => void doubts.stop());
  if (stopping.signal.aborted) await running.stop();
  await running.finished;
  await engine.close();
} catch (error) {
  if (!stopping.signal.aborted) {
    logger.fatal({ err: error }, 'the worker failed');
    process.exitCode = 1;
  }
} finally {
  polling = false;
  await relay.stop();
  await doubts.stop();
  await leftBehind.stop();
  await attempts.stop();
  await sender.stop();
  await housekeeping.stop();
  await retention.stop();
  await client.connection.close();
  health.close();
  health.closeAllConnections();
  await dataSource.destroy();
}
