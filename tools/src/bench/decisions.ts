import { randomUUID } from 'node:crypto';
import type { UpdateInputs } from '@yiwang/contracts/case-flow';
import { connectEngine } from '@yiwang/platform/engine';
import { TEMPORAL_NAMESPACE } from '../infrastructure/temporal-setup.js';
import type { CpuMeter } from './cpu.js';
import { graphClient, Refused, type GraphClient } from './graph-client.js';
import { ACCEPT, COMPLETE, RATE } from './lives.js';
import { measure, quantilesOf, type Measured, type Window } from './measure.js';
import { measureArrivals, type Arrivals } from './open-loop.js';
import type { PreparedCase } from './prepared.js';
import type { System } from './system.js';
import { GRID } from './trial-cases.js';
import { DECISIONS, Turns, type Decision } from './turns.js';

/** More than arrive while a slow one is served. */
const MOST_CONNECTIONS = 128;
const ANSWER = '【性能测试】已处理，请忽略。';

export interface DecisionsMeasured extends Measured {
  /** Medians by decision, in milliseconds. */
  steps: Record<Decision, number>;
}

export interface People {
  system: System;
  /** Tokens of who accepts and answers, and of who rates. */
  member: string;
  hotline: string;
}

/** As the pages decide: through the gateway, with everything that is checked on the way. */
export function overGraph(client: GraphClient, { member, hotline }: People) {
  const versions = new Map<string, number>();
  return async ({ number, taskId }: PreparedCase, decision: Decision): Promise<void> => {
    if (decision === 'accept') {
      const { acceptTask } = await client.ask<{ acceptTask: { version: number } }>(ACCEPT, { input: { taskId, version: 1 } }, member);
      versions.set(taskId, acceptTask.version);
    } else if (decision === 'complete') {
      await client.ask(COMPLETE, { input: { taskId, version: versions.get(taskId), answer: ANSWER } }, member);
    } else {
      const input = { caseNumber: number, rating: 'satisfied', idempotencyKey: randomUUID() };
      const { rateCase } = await client.ask<{ rateCase: { stage: string; state: string } }>(RATE, { input }, hotline);
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

/** As many as the system can, with a few people at it all the time. */
export async function measureThroughGraph(people: People, cases: PreparedCase[], meter: CpuMeter, window: Window): Promise<DecisionsMeasured> {
  const client = graphClient(people.system.gateway, window.concurrency);
  const turns = new Turns(cases, overGraph(client, people));
  try {
    return { ...(await measure(window, meter, () => turns.one())), steps: mediansOf(turns) };
  } finally {
    client.close();
  }
}

/** The same decisions put to the engine at once, as the service does it in the end: what workflows and projection cost alone. */
export async function measureAtEngine({ system }: People, cases: PreparedCase[], meter: CpuMeter, window: Window): Promise<DecisionsMeasured> {
  const engine = connectEngine({ address: system.temporal, namespace: TEMPORAL_NAMESPACE, codecKeys: system.payloadKeys });
  const subject = randomUUID();
  const turns = new Turns<PreparedCase>(cases, async ({ number, taskId, workflowId }, decision) => {
    const actor = { kind: 'person', subject, positionId: randomUUID(), role: 'gridMember', areaCode: GRID } as const;
    const given = { actor, taskId, idempotencyKey: randomUUID() };
    const path = engine.workflow.getHandle(workflowId);
    if (decision === 'accept') {
      await path.executeUpdate<unknown, [UpdateInputs['acceptTask']]>('acceptTask', { args: [given] });
    } else if (decision === 'complete') {
      const args: [UpdateInputs['completeTask']] = [{ ...given, answer: ANSWER, attachmentIds: [] }];
      await path.executeUpdate<unknown, typeof args>('completeTask', { args });
    } else {
      const rating = { rating: 'satisfied', ratingId: randomUUID(), comment: '', round: 1 } as const;
      const args: [UpdateInputs['rateCase']] = [{ actor: { kind: 'resident' }, idempotencyKey: randomUUID(), ...rating }];
      await engine.workflow.getHandle(number).executeUpdate<unknown, typeof args>('rateCase', { args });
    }
  });
  try {
    return { ...(await measure(window, meter, () => turns.one())), steps: mediansOf(turns) };
  } finally {
    await engine.connection.close();
  }
}

const mediansOf = ({ took }: Turns<PreparedCase>): DecisionsMeasured['steps'] =>
  Object.fromEntries(DECISIONS.map((decision) => [decision, quantilesOf(took[decision]).p50])) as DecisionsMeasured['steps'];
