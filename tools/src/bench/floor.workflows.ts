import {
  allHandlersFinished,
  condition,
  defineUpdate,
  executeChild,
  proxySinks,
  setHandler,
  workflowInfo,
  type Sinks,
} from '@temporalio/workflow';

/**
 * A life of the same shape as a case's, and nothing else: parent and child, the same Updates with validators, one timer
 * that is armed anew when something changed. What our own workflows cost beyond this is what we added.
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

export interface FloorResult {
  stage: string;
  round: number;
}

export const accept = defineUpdate<FloorResult, [FloorDecision]>('accept');
export const complete = defineUpdate<FloorResult, [FloorDecision]>('complete');
export const rate = defineUpdate<FloorResult, [FloorDecision]>('rate');

/** Tells the client outside that the child is there, without a step of the engine. */
export interface FloorSinks extends Sinks {
  bench: { opened(childId: string): void };
}
const { bench } = proxySinks<FloorSinks>();

const HOUR_MS = 3_600_000;

/** The response limit; and from the answer the time in which the resident may rate. */
const RINGS_AFTER_MS: Record<string, number> = { received: 24 * HOUR_MS, evaluating: 7 * 24 * HOUR_MS };

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
  const path = executeChild(floorPath, { workflowId: `${input.caseNumber}/path/1`, args: [input] }).then(() => {
    stage = 'evaluating';
  });
  while (stage !== 'closed') {
    const seen = stage;
    await condition(() => stage !== seen, RINGS_AFTER_MS[seen] ?? HOUR_MS);
  }
  await path;
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

function refuseIf(wrong: boolean): void {
  if (wrong) throw new Error('not now');
}
