import type { WorkingCalendar } from '@yiwang/domain/calendar';
import { businessAt, type TimeMap } from '@yiwang/domain/time';
import { Refused, type GraphClient } from '../bench/graph-client.js';
import type { Agenda } from './agenda.js';
import type { Chance } from './chance.js';
import type { County } from './county.js';
import type { PlannedCase } from './plan.js';
import type { Sessions } from './sessions.js';
import type { Tally } from './tally.js';

/** One entry of the change feed. */
export interface Change {
  cursor: string;
  caseNumber: string;
  type: string;
  /** Business ms. */
  atMs: number;
  actorKind: string;
  taskId: string | null;
  data: Record<string, unknown>;
}

/** A case that has been started, with what its resident keeps. */
export interface Life {
  number: string;
  matter: PlannedCase;
  pickupCode: string | null;
  /** How far it has come, as the feed tells. */
  isOver: boolean;
  /** Comes back once at most. */
  hasReopened: boolean;
}

/** Everything that the parts of a simulation share. */
export interface Scene {
  county: County;
  office: WorkingCalendar;
  chance: Chance;
  time: TimeMap;
  agenda: Agenda;
  sessions: Sessions;
  graph: GraphClient;
  tally: Tally;
  /** When everything ends at the latest (business ms). */
  endMs: number;
}

/** What it takes to ask in somebody's name. */
export type Callers = Pick<Scene, 'graph' | 'sessions' | 'tally'>;

/** Business time now, in milliseconds. */
export const nowOf = ({ time }: Pick<Scene, 'time'>): number => businessAt(time, Date.now());

/** A part of the system that is away for a moment, and a case that is not in the engine yet. */
const SOON = new Set(['CASE_NOT_STARTED', 'ENGINE_UNAVAILABLE', 'SERVICE_UNAVAILABLE', 'TOO_MANY_REQUESTS', 'UNAUTHENTICATED', 'no data']);
const SOON_TRIES = 12;
const SOON_MS = 500;

/** Which case or task an operation names. */
function aboutOf(variables: object): string {
  const { input = variables } = variables as { input?: object };
  const { taskId, number, caseNumber, idempotencyKey } = input as Record<string, string | undefined>;
  return taskId ?? number ?? caseNumber ?? idempotencyKey ?? '';
}

/**
 * One operation as somebody: a username, a client, or null for whoever has no account. Tried again while a part of the
 * system is away. @throws Refused with the system's code
 */
export async function askAs<T>(scene: Callers, who: string | null, name: string, query: string, variables: object): Promise<T> {
  const { graph, sessions, tally } = scene;
  for (let attempt = 1; ; attempt += 1) {
    const token = who === null ? null : await sessions.tokenOf(who);
    const startedAt = performance.now();
    try {
      const answer = await graph.ask<T>(query, variables, token);
      tally.done(name, performance.now() - startedAt);
      return answer;
    } catch (error) {
      const refused = error instanceof Refused ? error : new Refused('no answer', String(error));
      const isSoon = SOON.has(refused.message) || !(error instanceof Refused);
      if (!isSoon || attempt >= SOON_TRIES) {
        tally.refused(name, refused, aboutOf(variables));
        throw refused;
      }
      tally.retried(refused.message);
      await new Promise((resolve) => setTimeout(resolve, SOON_MS * Math.min(attempt, 6)));
    }
  }
}
