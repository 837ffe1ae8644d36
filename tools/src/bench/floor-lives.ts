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
import { measure, type Measured, type Window } from './measure.js';
import { GRID } from './trial-cases.js';

const READY_LIMIT_MS = 60_000;

/** Bare lives of the same shape: no database, codec or search attributes; client here, worker in its own process. */
export async function measureFloorLives(address: string, meter: CpuMeter, window: Window): Promise<Measured> {
  const taskQueue = `bench-floor-${randomUUID().slice(0, 8)}`;
  const opened = new Map<string, () => void>();
  const worker = await startWorker(address, taskQueue, (childId) => opened.get(childId)?.());
  meter.addOwn(worker.pid ?? 0);
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection, namespace: TEMPORAL_NAMESPACE });

  let next = 0;
  const life = async (): Promise<number> => {
    next += 1;
    const caseNumber = `${taskQueue}-${next}`;
    const childId = `${caseNumber}/path/1`;
    const isOpened = new Promise<void>((resolve) => opened.set(childId, resolve));
    const parent = await workflow.start('floorLifecycle', { workflowId: caseNumber, taskQueue, args: [inputOf(caseNumber)] });
    await isOpened;
    opened.delete(childId);
    const child = workflow.getHandle(childId);
    await child.executeUpdate('accept', { args: [decisionOf(caseNumber, '')] });
    await child.executeUpdate('complete', { args: [decisionOf(caseNumber, '已处理，请忽略。')] });
    await parent.executeUpdate('rate', { args: [decisionOf(caseNumber, 'satisfied')] });
    return 1;
  };
  try {
    return await measure(window, meter, life);
  } finally {
    await connection.close();
    worker.disconnect();
    await Promise.race([once(worker, 'exit'), new Promise((resolve) => setTimeout(resolve, 15_000).unref())]);
    worker.kill('SIGKILL');
  }
}

async function startWorker(address: string, taskQueue: string, onOpened: (childId: string) => void): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./floor-worker.js', import.meta.url));
  const worker = fork(script, [address, taskQueue], { env: baseEnvironment(), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new StartProblem("The floor's worker did not come up")), READY_LIMIT_MS);
    worker.once('exit', (code) => reject(new StartProblem(`The floor's worker ended with ${code}`)));
    worker.on('message', (message: { ready?: true; opened?: string }) => {
      if (message.opened !== undefined) return onOpened(message.opened);
      clearTimeout(late);
      resolve();
    });
  });
  return worker;
}

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
