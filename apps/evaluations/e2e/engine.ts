import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { CaseLifecycleInput, OpenedTask } from '@yiwang/contracts/case-flow';
import { connectEngine } from '@yiwang/platform/engine';
import { installRuntime, runWorker } from '@yiwang/platform/engine/worker';
import { createLogger } from '@yiwang/platform/logging';
import { CaseRecorder, bundleFromSources, somebody, startTimeSkipping } from '@yiwang/testing/time-skipping';

export const PAYLOAD_KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;
export const COUNTY = '990121';

/** A door to the engine that can be shut: what stands behind it is then away. */
async function doorTo(address: string) {
  const [host, port] = address.split(':') as [string, string];
  const open = new Set<Socket>();
  let shut = false;
  const server = createServer((socket) => {
    if (shut) return socket.destroy();
    const beyond = connect(Number(port), host);
    for (const side of [socket, beyond]) {
      open.add(side);
      side
        .on('error', () => undefined)
        .on('close', () => {
          open.delete(side);
          socket.destroy();
          beyond.destroy();
        });
    }
    socket.pipe(beyond).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => open.forEach((socket) => socket.destroy());
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    shut(): void {
      shut = true;
      cut();
    },
    open: (): void => void (shut = false),
    async close() {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The real case workflows on a real engine, recording in memory, with cases that wait for their rating. */
export async function startEngine(taskQueue = `rating-${randomUUID()}`) {
  installRuntime(createLogger('engine', 'silent'));
  const [environment, workflowBundle] = await Promise.all([startTimeSkipping(), bundleFromSources()]);
  const recorder = new CaseRecorder();
  const door = await doorTo(environment.address);
  const worker = await runWorker({
    connection: environment.nativeConnection,
    namespace: 'default',
    taskQueue,
    codecKeys: PAYLOAD_KEYS,
    workflowBundle,
    activities: recorder.activities,
  });
  const client = connectEngine({ address: environment.address, namespace: 'default', codecKeys: PAYLOAD_KEYS });
  let cases = 0;

  async function openTask(caseNumber: string): Promise<OpenedTask> {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const [task] = recorder.openTasks(caseNumber);
      if (task) return task;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`No task was opened for ${caseNumber}`);
  }

  /** A case that somebody has answered; its number. */
  async function answeredCase(handlerSubject: string = randomUUID()): Promise<string> {
    cases += 1;
    const caseNumber = `${COUNTY}-20260101-${String(cases).padStart(6, '0')}`;
    const input: CaseLifecycleInput = {
      caseNumber,
      countyCode: COUNTY,
      areaCode: `${COUNTY}001002003`,
      kind: 'complaint',
      channel: 'hotline',
      receivedAt: new Date(await environment.currentTimeMs()).toISOString(),
      policy: { version: 1 },
    };
    await client.workflow.start('caseLifecycle', { workflowId: caseNumber, taskQueue, args: [input] });
    const { taskId, workflowId, roles } = await openTask(caseNumber);
    const decision = {
      taskId,
      actor: somebody(roles[0] ?? 'gridMember', handlerSubject),
      answer: 'Mended.',
      attachmentIds: [],
    };
    await client.workflow.getHandle(workflowId).executeUpdate('completeTask', {
      args: [{ ...decision, idempotencyKey: `answer-${cases}` }],
    });
    return caseNumber;
  }

  return {
    address: door.address,
    door,
    answeredCase,
    /** Lets so much time of the engine pass at once. */
    pass: (duration: `${number} seconds`): Promise<void> => environment.sleep(duration),
    /** How often a case's workflow recorded a rating. */
    timesRated: (caseNumber: string): number =>
      recorder.timelineOf(caseNumber).filter((type) => type === 'rated').length,
    async close() {
      await door.close();
      await worker.stop();
      await client.connection.close();
      await environment.teardown();
    },
  };
}
