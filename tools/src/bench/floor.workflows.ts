import {
  allHandlersFinished,
  CancellationScope,
  condition,
  defineUpdate,
  executeChild,
  isCancellation,
  proxySinks,
  setHandler,
  sleep,
  workflowInfo,
  type Sinks,
} from '@temporalio/workflow';

/**
 * A life of the same shape as a case's, and nothing else: parent and child, the same Updates with validators, the same
 * timers. What our own workflows cost beyond this is what we added.
 */
export interface FloorInput {
  caseNumber: string;
  countyCode: string;
  areaCode: string;
  kind: string;
  channel: string;
  receivedAt: string;
}

export interface FloorDecision {
  taskId: string;
  actor: { kind: string; subject: string; positionId: string; role: string };
  idempotencyKey: string;
  text: string;
}

export const accept = defineUpdate<{ stage: string; round: number }, [FloorDecision]>('accept');
export const complete = defineUpdate<{ stage: string; round: number }, [FloorDecision]>('complete');
export const rate = defineUpdate<{ stage: string; round: number }, [FloorDecision]>('rate');

/** Tells the client outside that the child is there, without a step of the engine. */
export interface FloorSinks extends Sinks {
  bench: { opened(childId: string): void };
}
const { bench } = proxySinks<FloorSinks>();

export async function floorLifecycle(input: FloorInput): Promise<{ closedAs: string }> {
  let stage = 'received';
  setHandler(
    rate,
    async (_given) => {
      await condition(() => stage === 'evaluating');
      stage = 'closed';
      return { stage, round: 1 };
    },
    { validator: (_given) => refuseIf(stage === 'closed') },
  );
  const clocks = [startClock('24 hours'), startClock('5 days')];
  await executeChild(floorPath, { workflowId: `${input.caseNumber}/path/1`, args: [input] });
  stage = 'evaluating';
  for (const stop of clocks) stop();
  await condition(() => stage === 'closed', '7 days');
  await condition(allHandlersFinished);
  return { closedAs: 'rated' };
}

export async function floorPath(_input: FloorInput): Promise<{ answeredAt: string }> {
  let stage = 'dispatched';
  const move = (from: string, to: string) =>
    [
      (_given: FloorDecision) => {
        stage = to;
        return { stage, round: 1 };
      },
      { validator: (_given: FloorDecision) => refuseIf(stage !== from) },
    ] as const;
  setHandler(accept, ...move('dispatched', 'handling'));
  setHandler(complete, ...move('handling', 'evaluating'));
  bench.opened(workflowInfo().workflowId);
  await condition(() => stage === 'evaluating');
  await condition(allHandlersFinished);
  return { answeredAt: new Date().toISOString() };
}

function startClock(length: '24 hours' | '5 days'): () => void {
  const scope = new CancellationScope();
  scope.run(() => sleep(length)).catch((error: unknown) => {
    if (!isCancellation(error)) throw error;
  });
  return () => scope.cancel();
}

function refuseIf(wrong: boolean): void {
  if (wrong) throw new Error('not now');
}
