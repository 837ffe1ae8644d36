import { randomUUID } from 'node:crypto';
import { WorkflowClient, type WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import {
  BULK_PROGRESS,
  BULK_SIGNALS,
  BULK_UPDATES,
  INTERVENTION_WORKFLOW,
  interventionWorkflowId,
  type BulkInput,
  type BulkProgress,
  type CaseIntervention,
  type CaseResult,
  type InterventionActivities,
} from '@yiwang/contracts/interventions';
import { bundleFromSources, quietRuntime, refusalOf, startTimeSkipping } from '@yiwang/testing/time-skipping';

type Outcome = CaseResult['outcome'];

/** What the worker of cases does, kept in memory: a case that has its result is answered with it. */
class Acts {
  readonly results = new Map<string, Outcome>();
  readonly acted: string[] = [];
  readonly tries: string[] = [];
  readonly states: string[] = [];
  most = 0;
  private under = 0;
  /** What is done before one case has its result. */
  act: (one: CaseIntervention) => Promise<Outcome> = () => Promise.resolve('done');

  readonly activities: InterventionActivities = {
    intervene: async (one) => {
      const key = `${one.id}/${one.number}`;
      this.tries.push(key);
      const known = this.results.get(key);
      if (known) return known;
      this.most = Math.max(this.most, (this.under += 1));
      try {
        const outcome = await this.act(one);
        this.acted.push(key);
        this.results.set(key, outcome);
        return outcome;
      } finally {
        this.under -= 1;
      }
    },
    giveUp: async ({ id, number }) => {
      this.results.set(`${id}/${number}`, 'failed');
      return 'failed';
    },
    recordIntervention: async ({ id, state }) => {
      this.states.push(`${id} ${state}`);
    },
  };
}

describe('stepping into many cases', () => {
  let environment: TestWorkflowEnvironment;
  let client: WorkflowClient;
  let stop: () => Promise<unknown>;
  let startWorker: (more?: { maxCachedWorkflows: number }) => Promise<void>;
  const acts = new Acts();

  beforeAll(async () => {
    quietRuntime();
    const [begun, workflowBundle] = await Promise.all([startTimeSkipping(), bundleFromSources()]);
    environment = begun;
    client = new WorkflowClient({ connection: environment.connection, identity: 'trial' });
    startWorker = async (more) => {
      const worker = await Worker.create({ connection: environment.nativeConnection, taskQueue: TASK_QUEUES.cases, workflowBundle, activities: acts.activities, shutdownGraceTime: 0, ...more });
      const run = worker.run();
      stop = () => {
        worker.shutdown();
        return run;
      };
    };
    await startWorker();
  }, 180_000);
  afterAll(async () => {
    await stop?.();
    await environment?.teardown();
  });
  beforeEach(() => {
    acts.act = () => Promise.resolve('done');
    acts.most = 0;
  });

  const begin = async (count: number, over: Partial<BulkInput> = {}): Promise<WorkflowHandle & { id: string }> => {
    const id = randomUUID();
    const selection = Array.from({ length: count }, (_, i) => ({ number: `990121-20260101-${String(i).padStart(6, '0')}`, mark: 'm' }));
    const input: BulkInput = { id, kind: 'urge', selection, reason: '请抓紧', parameters: {}, by: { subject: 'sun', positions: [] }, approvalUntil: null, ...over };
    const handle = await client.start(INTERVENTION_WORKFLOW, { workflowId: interventionWorkflowId(id), taskQueue: TASK_QUEUES.cases, args: [input] });
    return Object.assign(handle, { id });
  };
  const inADay = async (): Promise<string> => new Date((await environment.currentTimeMs()) + 86_400_000).toISOString();
  const approve = (handle: WorkflowHandle, subject: string): Promise<unknown> => handle.executeUpdate(BULK_UPDATES.approveIntervention, { args: [{ subject }] });
  const of = (list: readonly string[], { id }: { id: string }): string[] => list.filter((one) => one.startsWith(id)).map((one) => one.slice(id.length + 1));
  const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    for (let i = 0; i < 1_000 && !(await holds()); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await holds()).toBe(true);
  };

  it('acts on each once, five beside each other, and counts what came of it', async () => {
    let n = 0;
    let begun = 0;
    acts.act = async () => {
      begun += 1;
      // None ends before five have begun, however slow the machine is.
      await until(() => begun >= 5);
      return (['done', 'done', 'refused', 'unchanged'] as const)[(n += 1) % 4] as Outcome;
    };
    const bulk = await begin(12);
    await expect(bulk.result()).resolves.toEqual({ state: 'done', total: 12, counts: { done: 6, refused: 3, unchanged: 3, failed: 0 }, approvedBy: null });
    expect(new Set(of(acts.acted, bulk)).size).toBe(12);
    expect(of(acts.acted, bulk)).toHaveLength(12);
    expect(acts.most).toBe(5);
    expect(of(acts.states, bulk)).toEqual(['running', 'done']);
  });

  it('holds between two cases and goes on where it was', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    acts.act = async () => {
      await gate;
      return 'done';
    };
    const bulk = await begin(12);
    await until(() => of(acts.tries, bulk).length === 5);
    await bulk.signal(BULK_SIGNALS.paused);
    await until(async () => (await bulk.query<BulkProgress>(BULK_PROGRESS)).state === 'paused');
    release();
    await until(() => of(acts.acted, bulk).length === 5);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(of(acts.acted, bulk)).toHaveLength(5);
    await bulk.signal(BULK_SIGNALS.resumed);
    await expect(bulk.result()).resolves.toMatchObject({ state: 'done', counts: { done: 12 } });
    expect(of(acts.states, bulk)).toEqual(['running', 'paused', 'running', 'done']);
  });

  it('ends where it is told to, and leaves the rest', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    acts.act = async () => {
      await gate;
      return 'done';
    };
    const bulk = await begin(12);
    await until(() => of(acts.tries, bulk).length === 5);
    await bulk.signal(BULK_SIGNALS.cancelled);
    release();
    await expect(bulk.result()).resolves.toMatchObject({ state: 'cancelled', counts: { done: 5 } });
  });

  describe('with a second person', () => {
    it('waits for somebody else, and never for whoever started it', async () => {
      const bulk = await begin(3, { approvalUntil: await inADay() });
      await expect(refusalOf(approve(bulk, 'sun'))).resolves.toBe('INTERVENTION_OWN');
      expect(of(acts.acted, bulk)).toEqual([]);
      await approve(bulk, 'li');
      await expect(bulk.result()).resolves.toMatchObject({ state: 'done', approvedBy: 'li', counts: { done: 3 } });
      await expect(approve(bulk, 'wang')).rejects.toThrow();
    });

    it('lapses where nobody agrees in time, and has done nothing', async () => {
      const bulk = await begin(3, { approvalUntil: await inADay() });
      await environment.sleep('25 hours');
      await expect(bulk.result()).resolves.toMatchObject({ state: 'lapsed', counts: { done: 0 } });
      expect(of(acts.states, bulk)).toEqual(['lapsed']);
      expect(of(acts.tries, bulk)).toEqual([]);
    });

    it('can be taken back before anybody has agreed', async () => {
      const bulk = await begin(3, { approvalUntil: await inADay() });
      await bulk.signal(BULK_SIGNALS.cancelled);
      await expect(bulk.result()).resolves.toMatchObject({ state: 'cancelled' });
      expect(of(acts.tries, bulk)).toEqual([]);
    });
  });

  it('goes on in a new run at long lists, with what it counted and who agreed', async () => {
    const bulk = await begin(1_100, { approvalUntil: await inADay() });
    const first = (await bulk.describe()).runId;
    await approve(bulk, 'li');
    await expect(bulk.result()).resolves.toEqual({ state: 'done', total: 1_100, counts: { done: 1_100, refused: 0, unchanged: 0, failed: 0 }, approvedBy: 'li' });
    expect((await client.getHandle(bulk.workflowId).describe()).runId).not.toBe(first);
    expect(of(acts.acted, bulk)).toHaveLength(1_100);
  }, 120_000);

  it('says that a case failed where trying again and again did not help, and goes on with the others', async () => {
    acts.act = ({ number }) => (number.endsWith('2') ? Promise.reject(new Error('away')) : Promise.resolve('done'));
    const bulk = await begin(4);
    await environment.sleep('10 minutes');
    await expect(bulk.result()).resolves.toMatchObject({ state: 'done', counts: { done: 3, failed: 1 } });
    expect(of(acts.tries, bulk).filter((one) => one.endsWith('2'))).toHaveLength(10);
  });

  it('repeats nothing when its worker dies in the middle', async () => {
    // One that remembers no workflow: the server would keep the next task for whoever remembers it, and that one is gone.
    const forgetful = { maxCachedWorkflows: 0 };
    await stop();
    await startWorker(forgetful);
    let died = false;
    acts.act = async ({ number }) => {
      if (!died && number.endsWith('4')) await new Promise((resolve) => setTimeout(resolve, 100));
      return 'done';
    };
    const bulk = await begin(40);
    await until(() => of(acts.acted, bulk).length >= 4);
    died = true;
    await stop();
    await startWorker(forgetful);
    // What the dead one had begun is given up by the engine, and the next one's first task is found.
    for (let i = 0; i < 40 && (await bulk.describe()).status.name === 'RUNNING'; i += 1) await environment.sleep('20 seconds');
    await expect(bulk.result()).resolves.toMatchObject({ state: 'done', counts: { done: 40 } });
    expect(new Set(of(acts.acted, bulk)).size).toBe(40);
    expect(of(acts.acted, bulk)).toHaveLength(40);
  }, 60_000);
});
