import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { UpdateInputs } from '@yiwang/contracts/case-flow';
import { connectEngine } from '@yiwang/platform/engine';
import { TEMPORAL_NAMESPACE } from '../infrastructure/temporal-setup.js';
import type { CpuMeter } from './cpu.js';
import { graphClient, Refused, type GraphClient } from './graph-client.js';
import { ACCEPT, COMPLETE, RATE } from './lives.js';
import { measureByTurns, quantilesOf, type Measured, type Window } from './measure.js';
import { measureArrivals, type Arrivals } from './open-loop.js';
import type { People } from './people.js';
import type { PreparedCase } from './prepared.js';
import { GRID } from './trial-cases.js';
import { DECISIONS, Turns, type Decision } from './turns.js';

/** More than arrive while a slow one is served. */
const MOST_CONNECTIONS = 128;
const ANSWER = '【性能测试】已处理，请忽略。';

export interface DecisionsMeasured extends Measured {
  /** Medians by decision, in milliseconds. */
  steps: Record<Decision, number>;
}

/** As the pages decide: through the gateway, with everything that is checked on the way. */
export function overGraph(client: GraphClient, people: People) {
  const versions = new Map<string, number>();
  return async ({ number, taskId }: PreparedCase, decision: Decision): Promise<void> => {
    if (decision === 'accept') {
      const { acceptTask } = await client.ask<{ acceptTask: { version: number } }>(ACCEPT, { input: { taskId, version: 1 } }, people.member);
      versions.set(taskId, acceptTask.version);
    } else if (decision === 'complete') {
      await client.ask(COMPLETE, { input: { taskId, version: versions.get(taskId), answer: ANSWER } }, people.member);
    } else {
      const input = { caseNumber: number, rating: 'satisfied', idempotencyKey: randomUUID() };
      const { rateCase } = await client.ask<{ rateCase: { stage: string; state: string } }>(RATE, { input }, people.hotline);
      if (rateCase.stage !== 'closed') throw new Refused(`rating ${rateCase.state}`);
    }
  };
}

/** As many decisions a second as come, whatever becomes of the ones before. */
export async function measureAtRate(people: People, cases: PreparedCase[], meter: CpuMeter, arrivals: Arrivals): Promise<DecisionsMeasured> {
  const client = graphClient(people.system.gateway, MOST_CONNECTIONS);
  const turns = new Turns(cases, overGraph(client, people));
  try {
    const measured = await measureArrivals(arrivals, meter, () => turns.one());
    return { ...measured, steps: mediansOf(turns) };
  } finally {
    client.close();
  }
}

/** The same decisions put to the engine at once, as the service does it in the end: what workflows and projection cost alone. */
function toEngine({ workflow }: Client) {
  const subject = randomUUID();
  return async ({ number, taskId, workflowId }: PreparedCase, decision: Decision): Promise<void> => {
    const actor = { kind: 'person', subject, positionId: randomUUID(), role: 'gridMember', areaCode: GRID } as const;
    const given = { actor, taskId, idempotencyKey: randomUUID() };
    const path = workflow.getHandle(workflowId);
    if (decision === 'accept') {
      await path.executeUpdate<unknown, [UpdateInputs['acceptTask']]>('acceptTask', { args: [given] });
    } else if (decision === 'complete') {
      const args: [UpdateInputs['completeTask']] = [{ ...given, answer: ANSWER, attachmentIds: [] }];
      await path.executeUpdate<unknown, typeof args>('completeTask', { args });
    } else {
      const rating = { rating: 'satisfied', ratingId: randomUUID(), comment: '', round: 1 } as const;
      const args: [UpdateInputs['rateCase']] = [{ actor: { kind: 'resident' }, idempotencyKey: randomUUID(), ...rating }];
      await workflow.getHandle(number).executeUpdate<unknown, typeof args>('rateCase', { args });
    }
  };
}

export interface CompareTrial {
  people: People;
  meter: CpuMeter;
  window: Window;
  slices: number;
  /** Cases for the graph, and others for the engine alone. */
  throughGraph: PreparedCase[];
  atEngine: PreparedCase[];
  floor: () => Promise<number>;
}

/** As many decisions as the system can, with a few people at it all the time: in full, at the engine alone, and the floor. */
export async function compareDecisions({ people, meter, window, slices, floor, ...cases }: CompareTrial) {
  const { system } = people;
  const client = graphClient(system.gateway, window.concurrency);
  const engine = connectEngine({ address: system.temporal, namespace: TEMPORAL_NAMESPACE, codecKeys: system.payloadKeys });
  const graphTurns = new Turns(cases.throughGraph, overGraph(client, people));
  const engineTurns = new Turns(cases.atEngine, toEngine(engine));
  try {
    const all = { throughGraph: () => graphTurns.one(), atEngine: () => engineTurns.one(), floor };
    const measured = await measureByTurns(window, meter, slices, all);
    return {
      throughGraph: { ...measured.throughGraph, steps: mediansOf(graphTurns) },
      atEngine: { ...measured.atEngine, steps: mediansOf(engineTurns) },
      floor: measured.floor,
    };
  } finally {
    client.close();
    await engine.connection.close();
  }
}

const mediansOf = ({ took }: Turns<PreparedCase>): DecisionsMeasured['steps'] =>
  Object.fromEntries(DECISIONS.map((decision) => [decision, quantilesOf(took[decision]).p50])) as DecisionsMeasured['steps'];
