import { mayUrge, urgeOpensAt, type Urgeable } from '@yiwang/domain/paths';
import type { TrackedCase } from './case.js';
import type { Act } from './pending-act.js';

const urgeableOf = ({ stage, paused, responseDueAt, firstResponseAt, resolutionDueAt, timeline }: TrackedCase): Urgeable => ({
  stage: stage as Urgeable['stage'],
  paused: paused as Urgeable['paused'],
  responseDueAt: firstResponseAt === null ? responseDueAt : null,
  resolutionDueAt,
  urgedAt: timeline.filter(({ type }) => type === 'residentUrged').at(-1)?.at ?? null,
});

export interface Urging {
  isOpen: boolean;
  /** From when, where only the time is not there yet. */
  opensAt: string | null;
  /** It was urged, and the day is not over. */
  isLately: boolean;
}

/** Whether the case can be urged now, by the rule with which the service decides. */
export function urgingOf(one: TrackedCase, nowMs: number): Urging {
  const seen = urgeableOf(one);
  const verdict = mayUrge(seen, new Date(nowMs).toISOString());
  if (verdict.ok) return { isOpen: true, opensAt: null, isLately: false };
  const isEarly = verdict.code === 'URGE_TOO_EARLY' || verdict.code === 'URGED_ALREADY';
  return { isOpen: false, opensAt: isEarly ? urgeOpensAt(seen) : null, isLately: verdict.code === 'URGED_ALREADY' };
}

/** The acts that make sense for a case as it stands; the service decides whether each is allowed. */
export function actsOn(one: TrackedCase, nowMs: number): Act[] {
  const { stage, closedAs } = one;
  if (stage === 'closed') return closedAs === 'terminated' ? [] : ['reopen'];
  if (stage === 'withdrawn' || stage === 'notAccepted') return [];
  if (stage === 'evaluating') return ['add'];
  return urgingOf(one, nowMs).isOpen ? ['urge', 'add', 'withdraw'] : ['add', 'withdraw'];
}
