import type { Coming, ComingKind } from '@yiwang/contracts/case-flow';
import type { Course } from './course.rules.js';
import { ringsOf, type Ring } from './rings.rules.js';

const BESIDE_MARKS = {
  grace: 'movesUp',
  resume: 'resumes',
  approval: 'approvalMovesUp',
  order: 'orderOverdue',
  notRated: 'closesUnrated',
} as const satisfies Record<Exclude<Ring['kind'], 'mark'>, ComingKind>;

/**
 * All that happens to the case by itself if nobody does anything, the next first: what rings as things stand, and the
 * moving up that follows from a red card which has not been given yet.
 */
export function comingOf(course: Course): Coming[] {
  const rings = ringsOf(course);
  const fired = [...course.fired, ...rings.flatMap((ring) => (ring.kind === 'mark' ? [ring.key] : []))];
  const moves = rings.some(({ kind }) => kind === 'grace') ? [] : ringsOf({ ...course, fired }).filter(({ kind }) => kind === 'grace');
  return [...rings, ...moves].map(told).toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

const told = (ring: Ring): Coming => ({
  kind: ring.kind === 'mark' ? markKind(ring) : BESIDE_MARKS[ring.kind],
  at: ring.at,
  ...('taskId' in ring ? { taskId: ring.taskId } : {}),
});

function markKind({ mark, reading: { clock } }: Extract<Ring, { kind: 'mark' }>): ComingKind {
  if (clock === 'response') return 'responseOverdue';
  if (clock === 'callBack') return 'callBackMissed';
  if (clock === 'resolution') return 'resolutionOverdue';
  if (clock !== 'tier') return 'partOverdue';
  return mark === 'half' ? 'half' : mark === 'yellow' ? 'yellowCard' : 'redCard';
}
