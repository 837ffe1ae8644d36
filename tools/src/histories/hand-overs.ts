import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import {
  ERASURE_WORKFLOW,
  erasureWorkflowId,
  type AskerErasureActivities,
  type ErasureInput,
  type ReporterErasureActivities,
} from '@yiwang/contracts/erasure';
import {
  ROUTING_DECISION_WORKFLOW,
  routingDecisionWorkflowId,
  type ArbitratedRouting,
  type RoutingActivities,
} from '@yiwang/contracts/routing';
import { bundleFromSources, type WorkflowTrial } from '@yiwang/testing/time-skipping';

const COUNTY = '990121';

const FORGET: ErasureInput = {
  erasureId: '0197a3c0-0000-7000-8000-000000000001',
  residentId: '0197a3c0-0000-7000-8000-000000000002',
  countyCode: COUNTY,
  subject: '0197a3c0-0000-7000-8000-000000000003',
  phoneIndexes: ['00112233445566778899aabbccddeeff'],
};

const ARBITRATED: ArbitratedRouting = {
  key: '990121-20261125-000001-t7',
  caseNumber: '990121-20261125-000001',
  countyCode: COUNTY,
  areaCode: '990121001001',
  categoryCode: '010203',
  unitCode: 'water',
  fromUnitCode: 'housing',
  legalGround: null,
  decidedBy: '0197a3c0-0000-7000-8000-000000000004',
  decidedAt: '2026-11-25T08:00:00.000Z',
};

interface HandOver {
  workflow: string;
  workflowId: string;
  input: object;
}

/** What is handed from one service to another: done at once, after a while away, and where nothing is to be recorded. */
const HAND_OVERS: Record<string, HandOver> = {
  'forgotten-everywhere': { workflow: ERASURE_WORKFLOW, workflowId: erasureWorkflowId(FORGET.erasureId), input: FORGET },
  'forgotten-without-account-or-number': {
    workflow: ERASURE_WORKFLOW,
    workflowId: erasureWorkflowId('0197a3c0-0000-7000-8000-000000000005'),
    input: { ...FORGET, erasureId: '0197a3c0-0000-7000-8000-000000000005', subject: null, phoneIndexes: [] },
  },
  'precedent-recorded': { workflow: ROUTING_DECISION_WORKFLOW, workflowId: routingDecisionWorkflowId(ARBITRATED.key), input: ARBITRATED },
  'precedent-of-an-unknown-unit': {
    workflow: ROUTING_DECISION_WORKFLOW,
    workflowId: routingDecisionWorkflowId('990121-20261125-000002-t3'),
    input: { ...ARBITRATED, key: '990121-20261125-000002-t3', unitCode: 'closed' },
  },
};

/** Refuses the first call, as a service does that is just being started. */
function awayAtFirst<T>(answer: T): () => Promise<T> {
  let isAway = true;
  return () => {
    if (!isAway) return Promise.resolve(answer);
    isAway = false;
    return Promise.reject(new Error('away'));
  };
}

const forgottenAsker = awayAtFirst({ consultations: 1 });
const CASES: ReporterErasureActivities = { forgetReporter: ({ phoneIndexes }) => Promise.resolve({ cases: 2 * phoneIndexes.length }) };
const DEPARTMENTS: AskerErasureActivities & RoutingActivities = {
  forgetAsker: () => forgottenAsker(),
  recordArbitration: ({ unitCode }) => Promise.resolve(unitCode !== 'closed'),
};

/** Lives each of them to its end; answers the workflows by `course.workflow`, as their files are named. */
export async function liveHandOvers(trial: WorkflowTrial): Promise<Record<string, string>> {
  const connection = trial.environment.nativeConnection;
  const taskQueue = `hand-overs-${randomUUID()}`;
  const workers = [
    await Worker.create({ connection, identity: 'trial', taskQueue, workflowBundle: await bundleFromSources() }),
    await Worker.create({ connection, identity: 'trial', taskQueue: TASK_QUEUES.cases, activities: CASES }),
    await Worker.create({ connection, identity: 'trial', taskQueue: TASK_QUEUES.departments, activities: DEPARTMENTS }),
  ];
  const runs = workers.map((worker) => worker.run());
  const lived: Record<string, string> = {};
  for (const [course, { workflow, workflowId, input }] of Object.entries(HAND_OVERS)) {
    const handle = await trial.client.start(workflow, { workflowId, taskQueue, args: [input] });
    await handle.result();
    lived[`${course}.${workflow}`] = workflowId;
  }
  for (const worker of workers) worker.shutdown();
  await Promise.all(runs);
  return lived;
}
