import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { WorkflowClient, WorkflowUpdateFailedError, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import {
  LIFECYCLE_SINCE,
  WORKFLOWS,
  type Actor,
  type CaseLifecycleInput,
  type DecisionResult,
  type LifecycleProgress,
  type Stage,
  type OpenedTask,
  type PositionRole,
  type Rating,
  type Requested,
  type TaskKind,
  type UpdateInputs,
  type UpdateName,
} from '@yiwang/contracts/case-flow';
import { updateIdOf } from '@yiwang/contracts/engine';
import { CaseRecorder } from './case-recorder.js';
import { startTimeSkipping } from './environment.js';

const COUNTY = '990121';
const REGISTRY = fileURLToPath(new URL('../../../../workflows/src/registry.ts', import.meta.url));

/** Bundles the workflows from their sources, so that a spec needs no build before it. */
export const bundleFromSources = (): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({
    workflowsPath: REGISTRY,
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['source', '...'] },
    }),
  });

/** A person in a position; one with no name is somebody new. */
export const somebody = (role: PositionRole, subject: string = randomUUID()): Actor => ({
  kind: 'person',
  subject,
  role,
});
/** A person whom the task is addressed to. */
export const theirs = (task: OpenedTask, subject: string = task.subjects?.[0] ?? randomUUID()): Actor => ({
  ...somebody(task.roles[0] ?? 'gridMember', subject),
  areaCode: task.areaCode,
  ...(task.unitCode === undefined ? {} : { unitCode: task.unitCode }),
});
/** Somebody who acts for an area: a centre, a leader, a supervisor. */
export const ofArea = (role: PositionRole, areaCode: string, subject: string = randomUUID()): Actor => ({
  ...somebody(role, subject),
  areaCode,
});
export const theResident: Actor = { kind: 'resident' };

type Decided<N extends UpdateName> = Omit<UpdateInputs[N], 'idempotencyKey'>;

/** The real workflows in their sandbox, a server whose time jumps, and the recording port in memory. */
export class WorkflowTrial {
  private running = 0;
  private readonly taskQueue = `trial-${randomUUID()}`;
  /**
   * The plain client, not the environment's: that one lets time jump while a result is awaited, and with nothing else
   * to wait for the server jumps to the end of the ten years that a forgotten workflow may run. Here only `pass` jumps.
   */
  readonly client: WorkflowClient;

  private constructor(
    readonly environment: TestWorkflowEnvironment,
    readonly recorder: CaseRecorder,
    private readonly workflowBundle: WorkflowBundleWithSourceMap,
  ) {
    this.client = new WorkflowClient({ connection: environment.connection, identity: 'trial' });
  }

  static async begin(): Promise<WorkflowTrial> {
    quietRuntime();
    const [environment, workflowBundle] = await Promise.all([startTimeSkipping(), bundleFromSources()]);
    const trial = new WorkflowTrial(environment, new CaseRecorder(), workflowBundle);
    await trial.startWorker();
    return trial;
  }

  async end(): Promise<void> {
    await this.stopWorker();
    await this.environment.teardown();
  }

  /** @param options `isForgetful`: remembers no workflow between its tasks, so that every task and query replays the history. */
  async startWorker({ isForgetful = false }: { isForgetful?: boolean } = {}): Promise<void> {
    const worker = await Worker.create({
      connection: this.environment.nativeConnection,
      identity: 'trial',
      taskQueue: this.taskQueue,
      workflowBundle: this.workflowBundle,
      activities: this.recorder.activities,
      ...(isForgetful ? { maxCachedWorkflows: 0 } : {}),
    });
    const run = worker.run();
    this.stopWorker = () => {
      worker.shutdown();
      return run;
    };
  }

  /** What is sent to a workflow while no worker runs reaches the next worker all at once. */
  stopWorker: () => Promise<void> = () => Promise.resolve();

  /** Starts the life of a new case; its number is the handle's workflow id. */
  async start(given: Partial<CaseLifecycleInput> = {}): Promise<WorkflowHandle> {
    this.running += 1;
    const caseNumber = given.caseNumber ?? `${COUNTY}-20260101-${String(this.running).padStart(6, '0')}`;
    const input: CaseLifecycleInput = {
      countyCode: COUNTY,
      areaCode: `${COUNTY}001002003`,
      kind: 'complaint',
      channel: 'hotline',
      receivedAt: await this.now(),
      policy: { version: 1 },
      since: LIFECYCLE_SINCE,
      ...given,
      caseNumber,
    };
    return this.client.start(WORKFLOWS.caseLifecycle, {
      workflowId: caseNumber,
      taskQueue: this.taskQueue,
      args: [input],
    });
  }

