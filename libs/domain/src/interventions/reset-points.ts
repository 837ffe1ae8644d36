/** Somebody's act in a workflow's history: a decision that was accepted, or what a resident added. */
export interface ActBehind {
  /** Once in the history: the id of the decision. */
  id: string;
  /** As the engine calls it: `acceptTask`. */
  name: string;
  /** Instant of the engine, ISO 8601 in UTC. */
  at: string;
  by: { kind: 'person' | 'client' | 'resident' | 'system'; subject: string | null };
}

/** One event, as far as a reset asks. */
export interface PassedEvent {
  /** Counted from one, without gaps. */
  id: number;
  at: string;
  /**
   * `wentOn`: a workflow task was completed, to which one can go back. `reached`: another workflow or activity was asked,
   * or answered. `act`: a person's; `other`: anything else.
   */
  what: 'wentOn' | 'reached' | 'act' | 'other';
  /** What is told of it as the last thing before a point; null for the engine's own steps. */
  told: { type: string; subject: string | null } | null;
  act?: ActBehind;
}

export interface ResetPoint {
  eventId: number;
  at: string;
  /** The last thing that happened before; null at the very beginning. */
  after: { type: string; subject: string | null; at: string } | null;
  /** What people did after it, in its order: carried out again when the workflow goes back there. */
  acts: ActBehind[];
}

/**
 * The points to which a workflow can go back, the newest first. What it has asked of other workflows cannot be taken back
 * and would be asked again, and what they answered is not heard twice: nothing before that is a point. Steps that were
 * recorded are safe, because recording one again answers with what stands.
 */
export function resetPointsOf(events: readonly PassedEvent[]): ResetPoint[] {
  const points: ResetPoint[] = [];
  const acts: ActBehind[] = [];
  for (let i = events.length - 1; i >= 0; i -= 1) {
    const event = events[i] as PassedEvent;
    if (event.what === 'reached') break;
    if (event.act !== undefined) acts.unshift(event.act);
    if (event.what === 'wentOn') points.push({ eventId: event.id, at: event.at, after: lastTold(events, i), acts: [...acts] });
  }
  return points;
}

function lastTold(events: readonly PassedEvent[], before: number): ResetPoint['after'] {
  const last = events.slice(0, before).findLast(({ told }) => told !== null);
  return last?.told ? { ...last.told, at: last.at } : null;
}
