import { randomUUID } from 'node:crypto';
import { WorkflowClient, type WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import {
  ACCOUNTABILITY_UPDATES,
  ACCOUNTABILITY_WORKFLOW,
  accountabilityWorkflowId,
  type AccountabilityInput,
  type AccountabilityProgress,
  type AccountabilityStep,
} from '@yiwang/contracts/accountability';
import type { Actor } from '@yiwang/contracts/case-flow';
import { TASK_QUEUES, updateIdOf } from '@yiwang/contracts/engine';
import { CaseRecorder } from './case-recorder.js';
import { startTimeSkipping } from './environment.js';
import { bundleFromSources, quietRuntime } from './workflow-trial.js';

const COUNTY = '990121';
const VILLAGE = `${COUNTY}001002`;
export const SECRETARY: Actor = { kind: 'person', subject: 'secretary', role: 'villageSecretary', areaCode: VILLAGE };
export const TOWN_CENTRE: Actor = { kind: 'person', subject: 'town', role: 'townCentre', areaCode: `${COUNTY}001` };

/** The accountability workflow in its sandbox, on a server whose time jumps, with evaluations' part kept in memory. */
export class AccountabilityTrial {
  readonly steps: AccountabilityStep[] = [];
  readonly cases = new CaseRecorder();
  private readonly client: WorkflowClient;
  private readonly taskQueue = `trial-${randomUUID()}`;
  private opened = 0;
  private failures = 0;
  private stop: () => Promise<unknown> = () => Promise.resolve();

  private constructor(readonly environment: TestWorkflowEnvironment) {
    this.client = new WorkflowClient({ connection: environment.connection, identity: 'trial' });
  }

  static async begin(): Promise<AccountabilityTrial> {
    quietRuntime();
    const [environment, workflowBundle] = await Promise.all([startTimeSkipping(), bundleFromSources()]);
    const trial = new AccountabilityTrial(environment);
    const { nativeConnection: connection } = environment;
    const own = { recordAccountability: (step: AccountabilityStep) => trial.record(step) };
    const workers = await Promise.all([
      Worker.create({ connection, taskQueue: trial.taskQueue, workflowBundle, activities: trial.cases.activities }),
      Worker.create({ connection, taskQueue: TASK_QUEUES.evaluations, activities: own }),
    ]);
    const runs = workers.map((worker) => worker.run());
    trial.stop = async () => {
      for (const worker of workers) worker.shutdown();
      await Promise.all(runs);
    };
    return trial;
  }

  async end(): Promise<void> {
    await this.stop();
    await this.environment.teardown();
  }

  /** The next recordings fail as if the service were away. */
  failNext(times: number): void {
    this.failures = times;
  }

  /** Opens one for a village whose secretary answers to the town; five working days, then three. */
  async open(over: Partial<AccountabilityInput> = {}): Promise<WorkflowHandle> {
    const month = `2026-${String((this.opened += 1)).padStart(2, '0')}`;
    const scope = { kind: 'village', code: VILLAGE } as const;
    const input: AccountabilityInput = {
      ...{ id: randomUUID(), countyCode: COUNTY, kind: 'circular', month, scope },
      shortfalls: [{ measure: 'resolutionOnTime', numerator: 8, denominator: 10, threshold: 90 }],
      answerable: { tier: 'village', roles: ['villageSecretary'], areaCode: VILLAGE },
      accepts: { tier: 'town', roles: ['townCentre', 'leader', 'supervisor'], areaCode: `${COUNTY}001` },
      limits: { rectificationDays: 5, acceptanceDays: 3 },
      ...over,
    };
    const workflowId = accountabilityWorkflowId(input.countyCode, input.month, input.scope);
    return this.client.start(ACCOUNTABILITY_WORKFLOW, { workflowId, taskQueue: this.taskQueue, args: [input] });
  }

  submit(handle: WorkflowHandle, actor: Actor = SECRETARY, text = '逐件复核并已补办', key: string = randomUUID()): Promise<AccountabilityProgress> {
    return this.decide(handle, 'submitRectification', { actor, text }, key);
  }

  decideOn(handle: WorkflowHandle, accepted: boolean, actor: Actor = TOWN_CENTRE, reason = '已核实', key: string = randomUUID()): Promise<AccountabilityProgress> {
    return this.decide(handle, 'decideRectification', { actor, accepted, reason }, key);
  }

  /** What was recorded of one, in its order. */
  eventsOf = (handle: WorkflowHandle): string[] => this.stepsOf(handle).map(({ event }) => event);
  stepsOf = (handle: WorkflowHandle): AccountabilityStep[] => this.steps.filter(({ stepId }) => stepId.startsWith(`${handle.workflowId}#`));

  /** Waits in real time until so much is recorded, without letting the engine's time pass. */
  async recorded(handle: WorkflowHandle, count: number): Promise<AccountabilityStep[]> {
    for (let tries = 0; tries < 1000; tries += 1) {
      const steps = this.stepsOf(handle);
      if (steps.length >= count) return steps;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`${count} steps of ${handle.workflowId} were not recorded`);
  }

  pass = (duration: `${number} ${'hours' | 'days'}`): Promise<void> => this.environment.sleep(duration);

  private decide(
    handle: WorkflowHandle,
    name: keyof typeof ACCOUNTABILITY_UPDATES,
    given: { actor: Actor; text?: string; accepted?: boolean; reason?: string },
    idempotencyKey: string,
  ): Promise<AccountabilityProgress> {
    const updateId = updateIdOf(name, given.actor, idempotencyKey);
    return handle.executeUpdate<AccountabilityProgress, [unknown]>(name, { updateId, args: [{ ...given, idempotencyKey }] });
  }

  private async record(step: AccountabilityStep): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('The database is away');
    }
    if (!this.steps.some(({ stepId }) => stepId === step.stepId)) this.steps.push(step);
  }
}
