import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { StartProblem } from '../infrastructure/problem.js';
import { baseEnvironment } from '../infrastructure/child.js';
import { TEMPORAL_NAMESPACE } from '../infrastructure/temporal-setup.js';
import type { CpuMeter } from './cpu.js';
import type { FloorDecision, FloorInput } from './floor.workflows.js';
import { GRID } from './trial-cases.js';
import { DECISIONS, Turns, type Decision } from './turns.js';

const READY_LIMIT_MS = 60_000;
/** How many lives are begun at once where they are only prepared. */
const BEGUN_AT_ONCE = 16;

/** Bare lives of the same shape: no database, codec or search attributes; client here, worker in its own process. */
export class Floor {
  private readonly opened = new Map<string, () => void>();
  private next = 0;

  private constructor(
    private readonly connection: Connection,
    private readonly worker: ChildProcess,
    private readonly taskQueue: string,
  ) {}

  static async start(address: string, meter: CpuMeter): Promise<Floor> {
    const taskQueue = `bench-floor-${randomUUID().slice(0, 8)}`;
    const script = fileURLToPath(new URL('./floor-worker.js', import.meta.url));
    const worker = fork(script, [address, taskQueue], { env: baseEnvironment(), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    meter.addOwn(worker.pid ?? 0);
    const floor = new Floor(await Connection.connect({ address }), worker, taskQueue);
    await floor.ready();
    return floor;
  }

  /** Lives one whole life. @returns 1. */
  async life(): Promise<number> {
    const caseNumber = await this.begin();
    for (const decision of DECISIONS) await this.decide(caseNumber, decision);
    return 1;
  }

  /** Begins lives to be decided on. @returns what takes the next decision. */
  async prepared(count: number): Promise<() => Promise<number>> {
    const numbers: string[] = [];
    const beginSome = async (): Promise<void> => {
      while (numbers.length + this.opened.size < count) numbers.push(await this.begin());
    };
    await Promise.all(Array.from({ length: BEGUN_AT_ONCE }, beginSome));
    const turns = new Turns(numbers, (caseNumber, decision) => this.decide(caseNumber, decision));
    return () => turns.one();
  }

  async stop(): Promise<void> {
    await this.connection.close();
    this.worker.disconnect();
    await Promise.race([once(this.worker, 'exit'), new Promise((resolve) => setTimeout(resolve, 15_000).unref())]);
    this.worker.kill('SIGKILL');
  }

  private get workflow() {
    return new Client({ connection: this.connection, namespace: TEMPORAL_NAMESPACE }).workflow;
  }

  /** Returns once the child is there. */
  private async begin(): Promise<string> {
    this.next += 1;
    const caseNumber = `${this.taskQueue}-${this.next}`;
    const childId = `${caseNumber}/path/1`;
    const isOpened = new Promise<void>((resolve) => this.opened.set(childId, resolve));
    await this.workflow.start('floorLifecycle', { workflowId: caseNumber, taskQueue: this.taskQueue, args: [inputOf(caseNumber)] });
    await isOpened;
    this.opened.delete(childId);
    return caseNumber;
  }

  private async decide(caseNumber: string, decision: Decision): Promise<void> {
    const workflowId = decision === 'rate' ? caseNumber : `${caseNumber}/path/1`;
    await this.workflow.getHandle(workflowId).executeUpdate(decision, { args: [decisionOf(caseNumber, TEXTS[decision])] });
  }

  private async ready(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new StartProblem("The floor's worker did not come up")), READY_LIMIT_MS);
      this.worker.once('exit', (code) => reject(new StartProblem(`The floor's worker ended with ${code}`)));
      this.worker.on('message', (message: { ready?: true; opened?: string }) => {
        if (message.opened !== undefined) return this.opened.get(message.opened)?.();
        clearTimeout(late);
        resolve();
      });
    });
  }
}

const TEXTS: Record<Decision, string> = { accept: '', complete: '已处理，请忽略。', rate: 'satisfied' };

const inputOf = (caseNumber: string): FloorInput => ({
  caseNumber,
  countyCode: GRID.slice(0, 6),
  areaCode: GRID,
  kind: 'request',
  channel: 'hotline',
  receivedAt: new Date().toISOString(),
});

const decisionOf = (caseNumber: string, text: string): FloorDecision => ({
  taskId: `${caseNumber}-t1`,
  actor: { kind: 'person', subject: randomUUID(), positionId: randomUUID(), role: 'gridMember' },
  idempotencyKey: randomUUID(),
  text,
});