  /** Sends a decision to the workflow that owns it; the update's id is made as the cases service does it. */
  decide<N extends UpdateName>(
    workflowId: string,
    name: N,
    input: Decided<N>,
    idempotencyKey: string = randomUUID(),
  ): Promise<DecisionResult> {
    const handle = this.client.getHandle(workflowId);
    return handle.executeUpdate<DecisionResult, [unknown]>(name, {
      updateId: updateIdOf(name, input.actor, idempotencyKey),
      args: [{ ...input, idempotencyKey }],
    });
  }

  /** The open task of this kind (any, unless said), as soon as it is recorded. */
  async openTask(caseNumber: string, wanted: { round?: number; kind?: TaskKind; unitCode?: string; after?: string } = {}): Promise<OpenedTask> {
    const { round, kind, unitCode, after } = wanted;
    const isTheOne = (task: OpenedTask): boolean =>
      (round === undefined || task.round === round) &&
      (kind === undefined || task.kind === kind) &&
      (unitCode === undefined || task.unitCode === unitCode) &&
      task.taskId !== after;
    for (let tries = 0; tries < 1000; tries += 1) {
      const task = this.recorder.openTasks(caseNumber).find(isTheOne);
      if (task !== undefined) return task;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`No task ${JSON.stringify(wanted)} was opened for ${caseNumber}`);
  }

  /** Waits in real time until a workflow's first workflow task is through: what is held from then on is not its opening. */
  async hasRun(workflowId: string): Promise<void> {
    const handle = this.client.getHandle(workflowId);
    const isThrough = async () => (await handle.fetchHistory()).events?.some(({ workflowTaskCompletedEventAttributes: completed }) => completed);
    for (let tries = 0; tries < 500 && !(await isThrough()); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Waits in real time until something is recorded, without letting the engine's time pass. */
  async seen(isThere: () => boolean): Promise<void> {
    for (let tries = 0; tries < 1000 && !isThere(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    if (!isThere()) throw new Error('It did not happen');
  }

  /** Waits in real time until the lifecycle itself is at a stage, of which its path has written before. */
  async heard(caseNumber: string, stage: Stage): Promise<void> {
    const progress = () => this.client.getHandle(caseNumber).query<LifecycleProgress>('progress');
    for (let tries = 0; tries < 500 && (await progress()).stage !== stage; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Somebody whom the open task is addressed to answers it on the spot. */
  async answer(caseNumber: string, round?: number, subject?: string): Promise<DecisionResult> {
    const task = await this.openTask(caseNumber, round === undefined ? {} : { round });
    return this.decide(task.workflowId, 'completeTask', {
      taskId: task.taskId,
      actor: theirs(task, subject),
      answer: 'Mended this morning.',
      explanation: 'Two rounds of repair, the parts and the bill are enclosed.',
      attachmentIds: [],
    });
  }

  /** Whoever has the task asks the level above for something. */
  request(task: OpenedTask, requested: Requested, actor: Actor = theirs(task), reason = '等待配件'): Promise<DecisionResult> {
    const [caseNumber = ''] = task.workflowId.split('/');
    return this.decide(caseNumber, 'requestApproval', { taskId: task.taskId, actor, requested, reason });
  }

  /** The level above decides on the open request. */
  async approve(caseNumber: string, granted = true, actor?: Actor): Promise<DecisionResult> {
    const task = await this.openTask(caseNumber, { kind: 'approve' });
    const { taskId } = task;
    return this.decide(caseNumber, 'decideApproval', { taskId, actor: actor ?? theirs(task), granted, reason: '情况属实' });
  }

  /** Rates the round that the case is in. */
  async rate(caseNumber: string, rating: Rating, actor: Actor = theResident): Promise<DecisionResult> {
    const { round } = await this.client.getHandle(caseNumber).query<LifecycleProgress>('progress');
    return this.decide(caseNumber, 'rateCase', { ratingId: randomUUID(), round, rating, comment: '', actor });
  }

  /** Lets time pass: hours go by in milliseconds, and whatever rings meanwhile rings. */
  pass = (duration: `${number} ${'hours' | 'days'}`): Promise<void> => this.environment.sleep(duration);

  async now(): Promise<string> {
    return new Date(await this.environment.currentTimeMs()).toISOString();
  }
}

/** The code with which a decision was refused; fails where it was not. */
export async function refusalOf(decision: Promise<unknown>): Promise<string> {
  const answer = await decision.catch((error: unknown) => error);
  if (answer instanceof WorkflowUpdateFailedError && answer.cause instanceof ApplicationFailure) {
    return answer.cause.type ?? '';
  }
  if (answer instanceof WorkflowNotFoundError) return 'workflow completed';
  throw new Error(`Not refused: ${answer instanceof Error ? answer.stack : JSON.stringify(answer)}`);
}

let quiet = false;
/** Errors only from the engine's client library; once per process, which holds one runtime. */
export function quietRuntime(): void {
  if (quiet) return;
  quiet = true;
  Runtime.install({ logger: new DefaultLogger('ERROR') });
}
