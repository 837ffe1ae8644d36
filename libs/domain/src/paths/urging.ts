import { no, stageRefuses, YES, type Decided } from './decisions.js';
import { isFinal } from './stages.js';
import type { Stage } from './vocabulary.js';

/** What must be known of a case to say whether its reporter may urge it (群众催办). Instants are ISO 8601, UTC. */
export interface Urgeable {
  stage: Stage;
  /** The clocks stand, by approval or for want of the reporter's own word. */
  paused: 'waitingForResident' | 'suspended' | null;
  /** Until when somebody has to speak with the reporter; null once somebody has. */
  responseDueAt: string | null;
  resolutionDueAt: string;
  /** When the reporter last urged it. */
  urgedAt: string | null;
}

const DAY_MS = 86_400_000;

const firstOf = ({ responseDueAt, resolutionDueAt }: Urgeable): string =>
  responseDueAt !== null && Date.parse(responseDueAt) < Date.parse(resolutionDueAt) ? responseDueAt : resolutionDueAt;

/** From when it may be urged: after a deadline, and a day of 24 hours after the last time. */
export function urgeOpensAt(seen: Urgeable): string {
  const first = Date.parse(firstOf(seen));
  const again = seen.urgedAt === null ? first : Date.parse(seen.urgedAt) + DAY_MS;
  return new Date(Math.max(first, again)).toISOString();
}

/** 群众催办: once the response or the resolution is late, once a day, until the answer is there to be rated. */
export function mayUrge(seen: Urgeable, at: string): Decided {
  const { stage, paused, urgedAt } = seen;
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (stage === 'evaluating') return stageRefuses(stage);
  if (paused !== null) return no('CASE_HELD', { actual: paused });
  const opensAt = urgeOpensAt(seen);
  if (Date.parse(at) >= Date.parse(opensAt)) return YES;
  const isDue = Date.parse(at) >= Date.parse(firstOf(seen));
  return no(isDue && urgedAt !== null ? 'URGED_ALREADY' : 'URGE_TOO_EARLY', { opensAt });
}
